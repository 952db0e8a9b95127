// Articles over time, as a chart: `answer.facets` has one facet, and it is one of time.
#pragma once

#include <string>

#include "app/print/page.hpp"
#include "dateline/search.hpp"

namespace dateline::app {

// A line and a bar for each day, week, month or year.
std::string timeline_as_text(const SearchAnswer& answer, bool interpreted, const Page& page);

// A picture that needs nothing beside itself: title, axes, bars that say their numbers, in the reader's light or dark.
std::string timeline_as_svg(const SearchAnswer& answer);

}  // namespace dateline::app
