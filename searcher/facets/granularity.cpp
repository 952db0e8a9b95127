#include "searcher/facets/granularity.hpp"

#include <cstddef>
#include <cstdio>

#include "schema/days.hpp"

namespace dateline::searcher {
namespace {

constexpr std::int32_t rounded_down(std::int32_t number, std::int32_t divisor) {
  return (number >= 0 ? number : number - divisor + 1) / divisor;
}

// Day 0 is a Thursday, so week 0 begins three days before it and the Thursday of week n is day 7 n.
std::int32_t week_of(std::int32_t day) { return rounded_down(day + 3, 7); }

// A week belongs to the year of its Thursday (ISO 8601).
std::string week_name(std::int32_t week) {
  const std::int32_t thursday = week * 7;
  const int year = schema::from_day(thursday).year;
  char text[48];
  std::snprintf(text, sizeof text, "%04d-W%02d", year, (thursday - schema::to_day(year, 1, 1)) / 7 + 1);
  return text;
}

std::string month_name(std::int32_t month) {
  Date date;
  date.precision = DatePrecision::month;
  date.year = rounded_down(month, 12);
  date.month = month - date.year * 12 + 1;
  return schema::to_string(date);
}

std::string year_name(std::int32_t year) {
  Date date;
  date.precision = DatePrecision::year;
  date.year = year;
  return schema::to_string(date);
}

}  // namespace

std::string_view name_of(Granularity granularity) {
  static constexpr std::string_view names[] = {"day", "week", "month", "year"};
  return names[static_cast<std::size_t>(granularity)];
}

std::int32_t bucket_of(std::int32_t day, Granularity granularity) {
  if (granularity == Granularity::day) return day;
  if (granularity == Granularity::week) return week_of(day);
  const Date date = schema::from_day(day);
  return granularity == Granularity::year ? date.year : date.year * 12 + date.month - 1;
}

std::int32_t first_day_of(std::int32_t bucket, Granularity granularity) {
  switch (granularity) {
    case Granularity::day:
      return bucket;
    case Granularity::week:
      return bucket * 7 - 3;
    case Granularity::month:
      return schema::to_day(rounded_down(bucket, 12), bucket - rounded_down(bucket, 12) * 12 + 1, 1);
    case Granularity::year:
      break;
  }
  return schema::to_day(bucket, 1, 1);
}

std::string bucket_name(std::int32_t bucket, Granularity granularity) {
  switch (granularity) {
    case Granularity::day:
      return schema::to_string(schema::from_day(bucket));
    case Granularity::week:
      return week_name(bucket);
    case Granularity::month:
      return month_name(bucket);
    case Granularity::year:
      break;
  }
  return year_name(bucket);
}

}  // namespace dateline::searcher
