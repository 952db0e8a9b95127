#include "indexer/reading/dates/dates.hpp"

#include <algorithm>

#include "indexer/reading/dates/shapes.hpp"
#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

// From the first word of a shape to its first number: names of several words are no Latin ones.
constexpr std::size_t longest_lead = 4, longest_ascii_lead = 1;

bool may_begin(const DateTokens& tokens, std::size_t i) {
  if (tokens.is_number(i)) return true;
  if (!tokens.is_word(i)) return false;
  const std::size_t reach = i + 1 + (tokens.is_ascii(i) ? longest_ascii_lead : longest_lead);
  for (std::size_t ahead = i + 1; ahead <= reach; ++ahead)
    if (tokens.is_number(ahead)) return true;
  return false;
}

std::optional<Shape> shape_at(const Line& line, std::size_t i) {
  for (const auto shape : {numeric_shape, east_asian_shape, named_shape})
    if (std::optional<Shape> found = shape(line, i)) return found;
  return std::nullopt;
}

// "2 October - 5 October 2024", "2.10.2024 - 5.10.2024": nothing but a dash between two days of one calendar.
bool is_span(std::string_view text, const FoundDate& first, const FoundDate& second) {
  if (first.calendar != second.calendar || first.date == second.date) return false;
  std::string_view between = text.substr(first.end, second.begin - first.end);
  bool dash = false;
  for (; !between.empty(); between.remove_prefix(1)) {
    const char c = between.front();
    if (c == '-' || c == '~')
      dash = true;
    else if (between.starts_with("–") || between.starts_with("—") || between.starts_with("～") ||
             between.starts_with("〜")) {
      dash = true;
      between.remove_prefix(2);
    } else if (c != ' ' && c != '.')
      return false;
  }
  return dash;
}

void drop_spans(std::string_view text, std::vector<FoundDate>& dates) {
  for (std::size_t i = 0; i + 1 < dates.size();)
    if (is_span(text, dates[i], dates[i + 1]))
      dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i), dates.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    else
      ++i;
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view text, const DateContext& context) {
  std::vector<FoundDate> dates;
  if (!has_digit(text)) return dates;
  const DateTokens tokens(text);
  const Line line{tokens, context};
  for (std::size_t i = 0; i < tokens.size();) {
    std::optional<Shape> shape = may_begin(tokens, i) ? shape_at(line, i) : std::nullopt;
    if (!shape) {
      ++i;
      continue;
    }
    if (shape->date) dates.push_back(std::move(*shape->date));
    i = std::max(shape->behind, i + 1);
  }
  drop_spans(text, dates);
  return dates;
}

std::optional<FoundDate> find_date(std::string_view text, const DateContext& context) {
  std::vector<FoundDate> dates = find_dates(text, context);
  if (dates.empty()) return std::nullopt;
  return std::move(dates.front());
}

Date certain_part(const FoundDate& found) {
  if (!found.other_reading) return found.date;
  return {found.date.year, 1, 1, DatePrecision::year};
}

// 1970-01-01 was a Thursday.
int weekday_of(const Date& date) { return (schema::first_day(date) % 7 + 7 + 4) % 7 + 1; }

bool is_plausible(const Date& date, std::int32_t today) {
  if (date.year < 1900 || date.year > 2200) return false;
  return today == 0 || schema::first_day(date) <= today + 1;
}

}  // namespace dateline::indexer
