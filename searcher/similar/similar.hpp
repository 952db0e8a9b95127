// More like this: the articles that share most of what is telling about one.
#pragma once

#include <optional>

#include "dateline/search.hpp"
#include "searcher/archive/state.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// Empty: there is no such article.
std::optional<SearchAnswer> similar(const State& state, text::Analyzer& analyzer, const SimilarRequest& request);

}  // namespace dateline::searcher
