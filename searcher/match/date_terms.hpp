// A range of days as the fewest years, months and days that make it up.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/tree.hpp"

namespace dateline::searcher {

// Boolean terms: an article has one of them when, and only when, its interval lies inside the range. An article known
// to the month has the terms of its month and year, so a range that cuts through the month does not find it. Both ends
// must be given; ranges of more than some 10,000 years are cut.
std::vector<std::string> date_terms(const DayRange& days);

}  // namespace dateline::searcher
