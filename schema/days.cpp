#include "schema/days.hpp"

#include <cstdio>

namespace dateline::schema {
namespace {

// Years that four digits can write: what input and queries may name.
constexpr int first_year = 1;
constexpr int last_year = 9999;

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take_dash(std::string_view& text) {
  if (text.empty() || text.front() != '-') return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

bool is_valid(int year, int month, int day) {
  return year >= first_year && year <= last_year && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in(year, month);
}

// Method: Howard Hinnant, "chrono-compatible low-level date algorithms": eras of 400 years, years from March.
std::int32_t to_day(int year, int month, int day) {
  year -= month <= 2;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date from_day(std::int32_t day) {
  const std::int64_t shifted = std::int64_t{day} + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = static_cast<int>(shifted - era * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int from_march = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = day_of_year - (153 * from_march + 2) / 5 + 1;
  date.month = from_march < 10 ? from_march + 3 : from_march - 9;
  date.year = static_cast<int>(era * 400) + year_of_era + (date.month <= 2);
  date.precision = DatePrecision::day;
  return date;
}

std::int32_t first_day(const Date& date) {
  switch (date.precision) {
    case DatePrecision::year:
      return to_day(date.year, 1, 1);
    case DatePrecision::month:
      return to_day(date.year, date.month, 1);
    case DatePrecision::day:
      break;
  }
  return to_day(date.year, date.month, date.day);
}

std::int32_t last_day(const Date& date) {
  switch (date.precision) {
    case DatePrecision::year:
      return to_day(date.year, 12, 31);
    case DatePrecision::month:
      return to_day(date.year, date.month, days_in(date.year, date.month));
    case DatePrecision::day:
      break;
  }
  return to_day(date.year, date.month, date.day);
}

std::string to_string(const Date& date) {
  char text[48];
  switch (date.precision) {
    case DatePrecision::year:
      std::snprintf(text, sizeof text, "%04d", date.year);
      break;
    case DatePrecision::month:
      std::snprintf(text, sizeof text, "%04d-%02d", date.year, date.month);
      break;
    case DatePrecision::day:
      std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
      break;
  }
  return text;
}

std::optional<Date> parse_iso(std::string_view text) {
  Date date;
  date.precision = DatePrecision::year;
  const auto year = take_number(text, 4);
  if (!year) return std::nullopt;
  date.year = *year;
  if (!text.empty()) {
    const auto month = take_dash(text) ? take_number(text, 2) : std::nullopt;
    if (!month) return std::nullopt;
    date.month = *month;
    date.precision = DatePrecision::month;
  }
  if (!text.empty()) {
    const auto day = take_dash(text) ? take_number(text, 2) : std::nullopt;
    if (!day) return std::nullopt;
    date.day = *day;
    date.precision = DatePrecision::day;
  }
  if (!text.empty() || !is_valid(date.year, date.month, date.day)) return std::nullopt;
  return date;
}

}  // namespace dateline::schema
