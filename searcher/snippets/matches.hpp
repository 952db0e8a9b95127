// Where a text has what is looked for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/snippets/targets.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

struct ByteRange {
  std::uint32_t begin = 0, end = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// One or more whole tokens that stand for a word or phrase of the query.
struct TextMatch {
  ByteRange range;
  WordSet words = 0;
};

// By begin, then end. Matches may overlap: bigrams, phrases with a word in common.
std::vector<TextMatch> find_matches(const text::Analysis& analysis, const MatchTargets& targets);

// What to mark of the matches inside `within`: overlapping and touching ones as one range.
std::vector<ByteRange> marks(const std::vector<TextMatch>& matches, ByteRange within);

}  // namespace dateline::searcher
