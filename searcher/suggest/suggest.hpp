// Completions of what somebody is typing.
#pragma once

#include <vector>

#include "dateline/suggest.hpp"
#include "searcher/archive/state.hpp"
#include "searcher/suggest/segment_lists.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

std::vector<Suggestion> suggest(const State& state, text::Analyzer& analyzer, const Lists& lists,
                                const SuggestRequest& request);

}  // namespace dateline::searcher
