// The shapes in which dates are written, one after the other at one place of a line.
#pragma once

#include <optional>

#include "indexer/reading/dates/dates.hpp"
#include "indexer/reading/dates/names.hpp"
#include "indexer/reading/dates/tokens.hpp"

namespace dateline::indexer {

// A text that has the shape of a date. Without a date it is one that there never was, or the end of a span: then
// nothing inside of it is a date either.
struct Shape {
  std::size_t behind = 0;  // the token behind it
  std::optional<FoundDate> date = std::nullopt;
};

// A line and what is known about it.
struct Line {
  const DateTokens& tokens;
  const DateContext& context;
};

// 2024-10-02, 02.10.2024, 2. 10. 2024, 10/02/24, 113/10/02, ۱۴۰۳/۰۷/۱۱, 29/3/1446 هـ
std::optional<Shape> numeric_shape(const Line& line, std::size_t i);
// 2024年10月2日, 令和6年12月6日, 民國113年7月31日, 2024년 11월, 10月2日
std::optional<Shape> east_asian_shape(const Line& line, std::size_t i);
// 2 October 2024, October 2nd, 2024, 2024. október 2., 2 ต.ค. 67, 2 tháng 10 năm 2024, October 2024, 5 DEC
std::optional<Shape> named_shape(const Line& line, std::size_t i);

// What all of them share.
struct Year {
  int value = 0;           // as written; a short one completed
  std::size_t behind = 0;  // the token behind it
  bool is_short = false;
};
// Four digits; also those that a page glued to a clock time or to the next date: 202412:42.
std::optional<Year> full_year(const Line& line, std::size_t i);
// Two digits, completed in the calendar of the text: 24, in Thai 67.
std::optional<Year> short_year(const Line& line, std::size_t i);

// The tokens [first, behind) as that day; the calendar follows from the year and the language where none is named.
Shape shape_of(const Line& line, CalendarDate date, std::size_t first, std::size_t behind);
Shape shape_without_year(const Line& line, int month, int day, std::size_t first, std::size_t behind);

// The weekday within two tokens before `first` or behind `behind`; 0: none.
int weekday_beside(const Line& line, std::size_t first, std::size_t behind);

bool is_language(const Line& line, std::initializer_list<std::string_view> languages);

}  // namespace dateline::indexer
