// Days of calendars that newspapers print, as days of ours. Thread-safe.
#pragma once

#include <cstdint>
#include <optional>

#include "dateline/article.hpp"

namespace dateline::indexer {

enum class Calendar : std::uint8_t {
  gregorian,
  buddhist,  // Thailand: our months, 543 years more
  minguo,    // Taiwan: our months, counted from 1912; North Korea's Juche years are the same
  japanese,  // our months, counted within an era
  persian,   // Jalali: Iran, Afghanistan
  islamic,   // Umm al-Qura, as printed in Saudi Arabia
  ethiopic,  // Amete Mihret
};

struct CalendarDate {
  Calendar calendar = Calendar::gregorian;
  int year = 0;
  int month = 0;  // 0: only the year is known
  int day = 0;    // 0: only the month is known
  int era = 0;    // japanese: as ICU counts them
};

// The same day; nothing for a day that there never was. Months that straddle two of ours leave only the year.
std::optional<Date> to_gregorian(const CalendarDate& date);

}  // namespace dateline::indexer
