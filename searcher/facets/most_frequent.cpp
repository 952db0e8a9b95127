#include "searcher/facets/most_frequent.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dateline::searcher {
namespace {

// The first few of the values that are offered.
class Best {
 public:
  Best(const ValueTable& values, std::span<const std::uint32_t> counts, std::size_t limit)
      : before_{values, counts}, limit_(limit) {}

  // One with a lower count need not be offered.
  std::uint32_t least() const {
    if (limit_ == 0) return UINT32_MAX;
    return kept_.size() < limit_ ? 1 : before_.counts[kept_.front()];
  }

  void offer(std::uint32_t value) {
    if (before_.values.name(value).empty()) return;
    if (kept_.size() == limit_) {
      if (!before_(value, kept_.front())) return;
      std::pop_heap(kept_.begin(), kept_.end(), before_);
      kept_.pop_back();
    }
    kept_.push_back(value);
    std::push_heap(kept_.begin(), kept_.end(), before_);
  }

  std::vector<std::uint32_t> take() {
    std::sort_heap(kept_.begin(), kept_.end(), before_);
    return std::move(kept_);
  }

 private:
  struct Before {
    const ValueTable& values;
    std::span<const std::uint32_t> counts;
    bool operator()(std::uint32_t a, std::uint32_t b) const {
      return counts[a] != counts[b] ? counts[a] > counts[b] : values.name(a) < values.name(b);
    }
  };

  Before before_;
  std::size_t limit_;
  std::vector<std::uint32_t> kept_;  // a heap; its front is the one to go next
};

// Of a fixed length, so that the compiler compares many at once.
constexpr std::size_t block_length = 32;
using Block = std::array<std::uint32_t, block_length>;

struct BlockFacts {
  std::uint32_t most = 0, with_any = 0;
};

BlockFacts facts_of(const Block& block) {
  BlockFacts facts;
  for (std::size_t i = 0; i < block_length; ++i) facts.most = std::max(facts.most, block[i]);
  for (std::size_t i = 0; i < block_length; ++i) facts.with_any += block[i] != 0;
  return facts;
}

}  // namespace

void add_most_frequent(const ValueTable& values, std::span<const std::uint32_t> counts, std::size_t limit,
                       FacetAnswer& answer) {
  Best best(values, counts, limit);
  std::size_t with_any = 0;
  for (std::size_t begin = 0; begin < counts.size(); begin += block_length) {
    Block block{};
    std::copy_n(counts.begin() + static_cast<std::ptrdiff_t>(begin), std::min(block_length, counts.size() - begin),
                block.begin());
    const BlockFacts facts = facts_of(block);
    with_any += facts.with_any;
    if (facts.most < best.least()) continue;
    for (std::size_t i = 0; i < block_length; ++i)
      if (block[i] > 0 && block[i] >= best.least()) best.offer(static_cast<std::uint32_t>(begin + i));
  }
  for (const std::uint32_t value : values.nameless()) with_any -= counts[value] > 0;
  const std::vector<std::uint32_t> kept = best.take();
  answer.more = with_any - kept.size();
  for (const std::uint32_t value : kept) answer.counts.push_back({std::string(values.name(value)), counts[value]});
}

}  // namespace dateline::searcher
