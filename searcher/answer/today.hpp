// The calendar day that it is somewhere.
#pragma once

#include <cstdint>
#include <string>

namespace dateline::searcher {

// Days since 1970-01-01. `timezone` is an IANA name; the machine's when empty. Throws invalid_request for an unknown
// one.
std::int32_t today(const std::string& timezone);

}  // namespace dateline::searcher
