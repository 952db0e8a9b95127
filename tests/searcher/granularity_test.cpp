#include "searcher/facets/granularity.hpp"

#include "schema/days.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::searcher;

namespace {

std::string bucket(int year, int month, int day, Granularity granularity) {
  return bucket_name(bucket_of(schema::to_day(year, month, day), granularity), granularity);
}

}  // namespace

TEST_CASE("weeks are those of ISO 8601: they begin on Monday and belong to the year of their Thursday") {
  struct Row {
    int year, month, day;
    std::string week;
  };
  const Row rows[] = {{1970, 1, 1, "1970-W01"},   {1969, 12, 29, "1970-W01"}, {1969, 12, 28, "1969-W52"},
                      {2024, 4, 11, "2024-W15"},  {2024, 4, 14, "2024-W15"},  {2024, 4, 15, "2024-W16"},
                      {2024, 12, 29, "2024-W52"}, {2024, 12, 30, "2025-W01"}, {2021, 1, 3, "2020-W53"},
                      {2021, 1, 4, "2021-W01"},   {1900, 1, 1, "1900-W01"},   {1, 1, 1, "0001-W01"},
                      {9999, 12, 31, "9999-W52"}};
  for (const Row& row : rows) CHECK(bucket(row.year, row.month, row.day, Granularity::week) == row.week);
}

TEST_CASE("other buckets are dates of less precision") {
  CHECK(bucket(2024, 4, 11, Granularity::day) == "2024-04-11");
  CHECK(bucket(2024, 4, 11, Granularity::month) == "2024-04");
  CHECK(bucket(2024, 4, 11, Granularity::year) == "2024");
  CHECK(bucket(1969, 12, 31, Granularity::month) == "1969-12");
}

TEST_CASE("buckets follow each other without holes, and no two have one name") {
  const Granularity granularity = GENERATE(Granularity::day, Granularity::week, Granularity::month, Granularity::year);
  std::int32_t before = bucket_of(-40'000, granularity);
  std::string name = bucket_name(before, granularity);
  for (std::int32_t day = -40'000; day < 40'000; ++day) {
    const std::int32_t bucket = bucket_of(day, granularity);
    if (bucket == before) continue;
    REQUIRE(bucket == before + 1);
    REQUIRE(bucket_name(bucket, granularity) > name);
    before = bucket;
    name = bucket_name(bucket, granularity);
  }
}
