#include "searcher/match/near.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

using schema::PositionRange;
using Windows = std::vector<PositionRange>;

class Combinations {
 public:
  Combinations(const std::vector<Windows>& operands, std::uint32_t distance, bool in_order, std::size_t& steps_left)
      : operands_(operands), distance_(distance), in_order_(in_order), steps_left_(steps_left) {
    for (const Windows& windows : operands) {
      std::uint32_t longest = 0;
      for (const PositionRange& window : windows) longest = std::max(longest, window.end - window.begin);
      longest_sum_ += longest;
    }
  }

  Windows find() {
    for (const PositionRange& window : operands_.front()) {
      chosen_.assign(1, window);
      extend(window, window.end - window.begin);
      if (steps_left_ == 0) break;
    }
    return std::move(found_);
  }

 private:
  void extend(PositionRange span, std::uint32_t words) {
    const std::size_t next = chosen_.size();
    if (next == operands_.size()) {
      if (span.end - span.begin < words + distance_) found_.push_back(span);
      return;
    }
    // However the rest falls, the stretch is no longer than this.
    const std::uint32_t longest = distance_ - 1 + longest_sum_;
    const std::uint32_t first = in_order_ ? span.end : span.end > longest ? span.end - longest : 0;
    const Windows& windows = operands_[next];
    auto window = std::lower_bound(windows.begin(), windows.end(), first,
                                   [](const PositionRange& a, std::uint32_t begin) { return a.begin < begin; });
    for (; window != windows.end() && window->begin < span.begin + longest; ++window) {
      if (steps_left_ == 0) return;
      --steps_left_;
      if (overlaps_chosen(*window)) continue;
      chosen_.push_back(*window);
      extend({std::min(span.begin, window->begin), std::max(span.end, window->end)},
             words + window->end - window->begin);
      chosen_.pop_back();
    }
  }

  bool overlaps_chosen(const PositionRange& window) const {
    return std::any_of(chosen_.begin(), chosen_.end(), [&](const PositionRange& other) {
      return window.begin < other.end && other.begin < window.end;
    });
  }

  const std::vector<Windows>& operands_;
  std::uint32_t distance_;
  bool in_order_;
  std::size_t& steps_left_;
  std::uint32_t longest_sum_ = 0;
  std::vector<PositionRange> chosen_;
  Windows found_;
};

}  // namespace

std::vector<PositionRange> windows_near(const std::vector<Windows>& operands, std::uint32_t distance, bool in_order,
                                        std::size_t& steps_left) {
  if (operands.empty() || distance == 0) return {};
  return Combinations(operands, distance, in_order, steps_left).find();
}

}  // namespace dateline::searcher
