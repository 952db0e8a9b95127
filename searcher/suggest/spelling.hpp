// What a query that finds little was probably meant to be.
#pragma once

#include <optional>
#include <string>

#include "dateline/search.hpp"
#include "searcher/archive/state.hpp"
#include "searcher/suggest/segment_lists.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// The query with the words that the archive does not have replaced by the nearest that it has, everything else as
// written. Empty: there is nothing to replace, nothing near, or the answer has enough as it is.
std::optional<std::string> spelling_suggestion(const State& state, text::Analyzer& analyzer, const Lists& lists,
                                               const SearchAnswer& answer);

}  // namespace dateline::searcher
