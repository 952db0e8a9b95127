// Which segments a commit rewrites as one.
//
// An archive keeps to a handful of segments, and no article is rewritten more than about log2(articles / 250) times: a
// merge takes only segments of which the largest is no larger than the rest together, so everything in it at least
// doubles its segment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::indexer {

struct SegmentSize {
  std::uint32_t articles = 0;  // masked ones included
  std::uint32_t live = 0;
};

// Above this number, small segments are merged (where sizes allow, see above).
inline constexpr std::size_t most_segments = 6;
// Above this share of masked articles a segment is rewritten.
inline constexpr double most_masked = 0.2;

// Indexes, rising, of the segments to rewrite as one; empty when all is well. To be asked again after each merge.
std::vector<std::size_t> choose_merge(const std::vector<SegmentSize>& segments);

}  // namespace dateline::indexer
