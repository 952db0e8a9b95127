#include "indexer/writing/merge_policy.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace dateline::indexer;

using Sizes = std::vector<SegmentSize>;
using Indexes = std::vector<std::size_t>;

TEST_CASE("few segments with few masked articles are left alone") {
  CHECK(choose_merge({}).empty());
  CHECK(choose_merge({{10, 10}, {10, 10}, {10, 10}, {10, 10}, {10, 10}, {10, 9}}).empty());
  CHECK(choose_merge({{100, 80}}).empty());
}

TEST_CASE("a segment with many masked articles is rewritten") {
  CHECK(choose_merge({{100, 100}, {100, 79}}) == Indexes{1});
}

TEST_CASE("the smallest of too many segments are merged") {
  CHECK(choose_merge(Sizes(7, {1000, 1000})) == Indexes{0, 1, 2, 3, 4, 5, 6});
  CHECK(choose_merge({{90000, 90000}, {1, 1}, {40000, 40000}, {20000, 20000}, {9000, 9000}, {4000, 4000}, {1, 1}}) ==
        Indexes{1, 6});
}

TEST_CASE("a segment is not rewritten for the sake of much smaller ones") {
  CHECK(choose_merge(
            {{64000, 64000}, {32000, 32000}, {16000, 16000}, {8000, 8000}, {4000, 4000}, {2000, 2000}, {900, 900}})
            .empty());
}

TEST_CASE("many small commits rewrite an article a logarithmic number of times") {
  Sizes segments;
  std::uint64_t rewritten = 0;
  std::size_t most = 0;
  constexpr std::uint32_t commits = 20000, articles = 50;
  for (std::uint32_t i = 0; i < commits; ++i) {
    segments.push_back({articles, articles});
    for (auto chosen = choose_merge(segments); !chosen.empty(); chosen = choose_merge(segments)) {
      SegmentSize merged;
      for (auto at = chosen.rbegin(); at != chosen.rend(); ++at) {
        merged.articles += segments[*at].articles;
        segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(*at));
      }
      merged.live = merged.articles;
      rewritten += merged.articles;
      segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(chosen.front()), merged);
    }
    most = std::max(most, segments.size());
  }
  const double each = static_cast<double>(rewritten) / (double{commits} * articles);
  CAPTURE(each, most);
  CHECK(each < 2 * std::log2(commits));
  CHECK(most <= 16);
}
