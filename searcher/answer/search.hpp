// A request becomes an answer.
#pragma once

#include "dateline/search.hpp"
#include "searcher/archive/state.hpp"
#include "searcher/plan/ranking_rules.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

SearchAnswer search(const State& state, text::Analyzer& analyzer, const SearchRequest& request,
                    const RankingRules& rules = {});
QuoteAnswer quotes(const State& state, text::Analyzer& analyzer, const QuoteRequest& request);

}  // namespace dateline::searcher
