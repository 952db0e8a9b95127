// Years counted from somewhere: 令和, 平成, 民國, 주체. Those that ICU knows, and rows of
// data/lexicons/dates/names.tsv.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "indexer/reading/dates/calendars.hpp"

namespace dateline::indexer {

// The era that `folded`, a date_key(), ends with, and its calendar.
std::optional<std::pair<Calendar, int>> find_era_at_end(std::string_view folded);

}  // namespace dateline::indexer
