#include <algorithm>

#include "indexer/reading/dates/fields.hpp"
#include "indexer/reading/dates/names.hpp"
#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

// Addresses are younger; numbers that look like earlier days are numbers of articles.
constexpr int first_year_of_the_net = 1990;
// Of a run that begins with a day and goes on with a clock time or a count.
constexpr std::size_t least_digits_of_stamp = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// A number of one to eight digits at `at`, all of them: -1 when there are none or more.
int number_at(std::string_view path, std::size_t at, std::size_t& digits) {
  int value = 0;
  for (digits = 0; at + digits < path.size() && is_digit(path[at + digits]); ++digits) {
    if (digits == 8) return -1;
    value = value * 10 + (path[at + digits] - '0');
  }
  return digits == 0 ? -1 : value;
}

std::size_t run_at(std::string_view path, std::size_t at) {
  std::size_t end = at;
  while (end < path.size() && is_digit(path[end])) ++end;
  return end - at;
}

class UrlDates {
 public:
  UrlDates(std::string_view url, const DateContext& context) : url_(url), context_(context) {}

  std::optional<FoundDate> best() {
    const std::size_t scheme = url_.find("://");
    const std::size_t path = url_.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    // There, every article's number has eight digits.
    const bool numbered = url_.substr(0, std::min(path, url_.size())).find("bbc.co") != std::string_view::npos;
    std::optional<FoundDate> month;
    for (std::size_t at = path; at < url_.size();) {
      const std::size_t digits = run_at(url_, at);
      if (digits == 0) {
        ++at;
        continue;
      }
      std::optional<FoundDate> found = numbered && digits >= 8 ? std::nullopt : date_at(at, digits);
      if (found && found->date.precision == DatePrecision::day) return found;
      if (found && !month) month = std::move(found);
      at += digits;
    }
    return month;
  }

 private:
  std::optional<FoundDate> date_at(std::size_t at, std::size_t digits) const {
    if (digits == 8 || digits >= least_digits_of_stamp) return stamp(at);
    if (digits == 6) return year_and_month(at);
    if (digits == 4) return year_first(at);
    if (digits == 2) return day_first(at);
    return std::nullopt;
  }

  std::optional<FoundDate> made(int year, int month, int day, std::size_t begin, std::size_t end) const {
    if (!schema::is_valid(year, month, day ? day : 1)) return std::nullopt;
    FoundDate found;
    found.date = {year, month, day ? day : 1, day ? DatePrecision::day : DatePrecision::month};
    found.begin = static_cast<std::uint32_t>(begin);
    found.end = static_cast<std::uint32_t>(end);
    if (!is_plausible(found.date, context_.today)) return std::nullopt;
    return found;
  }

  int digits_as_number(std::size_t at, std::size_t count) const {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) value = value * 10 + (url_[i] - '0');
    return value;
  }

  // 20241002, 20241002144500
  std::optional<FoundDate> stamp(std::size_t at) const {
    const int year = digits_as_number(at, 4);
    if (year < first_year_of_the_net) return std::nullopt;
    const int day = digits_as_number(at + 6, 2);
    return day ? made(year, digits_as_number(at + 4, 2), day, at, at + 8) : std::nullopt;
  }

  // /202410/
  std::optional<FoundDate> year_and_month(std::size_t at) const {
    if (url_[at - 1] != '/' || !ends_part(at + 6) || digits_as_number(at, 4) < first_year_of_the_net)
      return std::nullopt;
    std::size_t digits = 0;
    const int day = at + 7 < url_.size() ? number_at(url_, at + 7, digits) : -1;
    const bool has_day = digits == 2 && day >= 1 && ends_part(at + 9);
    return made(digits_as_number(at, 4), digits_as_number(at + 4, 2), has_day ? day : 0, at, at + (has_day ? 9 : 6));
  }

  bool ends_part(std::size_t at) const { return at >= url_.size() || url_[at] == '/'; }

  // A month in digits or in English letters; 0: none.
  int month_at(std::size_t at, std::size_t& length) const {
    const int number = number_at(url_, at, length);
    if (number >= 1 && number <= 12 && length <= 2) return number;
    for (length = 0;
         at + length < url_.size() && is_letter_or_digit(url_[at + length]) && !is_digit(url_[at + length]);)
      ++length;
    std::string word(url_.substr(at, length));
    for (char& c : word) c = static_cast<char>(c | 0x20);
    const MonthName month = length >= 3 && length <= 9 ? find_month(word, "en", Languages::own) : MonthName{};
    return month.own ? month.month : 0;
  }

  // 2024/10/02, 2024-10-02, 2024-10/02, 2024/oct/02, 2024/1002; 2024/10/ alone
  std::optional<FoundDate> year_first(std::size_t at) const {
    const int year = digits_as_number(at, 4);
    const std::size_t next = at + 4;
    if (is_letter_or_digit(url_[at - 1]) || next + 1 >= url_.size() || !is_separator(url_[next])) return std::nullopt;
    std::size_t length = 0;
    const int both = number_at(url_, next + 1, length);
    if (length == 4 && url_[next] == '/' && ends_part(next + 5))
      return made(year, both / 100, both % 100, at, next + 5);
    const int month = month_at(next + 1, length);
    if (month == 0) return std::nullopt;
    const std::size_t behind = next + 1 + length;
    if (behind + 1 < url_.size() && is_separator(url_[behind])) {
      std::size_t digits = 0;
      const int day = number_at(url_, behind + 1, digits);
      const std::size_t end = behind + 1 + digits;
      const bool whole = end >= url_.size() || !is_letter_or_digit(url_[end]) || url_[end] == 'T';
      // "/2024/10/5-things": a slug begins with a number
      const bool slug = url_[behind] == '/' && end < url_.size() && url_[end] == '-' && digits == 1;
      if (digits >= 1 && digits <= 2 && day >= 1 && whole && !slug) return made(year, month, day, at, end);
    }
    if (!ends_part(behind)) return std::nullopt;
    return made(year, month, 0, at, behind);
  }

  // 25-10-2024: only where the order cannot be doubted
  std::optional<FoundDate> day_first(std::size_t at) const {
    if (is_letter_or_digit(url_[at - 1]) || at + 10 > url_.size() || !is_separator(url_[at + 2]) ||
        url_[at + 5] != url_[at + 2] || run_at(url_, at + 3) != 2 || run_at(url_, at + 6) != 4)
      return std::nullopt;
    const int day = digits_as_number(at, 2), month = digits_as_number(at + 3, 2);
    const int year = digits_as_number(at + 6, 4);
    if (day < 1 || month < 1 || month > 12 || (day <= 12 && day != month)) return std::nullopt;
    return made(year, month, day, at, at + 10);
  }

  static bool is_separator(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

  std::string_view url_;
  const DateContext& context_;
};

}  // namespace

std::optional<FoundDate> date_of_url(std::string_view url, const DateContext& context) {
  return UrlDates(url, context).best();
}

}  // namespace dateline::indexer
