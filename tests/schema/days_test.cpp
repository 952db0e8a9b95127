#include "schema/days.hpp"

#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::schema;

TEST_CASE("days count from 1970 in the Gregorian calendar") {
  struct Row {
    int year, month, day;
    std::int32_t number;
  };
  const Row rows[] = {{1970, 1, 1, 0},      {1969, 12, 31, -1},  {1970, 2, 1, 31},
                      {2000, 2, 29, 11016}, {2000, 3, 1, 11017}, {2024, 10, 2, 19998},
                      {1900, 3, 1, -25508}, {1, 1, 1, -719162},  {9999, 12, 31, 2932896}};
  for (const Row& row : rows) {
    CAPTURE(row.year, row.month, row.day);
    CHECK(to_day(row.year, row.month, row.day) == row.number);
    CHECK(from_day(row.number) == Date{row.year, row.month, row.day, DatePrecision::day});
  }
}

TEST_CASE("every day of a thousand years is the one after the day before") {
  for (std::int32_t day = to_day(1500, 1, 1); day < to_day(2500, 1, 1); ++day) {
    const Date date = from_day(day);
    if (to_day(date.year, date.month, date.day) != day || !is_valid(date.year, date.month, date.day)) FAIL(day);
  }
}

TEST_CASE("a date covers what its precision leaves open") {
  const Date year{2024, 1, 1, DatePrecision::year};
  CHECK(from_day(first_day(year)) == Date{2024, 1, 1, DatePrecision::day});
  CHECK(from_day(last_day(year)) == Date{2024, 12, 31, DatePrecision::day});
  const Date february{2023, 2, 1, DatePrecision::month};
  CHECK(from_day(first_day(february)) == Date{2023, 2, 1, DatePrecision::day});
  CHECK(from_day(last_day(february)) == Date{2023, 2, 28, DatePrecision::day});
  const Date day{2023, 2, 7, DatePrecision::day};
  CHECK(first_day(day) == last_day(day));
}

TEST_CASE("dates are written and read in ISO form, to their precision") {
  for (const char* text : {"2024-10-02", "2024-10", "2024", "0001-01-01", "2000-02-29"}) {
    const auto date = parse_iso(text);
    REQUIRE(date);
    CHECK(to_string(*date) == text);
  }
  for (const char* text : {"", "24", "2024-", "2024-13", "2024-00", "2024-1-2", "2024-02-30", "1900-02-29",
                           "2024-10-02T00:00", "2024/10/02", "-2024", "0000-01-01", "20241002", "２０２４"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso(text));
  }
}
