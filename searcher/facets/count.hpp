// Exact counts of the values and dates that matching articles have.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "dateline/search.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {

// One answer a facet, in their order. Without a limit each has the usual number of values, and all of its dates.
std::vector<FacetAnswer> count_facets(const MatchedStories& articles, std::span<const Facet> facets,
                                      std::optional<std::size_t> limit);

}  // namespace dateline::searcher
