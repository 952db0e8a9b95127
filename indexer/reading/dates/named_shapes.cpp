#include "indexer/reading/dates/shapes.hpp"
#include "indexer/reading/dates/words.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// A month name with the token behind it.
struct Month {
  MonthName name;
  std::size_t behind = 0;
};

constexpr std::size_t most_words_of_a_month = 3;  // of letters beyond ASCII

// Months of other languages count with a year beside them only.
MonthName find_in(const Line& line, std::string_view word) {
  return find_month(word, line.context.language, line.tokens.has_year() ? Languages::all : Languages::own);
}

MonthName find_without_prefix(const Line& line, const std::string& word) {
  // "d'octubre"; Hebrew "in" and "to" stand against the name: באוקטובר
  for (const std::string_view prefix : {"d'", "dell'", "all'", "ב", "ל"})
    if (word.starts_with(prefix))
      if (const MonthName month = find_in(line, std::string_view(word).substr(prefix.size())); month.month)
        return month;
  return {};
}

Month longest_month(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (!tokens.is_word(i)) return {};
  if (tokens.is_ascii(i)) {
    const MonthName month = find_in(line, tokens.folded(i));
    return month.month ? Month{month, i + 1} : Month{};
  }
  std::string words[most_words_of_a_month];
  std::size_t count = 0;
  for (; count < most_words_of_a_month && tokens.is_word(i + count); ++count)
    words[count] = (count > 0 ? words[count - 1] + ' ' : std::string()) + tokens.folded(i + count);
  for (; count > 0; --count)
    if (const MonthName month = find_in(line, words[count - 1]); month.month) return {month, i + count};
  return {};
}

Month month_at(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (!tokens.is_word(i)) return {};
  Month month = longest_month(line, i);
  if (!month.name.month) month = {find_without_prefix(line, tokens.folded(i)), i + 1};
  if (!month.name.month) return {};
  if (tokens.is_mark(month.behind, U".׳'’॰") && !tokens.has_gap(month.behind)) ++month.behind;
  // Levantine beside Egyptian names, in either order: "مارس/آذار", "ديسمبر كانون الأول", "أكتوبر (تشرين الأول)"
  const bool bracketed = tokens.is_mark(month.behind, U'(');
  const Month second = longest_month(line, month.behind + (tokens.is_mark(month.behind, U"/(-–") ? 1 : 0));
  if (second.name.month == month.name.month && second.name.calendar == month.name.calendar)
    month.behind = second.behind + (bracketed && tokens.is_mark(second.behind, U')') ? 1 : 0);
  return month;
}

// 2nd, 1er, 1º, 2-го, 2-án, 2。: what makes a number an ordinal.
std::size_t behind_ordinal(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (tokens.is_mark(i, U"ºª°") && !tokens.has_gap(i)) return i + 1;
  std::size_t word = i;
  if (tokens.is_mark(i, U"-‑") && !tokens.has_gap(i)) ++word;
  if (!tokens.is_word(word) || tokens.has_gap(word)) return i;
  const std::string& folded = tokens.folded(word);
  return text::count_code_points(folded) <= 3 && !find_month(folded, line.context.language, Languages::own).month
             ? word + 1
             : i;
}

bool is_joint(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (tokens.is_mark(i, U",.")) return true;
  if (tokens.is_mark(i, U"/-")) return !tokens.has_gap(i) && !tokens.has_gap(i + 1);  // 02-Oct-2024, not "2 - Oct 07"
  return tokens.is_word(i) && kind_of_word(tokens.folded(i)) == WordKind::joint;
}

// Behind commas, dots, "de", "of", "năm" and the like, at most `most` of them.
std::size_t behind_joints(const Line& line, std::size_t i, int most) {
  for (; most > 0 && is_joint(line, i); --most) ++i;
  return i;
}

std::optional<Year> year_at(const Line& line, std::size_t i, bool may_be_short) {
  if (std::optional<Year> year = full_year(line, i)) return year;
  if (!may_be_short) return std::nullopt;
  return short_year(line, i);
}

// "2-5 October", "2/3 October", "2. bis 5. Oktober": the day ends a span. "14:45-2 October" does not.
bool ends_span(const DateTokens& tokens, std::size_t i) {
  if (i < 2) return false;
  std::size_t before = i - 1;
  const bool joined = tokens.is_dash(before) || tokens.is_mark(before, U"/&") ||
                      (tokens.is_word(before) && joins_span(tokens.folded(before)));
  if (!joined) return false;
  --before;
  if (before > 0 && tokens.is_mark(before, U'.')) --before;
  return tokens.is_day(before) && !tokens.ends_clock(before);
}

// "October 2-5": the day opens one. "October 2 - 14:45" does not.
bool opens_span(const DateTokens& tokens, std::size_t i) {
  return tokens.is_dash(i) && tokens.is_day(i + 1) && !tokens.begins_clock(i + 1) && !tokens.is_mark(i + 2, U':');
}

CalendarDate dated(const Month& month, int year, int day) { return {month.name.calendar, year, month.name.month, day}; }

// 2 October 2024, 2 ต.ค. 67, 5 DEC
std::optional<Shape> day_first(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (!tokens.is_day(i)) return std::nullopt;
  const Month month = month_at(line, behind_joints(line, behind_ordinal(line, i + 1), 2));
  if (!month.name.month) return std::nullopt;
  const int day = tokens[i].value;
  if (const auto year = year_at(line, behind_joints(line, month.behind, 4), month.name.own)) {
    if (ends_span(tokens, i)) return Shape{year->behind};
    return shape_of(line, dated(month, year->value, day), i, year->behind);
  }
  if (ends_span(tokens, i) || !month.name.own || month.name.calendar != Calendar::gregorian) return Shape{month.behind};
  return shape_without_year(line, month.name.month, day, i, month.behind);
}

// "Wed Oct 2 14:45:00 UTC 2024": the year behind the clock and the zone.
std::optional<Year> year_behind_clock(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (!tokens.begins_clock(i)) return std::nullopt;
  i += 3;
  if (tokens.is_mark(i, U':') && tokens.is_number(i + 1)) i += 2;
  if (tokens.is_word(i)) ++i;
  return full_year(line, i);
}

// October 2nd, 2024; Ekim 02, 2024; Feb. 10
std::optional<Shape> month_first(const Line& line, std::size_t i, const Month& month) {
  const DateTokens& tokens = line.tokens;
  std::size_t day = month.behind;
  if (tokens.is_mark(day, U"-,") && tokens.is_day(day + 1)) ++day;
  if (!tokens.is_day(day) || tokens.is_mark(day + 1, U':')) return std::nullopt;
  const std::size_t behind = behind_ordinal(line, day + 1);
  if (opens_span(tokens, behind)) return Shape{behind + 2};
  std::optional<Year> year = year_at(line, behind_joints(line, behind, 2), month.name.own);
  // "October 2, Wednesday, 2024"
  if (!year && tokens.is_mark(behind, U',') && tokens.is_word(behind + 1))
    year = full_year(line, behind_joints(line, behind + 2, 1));
  if (!year) year = year_behind_clock(line, behind_joints(line, behind, 1));
  if (year) return shape_of(line, dated(month, year->value, tokens[day].value), i, year->behind);
  if (!month.name.own || month.name.calendar != Calendar::gregorian) return Shape{behind};
  return shape_without_year(line, month.name.month, tokens[day].value, i, behind);
}

// January 2025, marzo de 2024
std::optional<Shape> month_and_year(const Line& line, std::size_t i, const Month& month) {
  const auto year = full_year(line, behind_joints(line, month.behind, 2));
  if (!year) return std::nullopt;
  // "January-March 2025" is a quarter.
  if (i >= 2 && (line.tokens.is_dash(i - 1) || line.tokens.is_mark(i - 1, U'/')) && line.tokens.is_word(i - 2) &&
      find_in(line, line.tokens.folded(i - 2)).month)
    return Shape{year->behind};
  return shape_of(line, dated(month, year->value, 0), i, year->behind);
}

// 2024. október 2., 2024 m. spalio 2 d., 2024. gada 2. oktobris, 1403 مهر 11
std::optional<Shape> year_first(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  const auto year = full_year(line, i);
  if (!year) return std::nullopt;
  const std::size_t next = behind_joints(line, behind_ordinal(line, year->behind), 3);
  if (tokens.is_day(next)) {
    const Month month = month_at(line, behind_joints(line, next + 1, 1));
    if (!month.name.month || month.behind == next + 1 || full_year(line, behind_joints(line, month.behind, 2)))
      return std::nullopt;
    return shape_of(line, dated(month, year->value, tokens[next].value), i, month.behind);
  }
  const Month month = month_at(line, next);
  if (!month.name.month || !tokens.is_day(month.behind) || tokens.is_mark(month.behind + 1, U':')) return std::nullopt;
  if (full_year(line, behind_joints(line, month.behind + 1, 2))) return std::nullopt;  // "... 2024 October 2, 2024"
  const std::size_t behind = behind_ordinal(line, month.behind + 1);
  if (opens_span(tokens, month.behind + 1)) return Shape{behind};
  return shape_of(line, dated(month, year->value, tokens[month.behind].value), i, behind);
}

// 2 tháng 10 năm 2024, 2 tháng 10, 2024; tháng 10 năm 2024
std::optional<Shape> vietnamese(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  const bool has_day = tokens.is_day(i);
  const std::size_t word = has_day ? i + 1 : i;
  if (!tokens.is_word(word) || kind_of_word(tokens.folded(word)) != WordKind::month_word || !tokens.is_month(word + 1))
    return std::nullopt;
  const auto year = full_year(line, behind_joints(line, word + 2, 2));
  const int month = tokens[word + 1].value, day = has_day ? tokens[i].value : 0;
  if (year) return shape_of(line, {Calendar::gregorian, year->value, month, day}, i, year->behind);
  if (!has_day) return std::nullopt;
  return shape_without_year(line, month, day, i, word + 2);
}

}  // namespace

std::optional<Shape> named_shape(const Line& line, std::size_t i) {
  if (line.tokens.is_number(i)) {
    if (std::optional<Shape> shape = year_first(line, i)) return shape;
    if (std::optional<Shape> shape = day_first(line, i)) return shape;
    return vietnamese(line, i);
  }
  if (!line.tokens.is_word(i)) return std::nullopt;
  if (std::optional<Shape> shape = vietnamese(line, i)) return shape;
  const Month month = month_at(line, i);
  if (!month.name.month) return std::nullopt;
  if (std::optional<Shape> shape = month_first(line, i, month)) return shape;
  return month_and_year(line, i, month);
}

}  // namespace dateline::indexer
