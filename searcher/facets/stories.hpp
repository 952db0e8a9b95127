// Copies of one story count once.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "searcher/archive/state.hpp"

namespace dateline::searcher {

// Says of each (article, value) whether its story was not seen with that value before. One segment.
class StoryFilter {
 public:
  StoryFilter(const schema::Segment& segment, const SegmentIndex& index, bool group)
      : groups_(segment.columns->copy_group()), copies_(index.copies()), active_(group && !copies_.empty()) {}

  // Then every value of it is new.
  bool stands_alone(std::uint32_t article) const { return !active_ || !copies_.count(groups_[article]); }

  bool is_new(std::uint32_t article, std::uint32_t value) {
    if (stands_alone(article)) return true;
    return seen_.insert(std::uint64_t{groups_[article]} << 32 | value).second;
  }

 private:
  std::span<const std::uint32_t> groups_;
  const std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>& copies_;
  bool active_;
  std::unordered_set<std::uint64_t> seen_;
};

}  // namespace dateline::searcher
