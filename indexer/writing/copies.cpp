#include "indexer/writing/copies.hpp"

#include <map>
#include <optional>
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
    if (before_.snapshot) read_groups();
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      if (const auto number = segments.number_before(parts[i].entry.name))
        keep_part(i, *number);
      else
        read_part(i);
    }
    for (const auto& members : groups_) hand_over(members);
  }

 private:
  // A member of a group before: which group, and where in it.
  struct Seat {
    std::size_t group, at;
  };

  void read_groups() {
    const schema::CopyGroups& groups = before_.snapshot->copies();
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
      const auto members = groups.members(group);
      groups_.emplace_back(members.size());
      for (std::size_t at = 0; at < members.size(); ++at) {
        const schema::Segment& segment = before_.snapshot->segments()[members[at].segment];
        seats_.emplace(segment.columns->key_hash()[members[at].article], Seat{group, at});
      }
    }
  }

  // Of a segment that stays, what is in no group is an original, whatever it was: not looked at one by one, because a
  // commit of one article goes through all segments.
  void keep_part(std::uint32_t part, std::uint32_t number_before) {
    const auto keys = segments_.all()[part].columns->key_hash();
    const schema::Bitmap& live = parts_[part].live;
    schema::Bitmap originals = live;
    if (const schema::Bitmap* grouped = before_.snapshot->copies().grouped(number_before)) {
      originals.and_not(*grouped);
      grouped->for_each([&](std::uint32_t ordinal) {
        if (live[ordinal]) take_seat(keys[ordinal], articles_.number({part, ordinal}));
      });
    }
    grouping_.keep_originals(articles_.number({part, 0}), originals);
  }

  void read_part(std::uint32_t part) {
    const auto keys = segments_.all()[part].columns->key_hash();
    parts_[part].live.for_each([&](std::uint32_t ordinal) {
      const Number article = articles_.number({part, ordinal});
      if (!before_.snapshot || before_.is_new(keys[ordinal]))
        grouping_.place_anew(article);
      else if (!take_seat(keys[ordinal], article))
        grouping_.keep_original(article);
    });
  }

  // False when it was in no group.
  bool take_seat(std::uint64_t key, Number article) {
    const auto seat = seats_.find(key);
    if (seat == seats_.end()) return false;
    groups_[seat->second.group][seat->second.at] = article;
    return true;
  }

  // A group without its original falls apart; its members find new places.
  void hand_over(const std::vector<std::optional<Number>>& members) {
    const std::optional<Number> original = members.front();
    if (original) grouping_.keep_original(*original);
    for (std::size_t i = 1; i < members.size(); ++i) {
      if (!members[i]) continue;
      if (original)
        grouping_.keep_member(*members[i], *original);
      else
        grouping_.place_anew(*members[i]);
    }
  }

  const std::vector<Part>& parts_;
  const Segments& segments_;
  const GroupedArticles& articles_;
  const CopiesBefore& before_;
  CopyGrouping& grouping_;
  std::unordered_map<std::uint64_t, Seat> seats_;           // by key
  std::vector<std::vector<std::optional<Number>>> groups_;  // of the members that are still there
};

}  // namespace

schema::CopyGroups find_copies(const std::vector<Part>& parts, const std::filesystem::path& generation,
                               const CopiesBefore& before) {
  const Segments segments(parts, generation, before);
  const GroupedArticles articles(segments.all());
  CopyGrouping grouping(articles);
  const Takeover takeover(parts, segments, articles, before, grouping);
  std::vector<std::vector<schema::ArticlePlace>> groups;
  for (const auto& members : grouping.groups()) {
    auto& places = groups.emplace_back();
    for (const Number member : members) places.push_back(articles.place(member));
  }
  std::vector<std::uint32_t> sizes;
  for (const Part& part : parts) sizes.push_back(part.entry.articles);
  return {groups, sizes};
}

std::string describe_copies(const schema::CopyGroups& groups, const std::vector<Part>& parts) {
  if (groups.size() == 0) return {};
  std::vector<schema::NamedSegment> segments;
  for (const Part& part : parts) segments.push_back({part.entry.name, part.entry.articles});
  return schema::encode(groups, segments);
}

}  // namespace dateline::indexer
