#include "indexer/writing/copies.hpp"

#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

#include "indexer/writing/copy_grouping.hpp"

namespace dateline::indexer {
namespace {

using Number = GroupedArticles::Number;

// Parts and segments of the snapshot before, joined by their names. What has no counterpart was merged away, or is new.
class Segments {
 public:
  Segments(const std::vector<Part>& parts, const std::filesystem::path& generation, const CopiesBefore& before) {
    if (before.snapshot) {
      const auto& segments = before.snapshot->segments();
      for (std::uint32_t i = 0; i < segments.size(); ++i)
        before_.emplace(segments[i].directory.filename().string(), Before{i, segments[i].columns});
    }
    for (const Part& part : parts) {
      const auto folder = generation / part.entry.name;
      const auto known = before_.find(part.entry.name);
      auto columns =
          known == before_.end() ? schema::Columns::open(folder / schema::columns_name) : known->second.columns;
      segments_.push_back({std::move(columns), folder});
    }
  }

  // Its number in the snapshot before.
  std::optional<std::uint32_t> number_before(const std::string& name) const {
    const auto known = before_.find(name);
    return known == before_.end() ? std::nullopt : std::optional(known->second.number);
  }
  const std::vector<GroupedArticles::Segment>& all() const { return segments_; }

 private:
  struct Before {
    std::uint32_t number;
    std::shared_ptr<const schema::Columns> columns;
  };
  std::map<std::string, Before> before_;  // by name
  std::vector<GroupedArticles::Segment> segments_;
};

// Tells a grouping what became of the articles that were grouped before, and which have to be placed.
class Takeover {
 public:
  Takeover(const std::vector<Part>& parts, const Segments& segments, const GroupedArticles& articles,
           const CopiesBefore& before, CopyGrouping& grouping)
      : parts_(parts), segments_(segments), articles_(articles), before_(before), grouping_(grouping) {
    std::vector<std::optional<std::uint32_t>> numbers_before;
    for (const Part& part : parts) numbers_before.push_back(segments.number_before(part.entry.name));
    if (before_.snapshot) find_members(numbers_before);
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      if (numbers_before[i])
        keep_part(i, *numbers_before[i]);
      else
        read_part(i);
    }
    if (before_.snapshot) hand_over();
  }

 private:
  static constexpr Number gone = UINT32_MAX;

  // A member is where it was in a segment that stays; where it is now in the others is found out while they are read.
  void find_members(const std::vector<std::optional<std::uint32_t>>& numbers_before) {
    std::vector<std::optional<std::uint32_t>> part_of(before_.snapshot->segments().size());
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (numbers_before[i]) part_of[*numbers_before[i]] = i;
    const schema::CopyGroups& groups = before_.snapshot->copies();
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
      for (const schema::ArticlePlace& member : groups.members(group)) {
        const auto part = part_of[member.segment];
        const bool stays = part && parts_[*part].live[member.article];
        if (!part) moved_.emplace(key_before(member), members_.size());
        members_.push_back(stays ? articles_.number({*part, member.article}) : gone);
      }
    }
  }

  std::uint64_t key_before(const schema::ArticlePlace& place) const {
    return before_.snapshot->segments()[place.segment].columns->key_hash()[place.article];
  }

  // Of a segment that stays, what is in no group is an original, whatever it was: not looked at one by one, because a
  // commit of one article goes through all segments.
  void keep_part(std::uint32_t part, std::uint32_t number_before) {
    schema::Bitmap originals = parts_[part].live;
    if (const schema::Bitmap* grouped = before_.snapshot->copies().grouped(number_before)) originals.and_not(*grouped);
    grouping_.keep_originals(articles_.number({part, 0}), originals);
  }

  void read_part(std::uint32_t part) {
    const auto keys = segments_.all()[part].columns->key_hash();
    parts_[part].live.for_each([&](std::uint32_t ordinal) {
      const Number article = articles_.number({part, ordinal});
      if (!before_.snapshot || before_.is_new(keys[ordinal]))
        grouping_.place_anew(article);
      else if (const auto member = moved_.find(keys[ordinal]); member != moved_.end())
        members_[member->second] = article;
      else
        grouping_.keep_original(article);
    });
  }

  // A group without its original falls apart; its members find new places.
  void hand_over() {
    const schema::CopyGroups& groups = before_.snapshot->copies();
    std::size_t at = 0;
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
      const Number original = members_[at];
      if (original != gone) grouping_.keep_original(original);
      for (const std::size_t end = at + groups.members(group).size(); ++at < end;) {
        if (members_[at] == gone) continue;
        if (original != gone)
          grouping_.keep_member(members_[at], original);
        else
          grouping_.place_anew(members_[at]);
      }
    }
  }

  const std::vector<Part>& parts_;
  const Segments& segments_;
  const GroupedArticles& articles_;
  const CopiesBefore& before_;
  CopyGrouping& grouping_;
  std::vector<Number> members_;                           // of all groups before, one after the other
  std::unordered_map<std::uint64_t, std::size_t> moved_;  // by key: which of them
};

}  // namespace

schema::CopyLists find_copies(const std::vector<Part>& parts, const std::filesystem::path& generation,
                              const CopiesBefore& before) {
  const Segments segments(parts, generation, before);
  const GroupedArticles articles(segments.all());
  CopyGrouping grouping(articles);
  const Takeover takeover(parts, segments, articles, before, grouping);
  schema::CopyLists groups;
  std::vector<schema::ArticlePlace> places;
  grouping.for_each_group([&](std::span<const Number> members) {
    places.clear();
    for (const Number member : members) places.push_back(articles.place(member));
    groups.add(places);
  });
  return groups;
}

std::string describe_copies(const schema::CopyLists& groups, const std::vector<Part>& parts) {
  if (groups.size() == 0) return {};
  std::vector<schema::NamedSegment> segments;
  for (const Part& part : parts) segments.push_back({part.entry.name, part.entry.articles});
  return schema::encode(groups, segments);
}

}  // namespace dateline::indexer
