#include "indexer/reading/dates/shapes.hpp"

#include <algorithm>
#include <array>

#include "indexer/reading/dates/words.hpp"
#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

bool is_thai_like(const Line& line) { return is_language(line, {"th", "lo", "km"}); }
bool is_persian_like(const Line& line) { return is_language(line, {"fa", "ps", "prs"}); }

int this_year(const Line& line) { return line.context.today ? schema::from_day(line.context.today).year : 2079; }

// هـ, ھ, هجري behind the year say that it is Hijri; م, ميلادي that it is ours.
bool is_marked_hijri(const Line& line, std::size_t i) {
  const std::string& word = line.tokens.folded(i);
  return word == "ه" || word == "هجري" || word == "ھ" || word == "هجريه" || word == "هق";
}

Calendar calendar_of(const Line& line, int year, std::size_t behind) {
  if (year >= 2400 && is_thai_like(line)) return Calendar::buddhist;
  if (year >= 1300 && year < 1500 && is_marked_hijri(line, behind)) return Calendar::islamic;
  if (year >= 1280 && year < 1450 && is_persian_like(line)) return Calendar::persian;
  if (year >= 1400 && year < 1500 && is_language(line, {"ar", "ur"})) return Calendar::islamic;
  return Calendar::gregorian;
}

const char* note_of(Calendar calendar) {
  switch (calendar) {
    case Calendar::buddhist:
      return "Buddhist era";
    case Calendar::minguo:
      return "Minguo era";
    case Calendar::japanese:
      return "Japanese era";
    case Calendar::persian:
      return "Jalali calendar";
    case Calendar::islamic:
      return "Hijri calendar";
    case Calendar::ethiopic:
      return "Ethiopian calendar";
    case Calendar::gregorian:
      break;
  }
  return "";
}

// Outside of Arabia months begin when the moon is seen there, a day earlier or later than in the tables.
Date within_a_day(const Date& date) {
  const std::int32_t day = schema::first_day(date);
  const Date before = schema::from_day(day - 1), after = schema::from_day(day + 1);
  if (before.year != after.year) return {date.year, 1, 1, DatePrecision::year};
  if (before.month != after.month) return {date.year, 1, 1, DatePrecision::year};
  return {date.year, date.month, 1, DatePrecision::month};
}

// Nothing that would make another number of two digits: a clock time, a share, an age.
bool ends_cleanly(const DateTokens& tokens, std::size_t i) {
  if (i >= tokens.size()) return true;
  if (tokens.is_mark(i, U",;|·•()[]（）［］】-–—/")) return true;
  if (tokens.is_mark(i, U'.')) return !(tokens.is_number(i + 1) && !tokens.has_gap(i + 1));
  return tokens.begins_clock(i) && tokens.has_gap(i);
}

}  // namespace

bool is_language(const Line& line, std::initializer_list<std::string_view> languages) {
  const std::string_view language = line.context.language;
  const std::string_view primary = language.substr(0, language.find('-'));
  return std::find(languages.begin(), languages.end(), primary) != languages.end();
}

std::optional<Year> full_year(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (!tokens.is_number(i) || tokens[i].value < 0) return std::nullopt;
  int value = tokens[i].value, digits = tokens[i].digits;
  if (digits == 5 || digits == 6) {
    // "2/10/202412:42", "2 Oct 20242 Oct 2024"
    const bool glued =
        tokens.is_mark(i + 1, U':') ||
        (tokens.is_word(i + 1) && find_month(tokens.folded(i + 1), line.context.language, Languages::own).month);
    if (!glued) return std::nullopt;
    for (; digits > 4; --digits) value /= 10;
  }
  if (digits != 4 || value < 1280 || value > 2700) return std::nullopt;
  return Year{value, i + 1};
}

std::optional<Year> short_year(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (tokens.is_mark(i, U"'’‘")) ++i;
  if (!tokens.is_number(i, 0, 99) || tokens[i].digits != 2 || !ends_cleanly(tokens, i + 1)) return std::nullopt;
  const int value = tokens[i].value;
  if (is_thai_like(line)) return Year{2500 + value, i + 1, true};
  const int now = this_year(line);
  if (is_persian_like(line)) return Year{value <= (now - 621) % 100 ? 1400 + value : 1300 + value, i + 1, true};
  return Year{2000 + value <= now ? 2000 + value : 1900 + value, i + 1, true};
}

Shape shape_of(const Line& line, CalendarDate date, std::size_t first, std::size_t behind) {
  if (date.calendar == Calendar::gregorian) date.calendar = calendar_of(line, date.year, behind);
  if (date.calendar == Calendar::islamic && is_marked_hijri(line, behind)) ++behind;
  Shape shape{behind};
  const std::optional<Date> day = to_gregorian(date);
  if (!day) return shape;
  FoundDate found;
  found.begin = line.tokens[first].begin;
  found.end = line.tokens[behind - 1].end;
  found.calendar = date.calendar;
  found.date = *day;
  if (date.calendar == Calendar::islamic && !is_language(line, {"ar"}) && day->precision == DatePrecision::day)
    found.date = within_a_day(*day);
  found.note = note_of(date.calendar);
  if (is_plausible(found.date, line.context.today)) shape.date = std::move(found);
  return shape;
}

Shape shape_without_year(const Line& line, int month, int day, std::size_t first, std::size_t behind) {
  Shape shape{behind};
  constexpr int leap_year = 2024;
  if (!schema::is_valid(leap_year, month, day)) return shape;
  FoundDate found;
  found.begin = line.tokens[first].begin;
  found.end = line.tokens[behind - 1].end;
  found.date = {0, month, day, DatePrecision::day};
  found.year_missing = true;
  shape.date = std::move(found);
  return shape;
}

int weekday_beside(const Line& line, std::size_t first, std::size_t behind) {
  const DateTokens& tokens = line.tokens;
  for (std::size_t back = 1; back <= 2 && back <= first; ++back)
    if (tokens.is_word(first - back)) {
      if (const int weekday = find_weekday(tokens.folded(first - back), line.context.language)) return weekday;
      break;
    }
  for (std::size_t ahead = behind; ahead < behind + 2; ++ahead)
    if (tokens.is_word(ahead)) return find_weekday(tokens.folded(ahead), line.context.language);
  return 0;
}

}  // namespace dateline::indexer
