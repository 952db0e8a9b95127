#include "schema/copy_groups.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "schema/files.hpp"
#include "schema/record.hpp"

namespace dateline::schema {
namespace {

constexpr std::string_view kind = "COPY";

// Numbers of the segments in `segments`, in the order in which the file names them.
std::optional<std::vector<std::uint32_t>> take_names(std::string_view& in, const std::vector<NamedSegment>& segments) {
  std::uint32_t count = 0;
  if (!take_varint(in, count) || count > segments.size()) return std::nullopt;
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string_view name;
    if (!take_string(in, name)) return std::nullopt;
    const auto found = std::find_if(segments.begin(), segments.end(), [&](const auto& s) { return s.name == name; });
    if (found == segments.end()) return std::nullopt;
    numbers.push_back(static_cast<std::uint32_t>(found - segments.begin()));
  }
  return numbers;
}

// False when the bytes are damaged, or name an article that is not there or in a group already.
bool take_group(std::string_view& in, const std::vector<std::uint32_t>& numbers,
                std::vector<std::vector<bool>>& is_in_group, std::vector<ArticlePlace>& group) {
  std::uint32_t count = 0;
  if (!take_varint(in, count) || count < 2) return false;
  group.clear();
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t at = 0, article = 0;
    if (!take_varint(in, at) || !take_varint(in, article) || at >= numbers.size()) return false;
    std::vector<bool>& taken = is_in_group[numbers[at]];
    if (article >= taken.size() || taken[article]) return false;
    taken[article] = true;
    group.push_back({numbers[at], article});
  }
  return true;
}

}  // namespace

void CopyLists::add(std::span<const ArticlePlace> group) {
  members_.insert(members_.end(), group.begin(), group.end());
  begins_.push_back(members_.size());
}

CopyGroups::CopyGroups(CopyLists groups, const std::vector<std::uint32_t>& segments)
    : lists_(std::move(groups)), segments_(segments.size()) {
  for (std::uint32_t group = 0; group < size(); ++group)
    for (const ArticlePlace& place : members(group)) {
      Bitmap& grouped = segments_[place.segment].grouped;
      if (grouped.size() == 0) grouped = Bitmap(segments[place.segment]);
      grouped.set(place.article);
    }
  for (Segment& segment : segments_) {
    std::uint32_t articles = 0;
    for (const std::uint64_t word : segment.grouped.words()) {
      segment.before_word.push_back(articles);
      articles += static_cast<std::uint32_t>(std::popcount(word));
    }
    segment.groups.resize(articles);
  }
  for (std::uint32_t group = 0; group < size(); ++group)
    for (const ArticlePlace& place : members(group)) {
      Segment& segment = segments_[place.segment];
      segment.groups[segment.place_of(place.article)] = group;
    }
}

// Number of segments with groups, their names; then for each group: number of members, and for each of them which of
// the names, and ordinal. The original first.
std::string encode(const CopyLists& groups, const std::vector<NamedSegment>& segments) {
  std::vector<bool> is_named(segments.size());
  for (std::uint32_t group = 0; group < groups.size(); ++group)
    for (const ArticlePlace& place : groups[group]) is_named[place.segment] = true;
  std::string names;
  std::vector<std::uint32_t> numbers(segments.size());
  std::uint32_t named = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!is_named[i]) continue;
    put_string(names, segments[i].name);
    numbers[i] = named++;
  }
  std::string payload;
  put_varint(payload, named);
  payload += names;
  for (std::uint32_t group = 0; group < groups.size(); ++group) {
    put_varint(payload, groups[group].size());
    for (const ArticlePlace& place : groups[group]) {
      put_varint(payload, numbers[place.segment]);
      put_varint(payload, place.article);
    }
  }
  return seal(kind, payload);
}

std::optional<CopyGroups> decode_copy_groups(std::string_view bytes, const std::vector<NamedSegment>& segments) {
  auto payload = unseal(kind, bytes);
  if (!payload) return std::nullopt;
  const auto numbers = take_names(*payload, segments);
  if (!numbers) return std::nullopt;
  std::vector<std::uint32_t> sizes;
  std::vector<std::vector<bool>> is_in_group;
  for (const NamedSegment& segment : segments) {
    sizes.push_back(segment.articles);
    is_in_group.emplace_back(segment.articles);
  }
  CopyLists groups;
  std::vector<ArticlePlace> group;
  while (!payload->empty()) {
    if (!take_group(*payload, *numbers, is_in_group, group)) return std::nullopt;
    groups.add(group);
  }
  return CopyGroups(std::move(groups), sizes);
}

}  // namespace dateline::schema
