// The units of which snippets are made: sentences, and sentences that one pair of quotation marks holds together.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/snippets/matches.hpp"

namespace dateline::searcher {

// Without the blanks around them, in order. A unit of several sentences has at most `length` code points, or the
// quotation that they share has.
std::vector<ByteRange> sentence_units(std::string_view paragraph, std::string_view language,
                                      const std::vector<ByteRange>& quotations, std::size_t length);

// Those of them that lie around some stretches of the paragraph, and all that hold one: a long paragraph is not divided
// from end to end for the sake of two sentences. `wanted` rises and does not overlap.
std::vector<ByteRange> sentence_units_around(const std::vector<ByteRange>& wanted, std::string_view paragraph,
                                             std::string_view language, const std::vector<ByteRange>& quotations,
                                             std::size_t length);

}  // namespace dateline::searcher
