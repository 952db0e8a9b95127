#include "indexer/reading/dates/eras.hpp"
#include "indexer/reading/dates/shapes.hpp"

namespace dateline::indexer {
namespace {

constexpr std::u32string_view year_units = U"年년", month_units = U"月월", day_units = U"日号號일";

struct Written {
  CalendarDate date;
  std::size_t first = 0;
  std::size_t behind = 0;
};

// The year and what it is counted from: 2024年, 令和6年, 民國113年, 주체113(2024)년; in Taiwan 113年 alone.
std::optional<Written> year_at(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  Written written{{}, i, i + 2};
  if (tokens.is_word(i) && tokens.is_number(i + 1, 1, 200)) {
    const auto era = find_era_at_end(tokens.folded(i));
    if (!era) return std::nullopt;
    written.date.calendar = era->first;
    written.date.era = era->second;
    written.date.year = tokens[i + 1].value;
    std::size_t unit = i + 2;
    if (tokens.is_mark(unit, U'(') && tokens.is_number(unit + 1) && tokens.is_mark(unit + 2, U')')) unit += 3;
    if (!tokens.is_mark(unit, year_units)) return std::nullopt;
    written.behind = unit + 1;
    return written;
  }
  if (!tokens.is_mark(i + 1, year_units)) return std::nullopt;
  if (const std::optional<Year> year = full_year(line, i)) {
    written.date.year = year->value;
  } else if (tokens.is_number(i, 80, 150) && is_language(line, {"zh"})) {
    written.date.calendar = Calendar::minguo;
    written.date.year = tokens[i].value;
  } else {
    return std::nullopt;
  }
  return written;
}

// 10月2日, or 10月 alone.
void take_month_and_day(const DateTokens& tokens, Written& written) {
  const std::size_t month = written.behind;
  if (!tokens.is_month(month) || !tokens.is_mark(month + 1, month_units)) return;
  written.date.month = tokens[month].value;
  written.behind = month + 2;
  if (!tokens.is_day(month + 2) || !tokens.is_mark(month + 3, day_units)) return;
  written.date.day = tokens[month + 2].value;
  written.behind = month + 4;
}

// A span of days or months: 10月2日～5日, 10月2日-10月5日
bool opens_span(const DateTokens& tokens, std::size_t i) {
  return tokens.is_mark(i, U"~～〜-–—－至") && tokens.is_number(i + 1) && tokens.is_mark(i + 2, U"月日월일年년");
}

}  // namespace

std::optional<Shape> east_asian_shape(const Line& line, std::size_t i) {
  const DateTokens& tokens = line.tokens;
  if (std::optional<Written> written = year_at(line, i)) {
    take_month_and_day(tokens, *written);
    // A year alone says when something was, not when it was printed.
    if (written->date.month == 0 || opens_span(tokens, written->behind)) return Shape{written->behind};
    return shape_of(line, written->date, written->first, written->behind);
  }
  Written written{{}, i, i};
  take_month_and_day(tokens, written);
  if (written.date.day == 0) return std::nullopt;
  if (opens_span(tokens, written.behind)) return Shape{written.behind};
  return shape_without_year(line, written.date.month, written.date.day, i, written.behind);
}

}  // namespace dateline::indexer
