// Dates in queries, asked on Wednesday, 12 June 2024.
#include "schema/days.hpp"
#include "tests/searcher/query/tables.hpp"

using namespace dateline::searcher;
using dateline::searcher::tests::check;
using dateline::searcher::tests::read;

TEST_CASE("date: takes a year, a month, a day or a range") {
  check({
      {"date:2024", "date:2024"},
      {"date:2024-04", "date:2024-04"},
      {"date:2024-4", "date:2024-04"},
      {"date:2024-04-11", "date:2024-04-11"},
      {"date:2024-4-11", "date:2024-04-11"},
      {"date:2024-4-1", "date:2024-04-01"},
      {"date:2024/4/11", "date:2024-04-11"},
      {"date:2024/04/11", "date:2024-04-11"},
      {"date:2024.4.11", "date:2024-04-11"},
      {"date:20240411", "date:2024-04-11"},
      {"date:２０２４-０４", "date:2024-04"},
      {"date:٢٠٢٤", "date:2024"},
      {"date:2024-02-29", "date:2024-02-29"},
      {"date:2024-04..2024-10", "date:2024-04..2024-10"},
      {"date:2024-04…2024-10", "date:2024-04..2024-10"},
      {"date:2020–2024", "date:2020..2024"},
      {"date:2020-2024", "date:2020..2024"},
      {"date:..2023-05-01", "date:..2023-05-01"},
      {"date:2023-05-02..", "date:2023-05-02.."},
      {"date:2024-01-01..2024-12-31", "date:2024"},
      {"date:2024-01-01..2024-10-31", "date:2024..2024-10"},
      {"date:2024-10..2024-04", "date:2024-04..2024-10"},
      {"date:(2023 OR 2024-04)", "date:2023 OR date:2024-04"},
      {"date:(2020 2022)", "date:2020 OR date:2022"},
      {"DATE:2024,", "date:2024"},
      {"date:0001", "date:0001"},
      {"date:9999", "date:9999"},
  });
}

TEST_CASE("after: and before: exclude, since: and until: include") {
  check({
      {"after:2024-04", "date:2024-05.."},
      {"after:2024-04-11", "date:2024-04-12.."},
      {"after:2023", "date:2024.."},
      {"before:2024-04", "date:..2024-03"},
      {"before:2024-04-11", "date:..2024-04-10"},
      {"before:2024", "date:..2023"},
      {"since:2024-04", "date:2024-04.."},
      {"since:2024-04-11", "date:2024-04-11.."},
      {"until:2024-04", "date:..2024-04"},
      {"after:2023 before:2024-04", "date:2024.. date:..2024-03"},
  });
}

TEST_CASE("dates as East Asian keyboards type them") {
  check({
      {"date:２０２４－０４", "date:2024-04"},
      {"date：２０２４／４／１１", "date:2024-04-11"},
      {"date:２０２４．４", "date:2024-04"},
      {"date:2024年", "date:2024"},
      {"date:2024年4月", "date:2024-04"},
      {"date:2024年4月11日", "date:2024-04-11"},
      {"date:\"2024년 4월 11일\"", "date:2024-04-11"},
      {"date:2024-04～2024-06", "date:2024-04..2024-06"},
      {"date:2024-04〜2024-06", "date:2024-04..2024-06"},
      {"date:2024年4月～", "date:2024-04.."},
      {"since:２０２４", "date:2024.."},
      {"since:７d", "date:2024-06-05.."},
      {"date:２０２４-Ｗ１５", "date:2024-04-08..2024-04-14"},
  });
}

TEST_CASE("days that have names stand wherever dates do") {
  check({
      {"date:now", "date:2024-06-12"},
      {"DATE:Last-Week", "date:2024-06-03..2024-06-09"},
      {"date:\"Last Month\"", "date:2024-05"},
      {"date:\"this week\"", "date:2024-06-10..2024-06-16"},
      {"date:this_month", "date:2024-06"},
      {"date:today..", "date:2024-06-12.."},
      {"date:..yesterday", "date:..2024-06-11"},
      {"date:last-year..last-month", "date:2023..2024-05"},
      {"date:last-week..this-week", "date:2024-06-03..2024-06-16"},
      {"date:2024-05..today", "date:2024-05..2024-06-12"},
      {"date:(yesterday OR today)", "date:2024-06-11 OR date:2024-06-12"},
      {"-date:today", "-date:2024-06-12"},
      {"after:last-week", "date:2024-06-10.."},
      {"after:today", "date:2024-06-13.."},
      {"before:today", "date:..2024-06-11"},
      {"before:this-year", "date:..2023"},
      {"before:last-month", "date:..2024-04"},
      {"since:last-month", "date:2024-05.."},
      {"since:last-year", "date:2023.."},
      {"since:1Y", "date:2023-06-12.."},
      {"since:\"1 year\"", "date:2023-06-12.."},
      {"since:2-months", "date:2024-04-12.."},
      {"since:1day", "date:2024-06-11.."},
      {"until:yesterday", "date:..2024-06-11"},
      {"until:last-week", "date:..2024-06-09"},
      {"until:7d", "date:..2024-06-05"},
      {"date:2w", "date:2024-05-29..2024-06-12"},
      {"date:1m..1w", "date:2024-05-12..2024-06-05"},
  });
  check({{"date:tomorrow a", "a"},
         {"date:next-week a", "a"},
         {"date:2024-Q1 a", "a"},
         {"date:this a", "a"},
         {"since:last a", "a"},
         {"date:年 a", "a"}},
        true);
}

TEST_CASE("weeks of ISO 8601 run from Monday to Sunday") {
  check({
      {"date:2024-W15", "date:2024-04-08..2024-04-14"},
      {"date:2024-w15", "date:2024-04-08..2024-04-14"},
      {"date:2024W15", "date:2024-04-08..2024-04-14"},
      {"date:2024/W15", "date:2024-04-08..2024-04-14"},
      {"date:２０２４-W１５", "date:2024-04-08..2024-04-14"},
      {"date:2024-W1", "date:2024..2024-01-07"},
      {"date:2015-W01", "date:2014-12-29..2015-01-04"},
      {"date:2020-W53", "date:2020-12-28..2021-01-03"},
      {"date:2021-W01", "date:2021-01-04..2021-01-10"},
      {"date:2024-W15..2024-W16", "date:2024-04-08..2024-04-21"},
      {"date:2024-W15..", "date:2024-04-08.."},
      {"date:..2024-W15", "date:..2024-04-14"},
      {"date:2024-W18..2024-05", "date:2024-04-29..2024-05"},
      {"date:(2024-W15 OR 2024-W17)", "date:2024-04-08..2024-04-14 OR date:2024-04-22..2024-04-28"},
      {"after:2024-W15", "date:2024-04-15.."},
      {"before:2024-W15", "date:..2024-04-07"},
      {"since:2024-W15", "date:2024-04-08.."},
      {"until:2024-W15", "date:..2024-04-14"},
  });
  check({{"date:2021-W53 a", "a"},
         {"date:2024-W00 a", "a"},
         {"date:2024-W155 a", "a"},
         {"date:24-W15 a", "a"},
         {"date:W15 a", "a"},
         {"date:2024-W15-3 a", "a"}},
        true);
}

TEST_CASE("dates that depend on today") {
  check({
      {"date:today", "date:2024-06-12"},
      {"date:Yesterday", "date:2024-06-11"},
      {"date:this-week", "date:2024-06-10..2024-06-16"},
      {"date:last-week", "date:2024-06-03..2024-06-09"},
      {"date:\"last week\"", "date:2024-06-03..2024-06-09"},
      {"date:last_month", "date:2024-05"},
      {"date:this-month", "date:2024-06"},
      {"date:last-year", "date:2023"},
      {"date:this-year", "date:2024"},
      {"date:last-month..today", "date:2024-05..2024-06-12"},
      {"since:7d", "date:2024-06-05.."},
      {"since:0d", "date:2024-06-12.."},
      {"since:1w", "date:2024-06-05.."},
      {"since:3w", "date:2024-05-22.."},
      {"since:2m", "date:2024-04-12.."},
      {"since:1y", "date:2023-06-12.."},
      {"since:7days", "date:2024-06-05.."},
      {"since:\"2 weeks\"", "date:2024-05-29.."},
      {"since:yesterday", "date:2024-06-11.."},
      {"since:last-week", "date:2024-06-03.."},
      {"after:yesterday", "date:2024-06-12.."},
      {"before:7d", "date:..2024-06-04"},
      {"date:7d", "date:2024-06-05..2024-06-12"},
      {"date:7d..yesterday", "date:2024-06-05..2024-06-11"},
      {"since:99999999y", "date:0001.."},
  });
}

TEST_CASE("months end where they end") {
  const std::int32_t last_of_march = dateline::schema::to_day(2024, 3, 31);
  CHECK(print(parse("since:1m", {last_of_march}).root) == "date:2024-02-29..");
  CHECK(print(parse("since:13m", {last_of_march}).root) == "date:2023-02-28..");
  CHECK(print(parse("date:last-month", {dateline::schema::to_day(2024, 1, 15)}).root) == "date:2023-12");
}

TEST_CASE("weeks begin on Monday") {
  for (int day = 10; day <= 16; ++day) {
    const std::int32_t today = dateline::schema::to_day(2024, 6, day);
    CHECK(print(parse("date:this-week", {today}).root) == "date:2024-06-10..2024-06-16");
  }
  CHECK(print(parse("date:this-week", {dateline::schema::to_day(1969, 12, 31)}).root) == "date:1969-12-29..1970-01-04");
}

TEST_CASE("what is no date is left out with a warning") {
  check(
      {
          {"date:2024-13 a", "a"},
          {"date:2023-02-29 a", "a"},
          {"date:2024-04-31 a", "a"},
          {"date:soon a", "a"},
          {"date:24 a", "a"},
          {"date:0000 a", "a"},
          {"date:.. a", "a"},
          {"date:2024..soon a", "a"},
          {"since:tomorrow a", "a"},
          {"since:7 a", "a"},
          {"since:7h a", "a"},
          {"-date:soon a", "a"},
          {"date:(soon OR 2024)", "date:2024"},
          {"before:0001 a", "-* a"},
          {"after:9999 a", "-* a"},
          {"date:\"\" a", "a"},
          {"date:2024-04-11-12 a", "a"},
          {"date:12345 a", "a"},
      },
      true);
}

TEST_CASE("a date node has days and their text") {
  const Node node = read("date:2024-04").root;
  CHECK(node.kind == NodeKind::date_range);
  CHECK(node.days == DayRange{dateline::schema::to_day(2024, 4, 1), dateline::schema::to_day(2024, 4, 30)});
  CHECK(node.text == "2024-04");
  CHECK(read("after:2024-04").root.days.last == DayRange::open_end);
  CHECK(read("before:2024-04").root.days.first == DayRange::open_start);
}

TEST_CASE("any clock is survived") {
  for (std::int32_t today : {INT32_MIN, -1'000'000, 0, 3'000'000, INT32_MAX})
    for (const char* query : {"since:7d", "date:last-year", "date:this-week", "since:99y"})
      CHECK(parse(query, {today}).warnings.empty());
}
