#include "indexer/reading/dates.hpp"

#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "indexer/reading/date_words.hpp"
#include "indexer/reading/letters.hpp"
#include "schema/days.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// Dates stand in the first words of a line; a paragraph is not searched to its end.
constexpr std::size_t most_tokens = 80;

enum class TokenKind : std::uint8_t { number, word, mark };

struct Token {
  TokenKind kind = TokenKind::mark;
  int value = 0;  // of a number; -1 when it is too long to matter
  int digits = 0;
  char32_t mark = 0;  // of a mark: one character that is neither letter, digit nor blank
  std::string word;   // folded, dots inside left out
  std::uint32_t begin = 0, end = 0;
  bool gap = false;  // blanks before it
};

bool is_unit(char32_t c) { return c == U'年' || c == U'月' || c == U'日' || c == U'년' || c == U'월' || c == U'일'; }

bool is_word_part(char32_t c) {
  return is_letter(c) || (c >= 0x300 && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) ||
         u_charType(static_cast<UChar32>(c)) == U_COMBINING_SPACING_MARK;
}

// Reads one token at `at`; units of East Asian dates stand alone, as do dense letters before and behind them.
Token next_token(std::string_view text, std::size_t& at) {
  Token token;
  token.begin = static_cast<std::uint32_t>(at);
  char32_t c = text::next_code_point(text, at);
  const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
  if (digit >= 0) {
    token.kind = TokenKind::number;
    token.value = digit;
    token.digits = 1;
    for (std::size_t next = at; next < text.size(); at = next) {
      const std::int32_t more = u_charDigitValue(static_cast<UChar32>(text::next_code_point(text, next)));
      if (more < 0) break;
      token.value = token.digits >= 8 ? -1 : token.value * 10 + more;
      ++token.digits;
    }
  } else if (is_unit(c)) {
    token.mark = c;
  } else if (is_word_part(c)) {
    token.kind = TokenKind::word;
    std::size_t next = at;
    bool dense = is_dense(c);
    text::append(token.word, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
    while (next < text.size() && token.word.size() < 64) {
      const std::size_t before = next;
      c = text::next_code_point(text, next);
      if (c == U'.' && next < text.size()) {  // พ.ศ., a.m.: a dot between letters is inside the word
        std::size_t after = next;
        if (!is_letter(text::next_code_point(text, after))) break;
        at = next;
        continue;
      }
      if (c == 0x200C || c == 0x200D || c == 0x200E || c == 0x200F) {
        at = next;
        continue;
      }
      if (c == U'׳' || c == U'\'') break;
      if (!is_word_part(c) || is_unit(c) || is_dense(c) != dense) {
        next = before;
        break;
      }
      text::append(token.word, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
      at = next;
    }
  } else {
    token.mark = c;
  }
  token.end = static_cast<std::uint32_t>(at);
  return token;
}

std::vector<Token> tokenize(std::string_view text, std::size_t from) {
  std::vector<Token> tokens;
  bool gap = true;
  for (std::size_t at = from; at < text.size() && tokens.size() < most_tokens;) {
    std::size_t next = at;
    if (is_blank(text::next_code_point(text, next))) {
      gap = true;
      at = next;
      continue;
    }
    tokens.push_back(next_token(text, at));
    tokens.back().gap = gap;
    gap = false;
  }
  return tokens;
}

// Jalali to days, by the 33-year arithmetic that holds for the years that news has (1178-1633).
std::int32_t day_of_persian(int year, int month, int day) {
  const int past = year - 979;
  const int before_month = month <= 7 ? (month - 1) * 31 : (month - 7) * 30 + 186;
  const int days = 365 * past + (past / 33) * 8 + ((past % 33) + 3) / 4 + 78 + before_month + day;
  return schema::to_day(1600, 1, 1) + days;
}

std::optional<std::int32_t> day_of_islamic(int year, int month, int day) {
  thread_local const std::unique_ptr<void*, void (*)(void**)> calendar = [] {
    UErrorCode status = U_ZERO_ERROR;
    static constexpr UChar zone[] = {u'U', u'T', u'C', 0};
    void** opened = ucal_open(zone, 3, "ar@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
    return std::unique_ptr<void*, void (*)(void**)>(U_SUCCESS(status) ? opened : nullptr,
                                                    [](void** c) { ucal_close(c); });
  }();
  if (!calendar) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  ucal_clear(calendar.get());
  ucal_setDate(calendar.get(), year, month - 1, day, &status);
  const double milliseconds = ucal_getMillis(calendar.get(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<std::int32_t>(milliseconds / 86'400'000.0 - (milliseconds < 0 ? 1 : 0));
}

class Matcher {
 public:
  Matcher(std::string_view text, const DateContext& context, std::size_t from)
      : context_(context), tokens_(tokenize(text, from)) {}

  std::optional<FoundDate> first() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      for (const auto rule : {&Matcher::year_first, &Matcher::east_asian, &Matcher::numeric, &Matcher::day_month,
                              &Matcher::month_day, &Matcher::month_year, &Matcher::vietnamese}) {
        std::optional<FoundDate> found = (this->*rule)(i);
        if (found && (found->year_missing || is_plausible(found->date, context_.today))) return found;
      }
    }
    return std::nullopt;
  }

 private:
  const Token* at(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::mark && tokens_[i].mark == mark;
  }
  bool is_number(std::size_t i, int low, int high) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::number && tokens_[i].value >= low &&
           tokens_[i].value <= high;
  }
  bool is_day(std::size_t i) const { return is_number(i, 1, 31) && tokens_[i].digits <= 2; }
  bool is_year(std::size_t i) const { return is_number(i, 1280, 2700) && tokens_[i].digits == 4; }
  bool is_word(std::size_t i, std::initializer_list<std::string_view> words) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::word &&
           std::find(words.begin(), words.end(), tokens_[i].word) != words.end();
  }
  bool glued_to_more(std::size_t i) const {  // 2024 in 12024 or A2024
    return i > 0 && !tokens_[i].gap && (tokens_[i - 1].kind != TokenKind::mark);
  }

  // A month name of one or two words at `i`; `next` moves behind it, a dot, and a second name of the same month.
  MonthName month_at(std::size_t i, std::size_t& next) const {
    if (!at(i) || at(i)->kind != TokenKind::word) return {};
    MonthName month;
    next = i + 1;
    if (at(i + 1) && at(i + 1)->kind == TokenKind::word) {
      month = find_month(tokens_[i].word + " " + tokens_[i + 1].word, context_.language);
      if (month.month) next = i + 2;
    }
    if (!month.month) month = find_month(tokens_[i].word, context_.language);
    if (!month.month && tokens_[i].word.starts_with("ב"))
      month = find_month(std::string_view(tokens_[i].word).substr(2), "he");
    if (!month.month) return {};
    if (is_mark(next, U'.') || is_mark(next, U'׳') || is_mark(next, U'\'')) ++next;
    // Levantine beside Egyptian names: "مارس/آذار", "ديسمبر كانون الأول"
    std::size_t again = is_mark(next, U'/') ? next + 1 : next, behind = 0;
    if (again < tokens_.size() && tokens_[again].kind == TokenKind::word &&
        month_at(again, behind).month == month.month && behind > again)
      next = behind;
    return month;
  }

  // Behind a comma, "de", "of" and the like.
  std::size_t behind_joint(std::size_t i) const {
    while (is_mark(i, U',') || is_mark(i, U'،') || is_mark(i, U'.') ||
           is_word(i, {"de", "del", "of", "d", "พศ", "คศ", "سنة", "عام", "סנת"}))
      ++i;
    return i;
  }

  std::optional<FoundDate> make(CalendarKind calendar, int year, int month, int day, std::size_t first,
                                std::size_t behind) const {
    FoundDate found;
    found.begin = tokens_[first].begin;
    found.end = tokens_[behind - 1].end;
    const DatePrecision precision = day ? DatePrecision::day : month ? DatePrecision::month : DatePrecision::year;
    if (calendar == CalendarKind::gregorian && year >= 2443) {
      year -= 543;
      found.note = "Buddhist era";
    } else if (calendar == CalendarKind::gregorian && year >= 1280 && year < 1450 && is_persian_text()) {
      calendar = CalendarKind::persian;
    }
    if (calendar != CalendarKind::gregorian) {
      if (year < 1280 || year > 1500 || month < 1 || month > 12 || day > 31) return std::nullopt;
      const std::optional<std::int32_t> converted = calendar == CalendarKind::persian
                                                        ? std::optional(day_of_persian(year, month, day ? day : 15))
                                                        : day_of_islamic(year, month, day ? day : 15);
      if (!converted) return std::nullopt;
      found.date = schema::from_day(*converted);
      // Their months straddle two of ours: without a day only the year can be said.
      if (!day) found.date = {found.date.year, 1, 1, DatePrecision::year};
      found.note = calendar == CalendarKind::persian ? "Jalali calendar" : "Hijri calendar";
      return found;
    }
    found.date = {year, month ? month : 1, day ? day : 1, precision};
    if (!schema::is_valid(year, found.date.month, found.date.day)) return std::nullopt;
    return found;
  }

  bool is_persian_text() const { return context_.language.starts_with("fa") || context_.language.starts_with("ps"); }

  std::optional<FoundDate> without_year(MonthName month, int day, std::size_t first, std::size_t behind) const {
    if (month.calendar != CalendarKind::gregorian || !schema::is_valid(2024, month.month, day)) return std::nullopt;
    FoundDate found;
    found.begin = tokens_[first].begin;
    found.end = tokens_[behind - 1].end;
    found.date = {0, month.month, day, DatePrecision::day};
    found.year_missing = true;
    return found;
  }

  // 2024-10-02, 2024.06.19., 2024. 6. 19., 2024/10/02, 2024. október 2.
  std::optional<FoundDate> year_first(std::size_t i) const {
    if (!is_year(i) || glued_to_more(i)) return std::nullopt;
    for (const char32_t separator : {U'-', U'/', U'.'})
      if (is_mark(i + 1, separator) && !tokens_[i + 1].gap && is_number(i + 2, 1, 12) && is_mark(i + 3, separator) &&
          is_day(i + 4) && (separator == U'.' || !tokens_[i + 2].gap))
        return make(CalendarKind::gregorian, tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value, i, i + 5);
    if (is_mark(i + 1, U'-') && !tokens_[i + 1].gap && is_number(i + 2, 1, 12) && tokens_[i + 2].digits == 2 &&
        !tokens_[i + 2].gap && !is_mark(i + 3, U'-'))
      return make(CalendarKind::gregorian, tokens_[i].value, tokens_[i + 2].value, 0, i, i + 3);
    std::size_t next = 0;
    const std::size_t name = is_mark(i + 1, U'.') || is_mark(i + 1, U',') ? i + 2 : i + 1;
    const MonthName month = month_at(name, next);
    if (month.month && is_day(next))
      return make(month.calendar, tokens_[i].value, month.month, tokens_[next].value, i, next + 1);
    return std::nullopt;
  }

  // 2024年10月2日, 令和6年12月6日, 民國113年, 2024년 11월
  std::optional<FoundDate> east_asian(std::size_t i) const {
    if (!at(i) || !(is_mark(i + 1, U'年') || is_mark(i + 1, U'년'))) {
      if (!(is_word(i, {"令和元", "平成元"}) && is_mark(i + 1, U'年'))) return std::nullopt;
    }
    int year = 0;
    std::size_t first = i;
    if (is_word(i, {"令和元"}))
      year = 2019;
    else if (is_word(i, {"平成元"}))
      year = 1989;
    else if (is_year(i))
      year = tokens_[i].value;
    else if (is_number(i, 1, 200) && i > 0 && tokens_[i - 1].kind == TokenKind::word) {
      static constexpr std::array<std::pair<std::string_view, int>, 5> eras{
          {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"民國", 1911}, {"民国", 1911}}};
      for (const auto& [name, offset] : eras)
        if (tokens_[i - 1].word.ends_with(name)) year = offset + tokens_[i].value;
      first = i - 1;
    }
    if (year == 0) return std::nullopt;
    std::size_t next = i + 2;
    int month = 0, day = 0;
    if (is_number(next, 1, 12) && (is_mark(next + 1, U'月') || is_mark(next + 1, U'월'))) {
      month = tokens_[next].value;
      next += 2;
      if (is_day(next) && (is_mark(next + 1, U'日') || is_mark(next + 1, U'일'))) {
        day = tokens_[next].value;
        next += 2;
      }
    }
    return make(CalendarKind::gregorian, year, month, day, first, next);
  }

  // 02.10.2024, 2/10/2024, 10-02-2024
  std::optional<FoundDate> numeric(std::size_t i) const {
    if (!is_day(i) || glued_to_more(i)) return std::nullopt;
    for (const char32_t separator : {U'.', U'/', U'-'}) {
      if (!(is_mark(i + 1, separator) && !tokens_[i + 1].gap && is_day(i + 2) && is_mark(i + 3, separator) &&
            !tokens_[i + 3].gap && is_year(i + 4)))
        continue;
      const int a = tokens_[i].value, b = tokens_[i + 2].value, year = tokens_[i + 4].value;
      const bool open = a <= 12 && b <= 12 && a != b && separator != U'.' &&
                        (context_.language.empty() || context_.language.starts_with("en"));
      if (open && !context_.american) {
        // Both readings stand; only the year is certain.
        std::optional<FoundDate> found = make(CalendarKind::gregorian, year, 0, 0, i, i + 5);
        if (found) found->note = "day and month may be exchanged";
        return found;
      }
      const bool month_first = b > 12 || (open && context_.american);
      return make(CalendarKind::gregorian, year, month_first ? a : b, month_first ? b : a, i, i + 5);
    }
    return std::nullopt;
  }

  // 2 October 2024, 2nd of October, 2 de octubre de 2024, 1er mars 2024, 5 DEC
  std::optional<FoundDate> day_month(std::size_t i) const {
    if (!is_day(i) || glued_to_more(i)) return std::nullopt;
    std::size_t name = i + 1, next = 0;
    if (is_mark(name, U'.') || is_mark(name, U'º') || is_mark(name, U'-')) ++name;
    if (is_word(name, {"st", "nd", "rd", "th", "er", "º", "ª", "o", "го", "ое"})) ++name;
    while (is_word(name, {"de", "of", "d", "di", "del"}) || is_mark(name, U'\'') || is_mark(name, U'’')) ++name;
    const MonthName month = month_at(name, next);
    if (!month.month) return std::nullopt;
    std::size_t year = behind_joint(next);
    if (is_mark(year, U'-')) ++year;
    if (is_year(year)) return make(month.calendar, tokens_[year].value, month.month, tokens_[i].value, i, year + 1);
    return without_year(month, tokens_[i].value, i, next);
  }

  // October 2, 2024; Feb. 10
  std::optional<FoundDate> month_day(std::size_t i) const {
    std::size_t next = 0;
    const MonthName month = month_at(i, next);
    if (!month.month || !is_day(next)) return std::nullopt;
    if (is_mark(next + 1, U':')) return std::nullopt;  // "May 10:30"
    const int day = tokens_[next].value;
    std::size_t year = next + 1;
    if (is_word(year, {"st", "nd", "rd", "th"}) && !tokens_[year].gap) ++year;
    const std::size_t behind = year;
    year = behind_joint(year);
    if (is_year(year)) return make(month.calendar, tokens_[year].value, month.month, day, i, year + 1);
    return without_year(month, day, i, behind);
  }

  // January 2025, marzo de 2024
  std::optional<FoundDate> month_year(std::size_t i) const {
    std::size_t next = 0;
    const MonthName month = month_at(i, next);
    // "31 February 2024" is no date, and no month either.
    if (!month.month || (i > 0 && is_day(i - 1))) return std::nullopt;
    const std::size_t year = behind_joint(next);
    if (!is_year(year)) return std::nullopt;
    return make(month.calendar, tokens_[year].value, month.month, 0, i, year + 1);
  }

  // 2 tháng 10 năm 2024, 2 tháng 10, 2024
  std::optional<FoundDate> vietnamese(std::size_t i) const {
    if (!is_day(i) || !is_word(i + 1, {"tháng"}) || !is_number(i + 2, 1, 12)) return std::nullopt;
    std::size_t year = behind_joint(i + 3);
    if (is_word(year, {"năm"})) ++year;
    if (!is_year(year)) return std::nullopt;
    return make(CalendarKind::gregorian, tokens_[year].value, tokens_[i + 2].value, tokens_[i].value, i, year + 1);
  }

  const DateContext& context_;
  std::vector<Token> tokens_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return at + count < text.size() && is_digit(text[at + count]) ? -1 : value;
}

// Year at `at`; then month and day of one or two digits behind the same separator, or none.
std::optional<FoundDate> path_date(std::string_view path, std::size_t at) {
  const int compact = digits_at(path, at, 8);
  FoundDate found;
  found.begin = static_cast<std::uint32_t>(at);
  if (compact > 0) {
    found.date = {compact / 10000, compact / 100 % 100, compact % 100, DatePrecision::day};
    found.end = static_cast<std::uint32_t>(at + 8);
    return found;
  }
  const int year = digits_at(path, at, 4);
  if (year < 0 || at + 4 >= path.size()) return std::nullopt;
  const char separator = path[at + 4];
  if (separator != '/' && separator != '-' && separator != '_') return std::nullopt;
  std::size_t next = at + 5;
  std::array<int, 2> parts{0, 0};
  for (int& part : parts) {
    const int two = digits_at(path, next, 2), one = two < 0 ? digits_at(path, next, 1) : -1;
    if (two < 0 && one < 0) break;
    part = two >= 0 ? two : one;
    next += two >= 0 ? 2 : 1;
    found.end = static_cast<std::uint32_t>(next);
    if (next >= path.size() || path[next] != separator) break;
    ++next;
  }
  if (parts[0] == 0) return std::nullopt;
  found.date = {year, parts[0], parts[1] ? parts[1] : 1, parts[1] ? DatePrecision::day : DatePrecision::month};
  return found;
}

}  // namespace

bool is_plausible(const Date& date, std::int32_t today) {
  if (date.year < 1900 || date.year > 2200) return false;
  return today == 0 || schema::first_day(date) <= today + 1;
}

std::optional<FoundDate> find_date(std::string_view text, const DateContext& context, std::size_t from) {
  return Matcher(text, context, from).first();
}

std::optional<FoundDate> date_of_url(std::string_view url, const DateContext& context) {
  const std::size_t scheme = url.find("://");
  std::size_t at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  for (; at != std::string_view::npos && at + 1 < url.size(); at = url.find_first_of("/-_", at + 1)) {
    std::optional<FoundDate> found = path_date(url, at + 1);
    if (found && schema::is_valid(found->date.year, found->date.month, found->date.day) &&
        is_plausible(found->date, context.today))
      return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> date_of_field(std::string_view value, const DateContext& context) {
  value = trim(value);
  if ((value.size() == 10 || value.size() == 13) && std::all_of(value.begin(), value.end(), is_digit)) {
    FoundDate found;
    found.date = schema::from_day(static_cast<std::int32_t>(std::stoll(std::string(value.substr(0, 10))) / 86'400));
    found.note = "seconds since 1970";
    if (is_plausible(found.date, context.today)) return found;
    return std::nullopt;
  }
  if (digits_at(value, 0, 8) > 0 && value.size() == 8) return path_date(value, 0);
  if (digits_at(value, 0, 4) > 0 && value.size() == 4) {
    FoundDate found;
    found.date = {digits_at(value, 0, 4), 1, 1, DatePrecision::year};
    if (is_plausible(found.date, context.today)) return found;
    return std::nullopt;
  }
  std::optional<FoundDate> found = find_date(value, context);
  return found && !found->year_missing ? found : std::nullopt;
}

}  // namespace dateline::indexer
