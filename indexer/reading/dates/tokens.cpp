#include "indexer/reading/dates/tokens.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "indexer/reading/dates/chinese_numbers.hpp"
#include "indexer/reading/dates/date_key.hpp"
#include "indexer/reading/letters.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// Dates stand in the first words of a line; a paragraph is not searched to its end.
constexpr std::size_t most_tokens = 80;
constexpr int most_digits = 8;

bool is_word_part(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (c == 0x200C || c == 0x200D || c == 0x0640 || c == 0xAD) return true;  // joiners, tatweel, soft hyphen
  const std::int8_t type = u_charType(static_cast<UChar32>(c));
  return u_isalpha(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x05F3 || c == '`'; }

int digit_of(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  return u_charDigitValue(static_cast<UChar32>(c));
}

char32_t plain_mark(char32_t c) {
  switch (c) {
    case U'．':
    case U'。':
      return U'.';
    case U'／':
    case U'⁄':
      return U'/';
    case U'－':
    case U'‐':
    case U'‑':
    case U'−':
      return U'-';
    case U'，':
    case U'،':
    case U'、':
      return U',';
    case U'：':
      return U':';
    default:
      return c;
  }
}

char32_t peek(std::string_view text, std::size_t at) { return text::next_code_point(text, at); }

void read_digits(std::string_view text, std::size_t& at, DateToken& token) {
  token.kind = TokenKind::number;
  for (std::size_t next = at; next < text.size(); at = next) {
    const int digit = digit_of(text::next_code_point(text, next));
    if (digit < 0) break;
    token.value = token.digits >= most_digits ? -1 : token.value * 10 + digit;
    ++token.digits;
  }
}

// A dot or an apostrophe belongs to the word that goes on behind it: ก.ย., p.m., d'octubre.
bool goes_on(std::string_view text, std::size_t at) { return at < text.size() && is_letter(peek(text, at)); }

// Dense letters and others are words of their own: 令和 in 令和6年, 午後3時.
void read_word(std::string_view text, std::size_t& at, bool dense) {
  for (std::size_t next = at; next < text.size();) {
    if (dense && chinese_number_at(text, next)) return;  // 民國一一三年
    const char32_t c = text::next_code_point(text, next);
    if (c == U'.' || is_apostrophe(c)) {
      if (!goes_on(text, next)) return;
    } else if (!is_word_part(c) || is_dense(c) != dense) {
      return;
    }
    at = next;
  }
}

}  // namespace

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte >= '0' && byte <= '9') return true;
      ++at;
      continue;
    }
    const char32_t c = text::next_code_point(text, at);
    if (c < 0x660) continue;
    if (c < 0x3000 ? u_isdigit(static_cast<UChar32>(c))
                   : (c >= U'０' && c <= U'９') || c == U'年' || (c == U'月' && at < text.size()))
      return true;
  }
  return false;
}

DateTokens::DateTokens(std::string_view text) : text_(text) {
  tokens_.reserve(24);
  bool gap = true;
  for (std::size_t at = 0; at < text.size() && tokens_.size() < most_tokens;) {
    std::size_t next = at;
    const char32_t c = text::next_code_point(text, next);
    if (is_blank(c)) {
      gap = gap || (c != 0x200C && c != 0x200D);
      at = next;
      continue;
    }
    DateToken token;
    token.begin = static_cast<std::uint32_t>(at);
    token.gap = gap;
    gap = false;
    if (digit_of(c) >= 0) {
      read_digits(text, at, token);
    } else if (is_date_unit(c) && ends_number()) {
      token.mark = c;
      at = next;
    } else if (const auto chinese = c >= 0x3000 ? chinese_number_at(text, at) : std::nullopt) {
      token.kind = TokenKind::number;
      token.value = chinese->value;
      token.digits = static_cast<int>(std::to_string(chinese->value).size());
      at = chinese->end;
    } else if (is_word_part(c)) {
      token.kind = TokenKind::word;
      at = next;
      read_word(text, at, is_dense(c));
    } else {
      token.mark = plain_mark(c);
      at = next;
    }
    token.end = static_cast<std::uint32_t>(at);
    has_year_ |= token.digits >= 4;
    tokens_.push_back(token);
  }
}

// 2024, or 113(2024)
bool DateTokens::ends_number() const {
  const std::size_t count = tokens_.size();
  return (count >= 1 && is_number(count - 1)) || (count >= 2 && is_mark(count - 1, U')') && is_number(count - 2));
}

bool DateTokens::is_number(std::size_t i, int low, int high) const {
  return is_number(i) && tokens_[i].value >= low && tokens_[i].value <= high;
}

bool DateTokens::is_mark(std::size_t i, std::u32string_view marks) const {
  return kind_is(i, TokenKind::mark) && marks.find(tokens_[i].mark) != std::u32string_view::npos;
}

bool DateTokens::ends_clock(std::size_t i) const {
  return i >= 2 && is_number(i, 0, 59) && tokens_[i].digits == 2 && !has_gap(i) && is_mark(i - 1, U":.") &&
         !has_gap(i - 1) && is_number(i - 2, 0, 59);
}

bool DateTokens::begins_clock(std::size_t i) const {
  return is_number(i, 0, 24) && is_mark(i + 1, U":.") && !has_gap(i + 1) && is_number(i + 2, 0, 59) &&
         tokens_[i + 2].digits == 2 && (tokens_[i + 1].mark == U':' ? true : !has_gap(i + 2));
}

const std::string& DateTokens::folded(std::size_t i) const {
  static const std::string none;
  if (!is_word(i)) return none;
  if (folded_.empty()) folded_.resize(tokens_.size());
  std::string& word = folded_[i];
  if (word.empty()) {
    word = date_key(text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin));
  }
  return word;
}

}  // namespace dateline::indexer
