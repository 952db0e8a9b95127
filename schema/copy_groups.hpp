// Which articles of an archive are copies of one story, over all its segments: of one commit, in one sealed file.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/bitmap.hpp"

namespace dateline::schema {

// An article of an archive: number of its segment, ordinal in it.
struct ArticlePlace {
  std::uint32_t segment = 0, article = 0;
  friend bool operator==(const ArticlePlace&, const ArticlePlace&) = default;
  friend auto operator<=>(const ArticlePlace&, const ArticlePlace&) = default;
};

struct NamedSegment {
  std::string name;
  std::uint32_t articles = 0;
};

// Groups of two or more articles, none in two of them; in each the original first.
class CopyLists {
 public:
  void add(std::span<const ArticlePlace> group);
  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size()) - 1; }
  std::span<const ArticlePlace> operator[](std::uint32_t group) const {
    return std::span(members_).subspan(begins_[group], begins_[group + 1] - begins_[group]);
  }

 private:
  std::vector<std::size_t> begins_{0};
  std::vector<ArticlePlace> members_;  // of all groups
};

// The same, to be asked by article. Immutable; any thread.
class CopyGroups {
 public:
  static constexpr std::uint32_t no_group = UINT32_MAX;

  CopyGroups() = default;
  // `segments`: how many articles each has.
  CopyGroups(CopyLists groups, const std::vector<std::uint32_t>& segments);

  std::uint32_t size() const { return lists_.size(); }
  std::span<const ArticlePlace> members(std::uint32_t group) const { return lists_[group]; }
  // Null for a segment without an article that is in a group.
  const Bitmap* grouped(std::size_t segment) const {
    return segment < segments_.size() && segments_[segment].grouped.size() > 0 ? &segments_[segment].grouped : nullptr;
  }
  std::uint32_t group_of(std::size_t segment, std::uint32_t article) const {
    const Bitmap* in = grouped(segment);
    return in && (*in)[article] ? segments_[segment].groups[segments_[segment].place_of(article)] : no_group;
  }

 private:
  struct Segment {
    Bitmap grouped;                          // all three are empty for a segment without any
    std::vector<std::uint32_t> before_word;  // how many of them come before each word of the bitmap
    std::vector<std::uint32_t> groups;       // of each of them
    std::size_t place_of(std::uint32_t article) const {
      const std::uint64_t below = (std::uint64_t{1} << (article & 63)) - 1;
      return before_word[article >> 6] + static_cast<std::size_t>(std::popcount(grouped.words()[article >> 6] & below));
    }
  };
  CopyLists lists_;
  std::vector<Segment> segments_;
};

std::string encode(const CopyLists& groups, const std::vector<NamedSegment>& segments);
// Empty when the bytes are damaged or do not fit the segments.
std::optional<CopyGroups> decode_copy_groups(std::string_view bytes, const std::vector<NamedSegment>& segments);

}  // namespace dateline::schema
