#include "indexer/reading/dates/dates.hpp"

#include <string>

#include "indexer/reading/dates/choice.hpp"
#include "indexer/reading/dates/fields.hpp"
#include "schema/days.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;

namespace {

std::string found_in(const std::string& text, const std::string& language) {
  const auto found = find_date(text, {language, schema::to_day(2026, 1, 1)});
  if (!found) return "none";
  if (found->year_missing)
    return "no year " + std::to_string(found->date.month) + "-" + std::to_string(found->date.day);
  return schema::to_string(certain_part(*found));
}

FoundDate dated(int year, int month, int day, DatePrecision precision = DatePrecision::day) {
  FoundDate found;
  found.date = {year, month, day, precision};
  return found;
}

}  // namespace

TEST_CASE("dates are found in the shapes of many languages") {
  struct Row {
    std::string text, language, expected;
  };
  const Row row = GENERATE(values<Row>({
      {"October 02, 2024", "en", "2024-10-02"},
      {"2 October 2024", "en", "2024-10-02"},
      {"the 2nd of October 2024", "en", "2024-10-02"},
      {"Sept. 9, 2023", "en", "2023-09-09"},
      {"January 2025", "en", "2025-01"},
      {"2024-10-02T11:40:00+02:00", "en", "2024-10-02"},
      {"Wed, 02 Oct 2024 10:00:00 GMT", "en", "2024-10-02"},
      {"5 DEC, 18:22", "en", "no year 12-5"},
      {"13/02/2024", "en", "2024-02-13"},
      {"02/13/2024", "en", "2024-02-13"},
      {"03/04/2024", "en", "2024"},
      {"03/04/2024", "fr", "2024-04-03"},
      {"14 ноября 2024 года", "ru", "2024-11-14"},
      {"август 2024", "ru", "2024-08"},
      {"9 вересня 2024 р.", "uk", "2024-09-09"},
      {"mardi 10 septembre 2024", "fr", "2024-09-10"},
      {"1er mars 2024", "fr", "2024-03-01"},
      {"2. Januar 2025", "de", "2025-01-02"},
      {"13.05.2024, 06:10 Uhr", "de", "2024-05-13"},
      {"8 de julio de 2024", "es", "2024-07-08"},
      {"marzo de 2024", "es", "2024-03"},
      {"20/03/2024 às 18h40", "pt", "2024-03-20"},
      {"12 settembre 2024", "it", "2024-09-12"},
      {"30 LUG 2024", "it", "2024-07-30"},
      {"11 sierpnia 2024", "pl", "2024-08-11"},
      {"11 Eylül 2024 08:20", "tr", "2024-09-11"},
      {"6 مارس/آذار 2024", "ar", "2024-03-06"},
      {"6 ديسمبر كانون الأول 2024", "ar", "2024-12-06"},
      {"١٤ رمضان ١٤٤٦", "ar", "2025-03-14"},
      {"۳۰ خرداد ۱۴۰۳", "fa", "2024-06-19"},
      {"۲۰ ژانویه ۲۰۲۵", "fa", "2025-01-20"},
      {"1403/03/30", "fa", "2024-06-19"},
      {"22 בינואר 2025", "he", "2025-01-22"},
      {"15.09.2024", "he", "2024-09-15"},
      {"2024年07月31日", "zh", "2024-07-31"},
      {"民國113年7月31日", "zh", "2024-07-31"},
      {"令和6年12月6日", "ja", "2024-12-06"},
      {"2024.06.19. 오전 9:12", "ko", "2024-06-19"},
      {"2024년 11월", "ko", "2024-11"},
      {"22 जनवरी 2025", "hi", "2025-01-22"},
      {"12 ก.ย. 2567", "th", "2024-09-12"},
      {"7 มีนาคม พ.ศ. 2567", "th", "2024-03-07"},
      {"2 tháng 10 năm 2024", "vi", "2024-10-02"},
      {"2024. október 2.", "hu", "2024-10-02"},
      {"15 listopada 2023", "pl", "2023-11-15"},
      {"15 listopada 2023", "hr", "2023-10-15"},
      // no dates
      {"on Tuesday", "en", "none"},
      {"in 2024 the fleet left", "en", "none"},
      {"31 February 2024", "en", "none"},
      {"2 October 2031", "en", "none"},
      {"2 October 1815", "en", "none"},
      {"call 020 7946 0018", "en", "none"},
      {"mars and venus", "en", "none"},
      {"", "en", "none"},
  }));
  CAPTURE(row.text, row.language);
  CHECK(found_in(row.text, row.language) == row.expected);
}

TEST_CASE("the date of an address is that of its path") {
  const DateContext context{"en", schema::to_day(2026, 1, 1)};
  const auto date = [&](const char* url) {
    const auto found = date_of_url(url, context);
    return found ? schema::to_string(found->date) : "none";
  };
  CHECK(date("https://paper.example/2024/10/02/ships-return") == "2024-10-02");
  CHECK(date("https://paper.example/news/2024-10-02-ships") == "2024-10-02");
  CHECK(date("https://paper.example/20241002/ships") == "2024-10-02");
  CHECK(date("https://paper.example/2024/10/ships") == "2024-10");
  CHECK(date("https://paper.example/a-5432") == "none");
  CHECK(date("https://paper.example/2024/13/45/x") == "none");
  CHECK(date("https://2024.example") == "none");
}

TEST_CASE("fields hold dates in any shape, and seconds") {
  const DateContext context{"en", schema::to_day(2026, 1, 1)};
  CHECK(schema::to_string(date_of_field("1727870400", context)->date) == "2024-10-02");
  CHECK(schema::to_string(date_of_field("1727870400000", context)->date) == "2024-10-02");
  CHECK(schema::to_string(date_of_field("20241002", context)->date) == "2024-10-02");
  CHECK(schema::to_string(date_of_field("2024", context)->date) == "2024");
  CHECK(schema::to_string(date_of_field("2024-10", context)->date) == "2024-10");
  CHECK_FALSE(date_of_field("yesterday", context));
  CHECK_FALSE(date_of_field("5 December", context));
}

TEST_CASE("the most trusted date wins, and finer ones refine it") {
  const std::int32_t today = schema::to_day(2026, 1, 1);
  DateChoice choice;
  choice.add(DateOrigin::url, dated(2024, 10, 1), "url");
  choice.add(DateOrigin::head_line, dated(2024, 10, 2), "line 3");
  CHECK(schema::to_string(choice.choose(today)->date) == "2024-10-02");
  CHECK(choice.choose(today)->evidence == "line 3; not url");

  DateChoice coarse;
  coarse.add(DateOrigin::head_line, dated(2024, 10, 1, DatePrecision::month), "line 3");
  coarse.add(DateOrigin::url, dated(2024, 10, 17), "url");
  CHECK(schema::to_string(coarse.choose(today)->date) == "2024-10-17");

  DateChoice without_year;
  FoundDate day = dated(0, 12, 5);
  day.year_missing = true;
  without_year.add(DateOrigin::head_line, day, "line 1");
  CHECK_FALSE(without_year.choose(today));
}
