// Dates of what machines write: fields of records and pages, addresses.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/reading/dates/dates.hpp"

namespace dateline::indexer {

// /2024/10/02/, /2024/oct/02/, /2024-10/02/, /20241002/, AEN20241002003000315, /02-10-2024/: the path's date.
std::optional<FoundDate> date_of_url(std::string_view url, const DateContext& context);

// A field's value: a date in any shape, 20241002T114000Z, or seconds or milliseconds since 1970. A clock time with a
// zone means the calendar day that is written, which is the publisher's.
std::optional<FoundDate> date_of_field(std::string_view value, const DateContext& context);

}  // namespace dateline::indexer
