// Pairs of quotation marks in one paragraph, so that a snippet need not be cut between them.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/snippets/matches.hpp"

namespace dateline::searcher {

// The outermost pairs with their marks, in order; a mark without its other half is left out.
std::vector<ByteRange> quotation_pairs(std::string_view paragraph);

// The pair that is divided by a cut at `at`; null when there is none.
const ByteRange* pair_divided_at(const std::vector<ByteRange>& pairs, std::size_t at);

}  // namespace dateline::searcher
