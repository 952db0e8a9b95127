// When an article was published, as people write it in a query.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/fields.hpp"
#include "searcher/query/tree.hpp"
#include "searcher/query/warnings.hpp"

namespace dateline::searcher {

// The clause `date:value`, `after:value`, ...: a date_range, or nothing where no day is left.
// Empty when the value is no date. `today`: days since 1970-01-01.
std::optional<Node> read_dates(DateClause clause, std::string_view value, std::int32_t today, Warnings& warnings);

// "2024", "2024-04", "2024-04-11", "2024-04..2024-10-03", "..2023", "2023..": as short as it can be said.
std::string to_text(const DayRange& days);

}  // namespace dateline::searcher
