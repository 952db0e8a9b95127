// Articles by day, week, month or year.
#pragma once

#include <cstddef>
#include <optional>

#include "dateline/search.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {

// Facet::date takes the finest of day, month and year, the precisions that a date has, with at most this many buckets.
inline constexpr std::size_t most_date_buckets = 60;
// Empty buckets between the first and the last are shown up to this many in all. An archive with one wrong date would
// have thousands.
inline constexpr std::size_t most_filled_buckets = 1000;

// `facet`: one that is_by_time(). With a limit only the fullest buckets stay, and no empty ones.
FacetAnswer count_dates(const MatchedStories& articles, Facet facet, std::optional<std::size_t> limit);

}  // namespace dateline::searcher
