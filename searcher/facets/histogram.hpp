// Articles by day, month or year.
#pragma once

#include <cstddef>
#include <vector>

#include "dateline/search.hpp"
#include "searcher/archive/state.hpp"

namespace dateline::searcher {

// Facet::date takes the finest granularity with at most this many buckets, and shows empty ones between the first and
// the last.
inline constexpr std::size_t most_buckets = 60;

FacetAnswer count_dates(const State& state, const std::vector<schema::Bitmap>& matched, Facet facet, std::size_t limit,
                        bool group);

}  // namespace dateline::searcher
