#include "indexer/writing/merge_policy.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::indexer {
namespace {

// Below this a segment costs the same whatever its size.
constexpr std::uint64_t smallest_weight = 250;

std::uint64_t weight(const SegmentSize& segment) { return std::max<std::uint64_t>(segment.live, smallest_weight); }

bool is_worn(const SegmentSize& segment) {
  return segment.articles - segment.live > most_masked * static_cast<double>(segment.articles);
}

std::vector<std::size_t> by_weight(const std::vector<SegmentSize>& segments) {
  std::vector<std::size_t> order(segments.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weight(segments[a]) < weight(segments[b]); });
  return order;
}

// The shortest run of the smallest segments whose largest is no larger than the others together, and what still fits
// then.
std::size_t run_to_merge(const std::vector<SegmentSize>& segments, const std::vector<std::size_t>& order) {
  std::uint64_t sum = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint64_t next = weight(segments[order[i]]);
    if (i > 0 && next <= sum)
      run = i + 1;
    else if (run > 0)
      break;
    sum += next;
  }
  return run;
}

}  // namespace

std::vector<std::size_t> choose_merge(const std::vector<SegmentSize>& segments) {
  std::vector<std::size_t> chosen;
  if (segments.size() > most_segments) {
    const std::vector<std::size_t> order = by_weight(segments);
    chosen.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(run_to_merge(segments, order)));
    std::sort(chosen.begin(), chosen.end());
    if (!chosen.empty()) return chosen;
  }
  for (std::size_t i = 0; i < segments.size() && chosen.empty(); ++i)
    if (is_worn(segments[i])) chosen.push_back(i);
  return chosen;
}

}  // namespace dateline::indexer
