#include "indexer/reading/dates/dates.hpp"

#include <random>
#include <string>
#include <vector>

#include "indexer/reading/dates/choice.hpp"
#include "indexer/reading/dates/date_key.hpp"
#include "indexer/reading/dates/fields.hpp"
#include "indexer/reading/dates/line.hpp"
#include "indexer/reading/dates/tokens.hpp"
#include "schema/days.hpp"
#include "tests/support/catch.hpp"
#include "text/lexicon.hpp"

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

TEST_CASE("the evidence names what lost, and where it stood") {
  const std::int32_t today = schema::to_day(2026, 1, 1);
  DateChoice choice;
  choice.add(DateOrigin::url, dated(2024, 10, 1), "url: 2024/10/01");
  choice.add(DateOrigin::labelled, dated(2024, 10, 2), "line 3: 2 October 2024");
  choice.add(DateOrigin::dateline, dated(2024, 10, 2), "dateline, line 5: Oct 2, 2024");
  choice.add(DateOrigin::updated, dated(2024, 10, 4), "line 4: 4 October 2024");
  CHECK(choice.choose(today)->evidence == "line 3: 2 October 2024; not url: 2024/10/01");
  CHECK(schema::to_string(choice.updated(today)->date) == "2024-10-04");
  CHECK(choice.updated(today)->evidence == "line 4: 4 October 2024");
}

TEST_CASE("a day without its year takes that of a date within days") {
  const std::int32_t today = schema::to_day(2026, 1, 1);
  const auto chosen = [&](int month, int day, const FoundDate& base) {
    FoundDate without_year = dated(0, month, day);
    without_year.year_missing = true;
    DateChoice choice;
    choice.add(DateOrigin::head_line, without_year, "line 1");
    choice.add(DateOrigin::url, base, "url");
    return schema::to_string(choice.choose(today)->date);
  };
  CHECK(chosen(10, 1, dated(2024, 10, 2)) == "2024-10-01");
  CHECK(chosen(12, 31, dated(2025, 1, 1)) == "2024-12-31");
  CHECK(chosen(1, 1, dated(2024, 12, 31)) == "2025-01-01");
  CHECK(chosen(3, 1, dated(2024, 10, 2)) == "2024-10-02");  // another event's
  CHECK(chosen(10, 17, dated(2024, 10, 1, DatePrecision::month)) == "2024-10-17");
  CHECK(chosen(2, 29, dated(2023, 2, 28)) == "2023-02-28");
}

TEST_CASE("an open order of day and month waits for another date, a publisher or a weekday") {
  const std::int32_t today = schema::to_day(2026, 1, 1);
  const auto settled = [&](int weekday, bool month_first, std::optional<FoundDate> other = std::nullopt) {
    FoundDate open = dated(2024, 4, 3);  // 03/04/2024
    open.other_reading = Date{2024, 3, 4, DatePrecision::day};
    DateChoice choice;
    choice.add(DateOrigin::labelled, open, "line 1");
    if (other) choice.add(DateOrigin::url, *other, "url");
    CHECK(choice.has_open_order());
    choice.settle_orders(weekday, month_first);
    return schema::to_string(choice.choose(today)->date);
  };
  CHECK(settled(0, false) == "2024");
  CHECK(settled(4, false) == "2024-04-03");  // a Wednesday
  CHECK(settled(2, false) == "2024-03-04");  // a Monday
  CHECK(settled(7, false) == "2024");
  CHECK(settled(0, true) == "2024-03-04");
  CHECK(settled(0, false, dated(2024, 3, 4)) == "2024-03-04");
  CHECK(settled(2, true, dated(2024, 4, 3)) == "2024-04-03");
  CHECK(settled(0, false, dated(2024, 4, 2)) == "2024-04-02");  // both lie in 2024: the finer one
}

TEST_CASE("days of other calendars are days of ours") {
  const auto day = [](Calendar calendar, int year, int month, int of_month, int era = 0) {
    const auto date = to_gregorian({calendar, year, month, of_month, era});
    return date ? schema::to_string(*date) : "none";
  };
  CHECK(day(Calendar::persian, 1403, 12, 30) == "2025-03-20");  // a leap year
  CHECK(day(Calendar::persian, 1404, 12, 30) == "none");
  CHECK(day(Calendar::persian, 1403, 7, 31) == "none");
  CHECK(day(Calendar::persian, 1403, 7, 0) == "2024");
  CHECK(day(Calendar::islamic, 1446, 9, 1) == "2025-03-01");  // Ramadan in Riyadh
  CHECK(day(Calendar::islamic, 1446, 9, 0) == "2025-03");     // the whole month
  CHECK(day(Calendar::islamic, 1446, 9, 30) == "none");
  CHECK(day(Calendar::buddhist, 2567, 2, 29) == "2024-02-29");
  CHECK(day(Calendar::buddhist, 2566, 2, 29) == "none");
  CHECK(day(Calendar::minguo, 113, 7, 31) == "2024-07-31");
  CHECK(day(Calendar::japanese, 6, 10, 2, 236) == "2024-10-02");
  CHECK(day(Calendar::ethiopic, 2017, 1, 22) == "2024-10-02");
  CHECK(day(Calendar::gregorian, 2023, 2, 29) == "none");
}

TEST_CASE("rows of the word lists are as words of dates are compared") {
  for (const char* name : {"lexicons/dates/labels.tsv", "lexicons/dates/names.tsv"})
    text::for_each_row(text::data_file(name), [&](std::size_t line, const std::vector<std::string_view>& row) {
      CAPTURE(name, line);
      CHECK(date_key(row.back()) == row.back());
    });
}

TEST_CASE("whatever stands in a line, its dates lie in it, in order, and are days that there were") {
  const std::vector<std::string> pieces{
      "2024",   "10",     "2",         "31",     "02/10/2024",  "2024-10-02", "14:45",  "octobre", "October", "год",
      "年",     "月",     "日",        "令和",   "元",          "二〇",       "十",     "مهر",     "۱۱",      "هـ",
      "ב",      "תשרי",   "ต.ค.",      "๒๕๖๗",   ".",           ",",          "/",      "-",       "–",       "(",
      ")",      "'",      "Published", "Stand:", "更新",        "입력",       "de",     "d'",      "tháng",   "năm",
      "\u200C", "\u0301", "º",         "99",     "12345678901", "T",          "+03:00", "GMT"};
  std::mt19937 random(3);
  const std::int32_t today = schema::to_day(2026, 1, 1);
  const std::vector<std::string> languages{"", "en", "fa", "ar", "th", "zh", "ja", "ko", "vi", "hu", "am", "xx"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t count = random() % 14; count > 0; --count)
      text += pieces[random() % pieces.size()] + (random() % 2 ? " " : "");
    const DateContext context{languages[random() % languages.size()], today};
    CAPTURE(text, context.language);
    std::uint32_t behind = 0;
    for (const FoundDate& found : find_dates(text, context)) {
      const bool inside = found.begin >= behind && found.begin < found.end && found.end <= text.size();
      const Date& date = found.date;
      const bool a_day = found.year_missing
                             ? schema::is_valid(2024, date.month, date.day)
                             : schema::is_valid(date.year, date.month, date.day) && is_plausible(date, today);
      if (!inside || !a_day) FAIL("at " << found.begin << ".." << found.end);
      behind = found.end;
    }
    std::size_t kept = 0;
    for (const Beside& rest : read_date_line(text, context).rest) kept += rest.text.size();
    if (kept > text.size()) FAIL("more is left than there was");
    (void)date_of_url("https://paper.example/" + text, context);
    (void)date_of_field(text, context);
  }
}
