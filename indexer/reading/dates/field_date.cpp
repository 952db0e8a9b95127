#include <algorithm>
#include <charconv>

#include "indexer/reading/dates/fields.hpp"
#include "indexer/reading/letters.hpp"
#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

constexpr std::int64_t seconds_a_day = 86'400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::int64_t number_of(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<FoundDate> whole(std::string_view value, const Date& date, const DateContext& context, std::string note) {
  if (!schema::is_valid(date.year, date.month, date.day) || !is_plausible(date, context.today)) return std::nullopt;
  FoundDate found;
  found.date = date;
  found.end = static_cast<std::uint32_t>(value.size());
  found.note = std::move(note);
  return found;
}

// Seconds or milliseconds, also as 1727870400.123 and /Date(1727870400000)/. Nobody prints at zero: it is a missing
// date.
std::optional<FoundDate> seconds_since_1970(std::string_view value, const DateContext& context) {
  std::string_view digits = value;
  if (digits.starts_with("/Date(")) digits.remove_prefix(6);
  digits = digits.substr(0, digits.find_first_of(".)+"));
  if (!all_digits(digits) || (digits.size() != 10 && digits.size() != 13 && digits.size() != 9)) return std::nullopt;
  const std::int64_t seconds = number_of(digits) / (digits.size() == 13 ? 1000 : 1);
  return whole(value, schema::from_day(static_cast<std::int32_t>(seconds / seconds_a_day)), context,
               "seconds since 1970");
}

// 20241002, 20241002T114000Z, 20241002114000
std::optional<FoundDate> compact(std::string_view value, const DateContext& context) {
  const std::string_view digits = value.substr(0, value.find_first_of("T "));
  if (!all_digits(digits) || (digits.size() != 8 && digits.size() != 14 && digits.size() != 12)) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t count) {
    return static_cast<int>(number_of(digits.substr(at, count)));
  };
  return whole(value, {part(0, 4), part(4, 2), part(6, 2), DatePrecision::day}, context, {});
}

std::optional<FoundDate> year_alone(std::string_view value, const DateContext& context) {
  if (value.size() != 4 || !all_digits(value)) return std::nullopt;
  return whole(value, {static_cast<int>(number_of(value)), 1, 1, DatePrecision::year}, context, {});
}

}  // namespace

std::optional<FoundDate> date_of_field(std::string_view value, const DateContext& context) {
  value = trim(value);
  for (const auto form : {compact, seconds_since_1970, year_alone})
    if (std::optional<FoundDate> found = form(value, context)) return found;
  std::optional<FoundDate> found = find_date(value, context);
  if (!found || found->year_missing) return std::nullopt;
  return found;
}

}  // namespace dateline::indexer
