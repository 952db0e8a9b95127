#include "searcher/answer/today.hpp"

#include <unicode/timezone.h>

#include <chrono>
#include <cmath>
#include <memory>

#include "dateline/error.hpp"

namespace dateline::searcher {

std::int32_t today(const std::string& timezone) {
  std::unique_ptr<icu::TimeZone> zone(timezone.empty()
                                          ? icu::TimeZone::createDefault()
                                          : icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(timezone)));
  if (!timezone.empty() && *zone == icu::TimeZone::getUnknown())
    throw Error(ErrorCode::invalid_request, "\"" + timezone + "\" is no time zone",
                "Use a name like Europe/Berlin or UTC.");
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  const double now = static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count());
  std::int32_t offset = 0, daylight_saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(now, false, offset, daylight_saving, status);
  constexpr double milliseconds_a_day = 86'400'000;
  return static_cast<std::int32_t>(std::floor((now + offset + daylight_saving) / milliseconds_a_day));
}

}  // namespace dateline::searcher
