#include "searcher/query/dates.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "schema/days.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

using schema::from_day;
using schema::to_day;

constexpr int first_year = 1, last_year = 9999;
constexpr std::size_t longest_value = 100;  // bytes

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

DayRange year_range(int year) { return {to_day(year, 1, 1), to_day(year, 12, 31)}; }

DayRange month_range(int year, int month) {
  return {to_day(year, month, 1), to_day(year, month, days_in_month(year, month))};
}

// 2024年4月11日, 2024년 4월 11일
bool divides_date(char32_t c) { return c == U'年' || c == U'月' || c == U'년' || c == U'월'; }
bool ends_date(char32_t c) { return c == U'日' || c == U'일'; }

// One way to write it: ASCII digits, lower case, '-' between the parts, ".." for a range.
std::string normal(std::string_view value) {
  std::string result;
  for (std::size_t at = 0; at < value.size();) {
    const char32_t c = narrow(text::next_code_point(value, at));
    if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0)
      result += static_cast<char>('0' + digit);
    else if (c == U'…' || c == U'–' || c == U'—' || c == U'~' || c == U'〜')
      result += "..";
    else if (c == U'/' || c == U'_' || c == U'−' || is_blank(c) || divides_date(c)) {
      if (result.empty() || result.back() != '-') result += '-';
    } else if (!ends_date(c))
      text::append(result, c >= U'A' && c <= U'Z' ? c + 0x20 : c);
  }
  while (result.size() > 1 && result.back() == '-') result.pop_back();
  return result;
}

// The digits at the start as a number, at most nine of them; -1 when there are none.
int take_number(std::string_view& text, std::size_t* width = nullptr) {
  std::size_t digits = 0;
  int value = 0;
  for (; digits < text.size() && digits < 9 && text[digits] >= '0' && text[digits] <= '9'; ++digits)
    value = value * 10 + (text[digits] - '0');
  text.remove_prefix(digits);
  if (width) *width = digits;
  return digits == 0 ? -1 : value;
}

bool take_separator(std::string_view& text) {
  if (text.empty() || (text.front() != '-' && text.front() != '.')) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<DayRange> day_range(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || month > 12) return {};
  if (day < 1 || day > days_in_month(year, month)) return {};
  const std::int32_t number = to_day(year, month, day);
  return DayRange{number, number};
}

// 2024, 2024-04, 2024-04-11, 20240411; also with dots or slashes
std::optional<DayRange> read_calendar_date(std::string_view text) {
  std::size_t width = 0;
  const int year = take_number(text, &width);
  if (width == 8 && text.empty()) return day_range(year / 10000, year / 100 % 100, year % 100);
  if (width != 4 || year < first_year) return {};
  if (text.empty()) return year_range(year);
  if (!take_separator(text)) return {};
  const int month = take_number(text, &width);
  if (width < 1 || width > 2 || month < 1 || month > 12) return {};
  if (text.empty()) return month_range(year, month);
  if (!take_separator(text)) return {};
  const int day = take_number(text, &width);
  if (width < 1 || width > 2 || !text.empty()) return {};
  return day_range(year, month, day);
}

// The Monday of a day's week; 1970-01-01 was a Thursday.
std::int32_t monday_of(std::int32_t day) { return day - ((day + 3) % 7 + 7) % 7; }

// 2024-w15, 2024w15: a week of ISO 8601, the first being the one with January 4th
std::optional<DayRange> read_week(std::string_view text) {
  std::size_t width = 0;
  const int year = take_number(text, &width);
  if (width != 4 || year < first_year) return {};
  take_separator(text);
  if (text.empty() || text.front() != 'w') return {};
  text.remove_prefix(1);
  const int week = take_number(text, &width);
  if (width < 1 || width > 2 || !text.empty() || week < 1) return {};
  const std::int32_t monday = monday_of(to_day(year, 1, 4)) + (week - 1) * 7;
  if (monday >= monday_of(to_day(year + 1, 1, 4))) return {};  // of the next year
  return DayRange{monday, monday + 6};
}

DayRange month_from(int year, int month, int months) {
  const int count = year * 12 + (month - 1) + months;
  return month_range(count / 12, count % 12 + 1);
}

// today, last-week, this-month, ...; weeks begin on Monday
std::optional<DayRange> read_named_period(std::string_view text, std::int32_t today) {
  const Date now = from_day(today);
  const std::int32_t monday = monday_of(today);
  if (text == "today" || text == "now") return DayRange{today, today};
  if (text == "yesterday") return DayRange{today - 1, today - 1};
  if (text == "this-week") return DayRange{monday, monday + 6};
  if (text == "last-week") return DayRange{monday - 7, monday - 1};
  if (text == "this-month") return month_range(now.year, now.month);
  if (text == "last-month") return month_from(now.year, now.month, -1);
  if (text == "this-year") return year_range(now.year);
  if (text == "last-year") return year_range(now.year - 1);
  return {};
}

// The same day so many months ago, or that month's last one.
std::int32_t months_ago(const Date& now, int months) {
  const int count = now.year * 12 + (now.month - 1) - months;
  if (count < first_year * 12) return to_day(first_year, 1, 1);
  const int year = count / 12, month = count % 12 + 1;
  return to_day(year, month, std::min(now.day, days_in_month(year, month)));
}

// 7d, 3w, 2m, 1y, also 7days, 2-weeks: the day so long ago
std::optional<std::int32_t> read_age(std::string_view text, std::int32_t today) {
  const int number = take_number(text);
  if (number < 0) return {};
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  if (text.size() > 2 && text.back() == 's') text.remove_suffix(1);
  const std::int64_t earliest = to_day(first_year, 1, 1);
  const auto days_ago = [&](std::int64_t days) {
    return static_cast<std::int32_t>(std::max<std::int64_t>(earliest, today - days));
  };
  const Date now = from_day(today);
  constexpr int most_years = last_year;
  if (text == "d" || text == "day") return days_ago(number);
  if (text == "w" || text == "week") return days_ago(std::int64_t{number} * 7);
  if (text == "m" || text == "month") return months_ago(now, std::min(number, most_years * 12));
  if (text == "y" || text == "year") return months_ago(now, std::min(number, most_years) * 12);
  return {};
}

std::optional<DayRange> read_period(std::string_view text, std::int32_t today) {
  if (const auto date = read_calendar_date(text)) return date;
  if (const auto week = read_week(text)) return week;
  if (const auto period = read_named_period(text, today)) return period;
  if (const auto day = read_age(text, today)) return DayRange{*day, *day};
  return {};
}

// 2020-2024, which is not 2024-4-11
bool is_two_years(std::string_view text) {
  return text.size() == 9 && text[4] == '-' && std::count(text.begin(), text.end(), '-') == 1 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

// "A..B", "..B", "A..", "A"; an age alone is the time since
std::optional<DayRange> read_range(std::string text, std::int32_t today) {
  if (is_two_years(text)) text.replace(4, 1, "..");
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) {
    if (const auto day = read_age(text, today)) return DayRange{*day, today};
    return read_period(text, today);
  }
  const std::string_view whole = text;
  const auto part = [](std::string_view side) {
    while (!side.empty() && (side.front() == '-' || side.front() == '.')) side.remove_prefix(1);
    while (!side.empty() && (side.back() == '-' || side.back() == '.')) side.remove_suffix(1);
    return side;
  };
  const std::string_view from = part(whole.substr(0, dots)), to = part(whole.substr(dots + 2));
  if (from.empty() && to.empty()) return {};
  const auto first = read_period(from, today), last = read_period(to, today);
  if ((!from.empty() && !first) || (!to.empty() && !last)) return {};
  DayRange days;
  if (first) days.first = first->first;
  if (last) days.last = last->last;
  if (first && last && days.first > days.last) days = {last->first, first->last};
  return days;
}

std::optional<DayRange> read_clause(DateClause clause, const std::string& text, std::int32_t today) {
  if (clause == DateClause::during) return read_range(text, today);
  const auto period = read_period(text, today);
  if (!period) return {};
  DayRange days;
  switch (clause) {
    case DateClause::after:
      days.first = period->last + 1;
      break;
    case DateClause::before:
      days.last = period->first - 1;
      break;
    case DateClause::since:
      days.first = period->first;
      break;
    default:
      days.last = period->last;
      break;
  }
  return days;
}

// What no four-digit year can say holds no article.
bool is_sayable(const DayRange& days) {
  const std::int32_t earliest = to_day(first_year, 1, 1), latest = to_day(last_year, 12, 31);
  const auto inside = [&](std::int32_t day) { return day >= earliest && day <= latest; };
  return (days.first == DayRange::open_start || inside(days.first)) &&
         (days.last == DayRange::open_end || inside(days.last));
}

std::string year_text(const Date& date) {
  std::string digits = std::to_string(date.year);
  return std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

std::string two_digits(int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); }

std::string start_text(std::int32_t day) {
  const Date date = from_day(day);
  std::string text = year_text(date);
  if (date.day > 1 || date.month > 1) text += '-' + two_digits(date.month);
  if (date.day > 1) text += '-' + two_digits(date.day);
  return text;
}

std::string end_text(std::int32_t day) {
  const Date date = from_day(day);
  const bool ends_month = date.day == days_in_month(date.year, date.month);
  std::string text = year_text(date);
  if (!ends_month || date.month < 12) text += '-' + two_digits(date.month);
  if (!ends_month) text += '-' + two_digits(date.day);
  return text;
}

// Empty when it is not one year, month or day.
std::string period_text(const DayRange& days) {
  const Date first = from_day(days.first);
  const std::string year = year_text(first), month = year + '-' + two_digits(first.month);
  if (days == year_range(first.year)) return year;
  if (days == month_range(first.year, first.month)) return month;
  return days.first == days.last ? month + '-' + two_digits(first.day) : "";
}

}  // namespace

std::optional<Node> read_dates(DateClause clause, std::string_view value, std::int32_t today, Warnings& warnings) {
  // A clock outside of the years that can be written has nothing to say about last week.
  today = std::clamp(today, to_day(first_year + 1, 1, 1), to_day(last_year - 1, 12, 31));
  const std::string text = normal(text::beginning(value, longest_value));
  const auto days = read_clause(clause, text, today);
  if (!days) return {};
  Node node;
  if (is_sayable(*days)) {
    node.kind = NodeKind::date_range;
    node.days = *days;
    node.text = to_text(*days);
  } else {
    node.kind = NodeKind::nothing;
    warnings.add({"No day is left by ", named(value), "."});
  }
  return node;
}

std::string to_text(const DayRange& days) {
  const bool from_start = days.first == DayRange::open_start, to_end = days.last == DayRange::open_end;
  if (!from_start && !to_end)
    if (std::string period = period_text(days); !period.empty()) return period;
  return (from_start ? "" : start_text(days.first)) + ".." + (to_end ? "" : end_text(days.last));
}

}  // namespace dateline::searcher
