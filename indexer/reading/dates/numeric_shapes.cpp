#include <algorithm>

#include "indexer/reading/dates/shapes.hpp"
#include "indexer/reading/dates/words.hpp"
#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

struct Parts {
  std::size_t second = 0, third = 0;  // tokens of the second and third number; the first is where it begins
  char32_t separator = 0;
};

// Three numbers with the same mark between them. Blanks are usual behind dots (2. 10. 2024) and around slashes only.
std::optional<Parts> three_parts(const DateTokens& tokens, std::size_t i) {
  if (!tokens.is_number(i) || !tokens.is_mark(i + 1, U"./-") || !tokens.is_number(i + 2)) return std::nullopt;
  const char32_t separator = tokens[i + 1].mark;
  if (!tokens.is_mark(i + 3, separator) || !tokens.is_number(i + 4)) return std::nullopt;
  for (const std::size_t mark : {i + 1, i + 3}) {
    const bool before = tokens.has_gap(mark), behind = tokens.has_gap(mark + 1);
    if (separator == U'.' ? before : before != behind) return std::nullopt;
    if (separator == U'-' && before) return std::nullopt;
  }
  return Parts{i + 2, i + 4, separator};
}

// A fourth part before or behind makes it a number of another kind: an address, a version.
bool goes_on_before(const DateTokens& tokens, std::size_t i) {
  if (i == 0 || tokens.has_gap(i)) return false;
  if (tokens.is_word(i - 1) && !tokens.is_number(i - 1)) {
    const auto letter = static_cast<unsigned char>(tokens.text()[tokens[i - 1].begin]);
    return letter < 0x80;  // v1.2.2024; dense words stand against their dates
  }
  return tokens.is_mark(i - 1, U"./-:#№@") && i >= 2 && !tokens.has_gap(i - 1) && tokens.is_number(i - 2) &&
         !(tokens[i - 1].mark == U'-' && tokens.ends_clock(i - 2));
}

bool goes_on_behind(const DateTokens& tokens, std::size_t i) {
  return tokens.is_mark(i, U"./-") && !tokens.has_gap(i) && tokens.is_number(i + 1) && !tokens.has_gap(i + 1) &&
         !tokens.begins_clock(i + 1);
}

enum class Order { day_first, month_first, open };

// Zones and the like near the date tell whose habit it follows.
Order order_of_zone(const DateTokens& tokens, std::size_t first, std::size_t behind) {
  const std::size_t from = first > 6 ? first - 6 : 0;
  for (std::size_t i = from; i < std::min(tokens.size(), behind + 8); ++i) {
    if (!tokens.is_word(i)) continue;
    const WordKind kind = kind_of_word(tokens.folded(i));
    if (kind == WordKind::month_first) return Order::month_first;
    if (kind == WordKind::day_first) return Order::day_first;
  }
  return Order::open;
}

// Only English and Filipino, and texts of unknown language, are printed in both orders.
Order order_of(const Line& line, char32_t separator, const Date& day_first, const Date& month_first, std::size_t first,
               std::size_t behind) {
  const std::string_view language = line.context.language;
  if (separator == U'.' || !(language.empty() || is_language(line, {"en", "fil", "tl", "ceb"})))
    return Order::day_first;
  if (const Order order = order_of_zone(line.tokens, first, behind); order != Order::open) return order;
  if (const int weekday = weekday_beside(line, first, behind)) {
    const bool fits = weekday_of(day_first) == weekday, other_fits = weekday_of(month_first) == weekday;
    if (fits != other_fits) return fits ? Order::day_first : Order::month_first;
  }
  return Order::open;
}

Shape day_and_month(const Line& line, int a, int b, const Year& year, char32_t separator, std::size_t i) {
  const auto made = [&](int day, int month) {
    return shape_of(line, {Calendar::gregorian, year.value, month, day}, i, year.behind);
  };
  if (b > 12) return a <= 12 ? made(b, a) : Shape{year.behind};
  if (a > 12) return made(a, b);
  Shape day_first = made(a, b);
  if (a == b) return day_first;
  const Shape month_first = made(b, a);
  if (!day_first.date || !month_first.date) {
    // One of them lies in the future: the other is meant, where both orders are in use.
    const bool both = order_of(line, separator, {2024, 1, 1}, {2024, 1, 1}, i, year.behind) == Order::open;
    return day_first.date || !both ? day_first : month_first;
  }
  switch (order_of(line, separator, day_first.date->date, month_first.date->date, i, year.behind)) {
    case Order::day_first:
      return day_first;
    case Order::month_first:
      return month_first;
    case Order::open:
      break;
  }
  day_first.date->other_reading = month_first.date->date;
  return day_first;
}

// 24.10.02 in Korea, Japan, China and Hungary, ۰۳/۰۷/۱۱ in Iran.
bool has_year_first(const Line& line) { return is_language(line, {"ko", "ja", "zh", "hu", "fa", "ps"}); }

std::optional<Shape> year_first(const Line& line, std::size_t i, const Parts& parts) {
  const DateTokens& tokens = line.tokens;
  if (!tokens.is_month(parts.second) || !tokens.is_day(parts.third)) return std::nullopt;
  std::optional<Year> year = full_year(line, i);
  Calendar calendar = Calendar::gregorian;
  if (!year && tokens[i].digits == 3 && tokens.is_number(i, 80, 150) && is_language(line, {"zh"})) {
    year = Year{tokens[i].value, i + 1};
    calendar = Calendar::minguo;
  }
  if (!year) return std::nullopt;
  return shape_of(line, {calendar, year->value, tokens[parts.second].value, tokens[parts.third].value}, i,
                  parts.third + 1);
}

std::optional<Shape> short_year_first(const Line& line, std::size_t i, const Parts& parts) {
  const DateTokens& tokens = line.tokens;
  if (!has_year_first(line) || tokens[i].digits != 2 || tokens[parts.second].digits != 2 ||
      tokens[parts.third].digits != 2 || !tokens.is_month(parts.second) || !tokens.is_day(parts.third))
    return std::nullopt;
  const std::string number(tokens.text().substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
  const DateTokens alone(number);
  const std::optional<Year> year = short_year({alone, line.context}, 0);
  if (!year) return std::nullopt;
  return shape_of(line, {Calendar::gregorian, year->value, tokens[parts.second].value, tokens[parts.third].value}, i,
                  parts.third + 1);
}

// 2024-10
std::optional<Shape> year_and_month(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  const std::optional<Year> year = full_year(line, i);
  if (!year || !tokens.is_mark(i + 1, U'-') || tokens.has_gap(i + 1) || tokens.has_gap(i + 2) ||
      !tokens.is_month(i + 2) || tokens[i + 2].digits != 2 || goes_on_behind(tokens, i + 3))
    return std::nullopt;
  return shape_of(line, {Calendar::gregorian, year->value, tokens[i + 2].value, 0}, i, i + 3);
}

}  // namespace

std::optional<Shape> numeric_shape(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (!tokens.is_number(i) || goes_on_before(tokens, i)) return std::nullopt;
  const std::optional<Parts> parts = three_parts(tokens, i);
  if (!parts) return year_and_month(line, i);
  if (goes_on_behind(tokens, parts->third + 1)) return Shape{parts->third + 1};
  if (std::optional<Shape> shape = year_first(line, i, *parts)) return shape;
  if (std::optional<Shape> shape = short_year_first(line, i, *parts)) return shape;
  if (!tokens.is_day(i) || !tokens.is_day(parts->second)) return std::nullopt;
  std::optional<Year> year = full_year(line, parts->third);
  if (!year && tokens[i].digits + tokens[parts->second].digits >= 3 && parts->separator != U'-' &&
      !(i > 0 && tokens.is_number(i - 1) && !tokens.ends_clock(i - 1)))  // "02/28/87 01/31/87": columns
    year = short_year(line, parts->third);
  if (!year) return std::nullopt;
  // Ethiopia's papers count their own months here, in numbers that look like ours.
  if (is_language(line, {"am", "ti"})) return Shape{year->behind};
  return day_and_month(line, tokens[i].value, tokens[parts->second].value, *year, parts->separator, i);
}

}  // namespace dateline::indexer
