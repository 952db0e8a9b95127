// Exact counts of the values that matching articles have.
#pragma once

#include <cstddef>
#include <vector>

#include "dateline/search.hpp"
#include "searcher/archive/state.hpp"

namespace dateline::searcher {

// `matched`: one bitmap a segment. With `group`, a value counts once for each story that has it.
FacetAnswer count_facet(const State& state, const std::vector<schema::Bitmap>& matched, Facet facet, std::size_t limit,
                        bool group);

}  // namespace dateline::searcher
