// Copies of one story count once.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "searcher/archive/state.hpp"

namespace dateline::searcher {

// Says of each (article, value) whether its story was not seen with that value before. Values are numbers that mean the
// same in every segment. Call order: enter() a segment, then ask about its articles; and so on.
class StoryFilter {
 public:
  StoryFilter(const State& state, bool group) : state_(state), group_(group) {}

  void enter(std::size_t segment) {
    segment_ = segment;
    copies_ = group_ ? state_.copies_in(segment) : nullptr;
  }

  // Then every value of it is new.
  bool stands_alone(std::uint32_t article) const { return !copies_ || !(*copies_)[article]; }

  bool is_new(std::uint32_t article, std::uint32_t value) {
    if (stands_alone(article)) return true;
    return seen_.insert(std::uint64_t{state_.story_of(segment_, article)} << 32 | value).second;
  }

 private:
  const State& state_;
  bool group_;
  std::size_t segment_ = 0;
  const schema::Bitmap* copies_ = nullptr;
  std::unordered_set<std::uint64_t> seen_;
};

}  // namespace dateline::searcher
