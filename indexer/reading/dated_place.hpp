// "PRAHA 2. října 2024 (ABC) - ", "BRENNA, 5 December 2024 — ": datelines of agencies that no table knows.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/reading/dates/dates.hpp"

namespace dateline::indexer {

// Where the date of such a dateline ends that `opening` (of a first paragraph) begins with; 0: it begins otherwise, as
// sentences do that say when something happened.
std::size_t end_of_place_and_date(std::string_view opening, const DateContext& context);

}  // namespace dateline::indexer
