#include "indexer/reading/dates/calendars.hpp"

#include <unicode/calendar.h>

#include <cmath>
#include <memory>

#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

constexpr double milliseconds_a_day = 86'400'000.0;

std::unique_ptr<icu::Calendar> open(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale), status));
  if (U_FAILURE(status) || !calendar) return nullptr;
  calendar->setLenient(false);
  return calendar;
}

// ICU's calendars are mutable: one of each a thread. Null for those that are arithmetic on our own years.
icu::Calendar* engine(Calendar calendar) {
  switch (calendar) {
    case Calendar::japanese: {
      thread_local const auto opened = open("ja@calendar=japanese");
      return opened.get();
    }
    case Calendar::persian: {
      thread_local const auto opened = open("fa@calendar=persian");
      return opened.get();
    }
    case Calendar::islamic: {
      thread_local const auto opened = open("ar@calendar=islamic-umalqura");
      return opened.get();
    }
    case Calendar::ethiopic: {
      thread_local const auto opened = open("am@calendar=ethiopic");
      return opened.get();
    }
    case Calendar::gregorian:
    case Calendar::buddhist:
    case Calendar::minguo:
      break;
  }
  return nullptr;
}

std::optional<std::int32_t> day_of(const CalendarDate& date, int day) {
  icu::Calendar* calendar = engine(date.calendar);
  if (!calendar) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  calendar->clear();
  if (date.calendar == Calendar::japanese) calendar->set(UCAL_ERA, date.era);
  calendar->set(UCAL_YEAR, date.year);
  calendar->set(UCAL_MONTH, date.month - 1);
  calendar->set(UCAL_DATE, day);
  const double milliseconds = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<std::int32_t>(std::floor(milliseconds / milliseconds_a_day));
}

std::optional<int> last_day_of_month(const CalendarDate& date) {
  for (int day = 32; day >= 28; --day)
    if (day_of(date, day)) return day;
  return std::nullopt;
}

std::optional<Date> span_of_month(const CalendarDate& date) {
  const std::optional<int> last = last_day_of_month(date);
  const std::optional<std::int32_t> first_day = day_of(date, 1);
  if (!last || !first_day) return std::nullopt;
  const Date begin = schema::from_day(*first_day), end = schema::from_day(*day_of(date, *last));
  if (begin.year != end.year) return std::nullopt;
  if (begin.month != end.month) return Date{begin.year, 1, 1, DatePrecision::year};
  return Date{begin.year, begin.month, 1, DatePrecision::month};
}

std::optional<Date> with_our_months(int year, const CalendarDate& date) {
  const DatePrecision precision = date.day     ? DatePrecision::day
                                  : date.month ? DatePrecision::month
                                               : DatePrecision::year;
  const Date made{year, date.month ? date.month : 1, date.day ? date.day : 1, precision};
  if (!schema::is_valid(made.year, made.month, made.day)) return std::nullopt;
  return made;
}

}  // namespace

std::optional<Date> to_gregorian(const CalendarDate& date) {
  if (date.calendar == Calendar::gregorian) return with_our_months(date.year, date);
  if (date.calendar == Calendar::buddhist) return with_our_months(date.year - 543, date);
  if (date.calendar == Calendar::minguo) return with_our_months(date.year + 1911, date);
  if (date.month < 1 || date.month > 13) return std::nullopt;
  if (date.day == 0) return span_of_month(date);
  const std::optional<std::int32_t> day = day_of(date, date.day);
  if (!day) return std::nullopt;
  return schema::from_day(*day);
}

}  // namespace dateline::indexer
