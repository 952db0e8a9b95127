// A request becomes an answer.
#pragma once

#include <functional>

#include "dateline/search.hpp"
#include "searcher/archive/state.hpp"
#include "searcher/plan/ranking_rules.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

SearchAnswer search(const State& state, text::Analyzer& analyzer, const SearchRequest& request,
                    const RankingRules& rules = {});
// The same with each hit handed out when it is made, until `each` returns false; the answer has none.
SearchAnswer for_each_hit(const State& state, text::Analyzer& analyzer, const SearchRequest& request,
                          const std::function<bool(Hit&&)>& each, const RankingRules& rules = {});
QuoteAnswer quotes(const State& state, text::Analyzer& analyzer, const QuoteRequest& request);

}  // namespace dateline::searcher
