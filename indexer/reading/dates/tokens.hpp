// A line as its date reader sees it: numbers in any digits, words, and single marks.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

enum class TokenKind : std::uint8_t { number, word, mark };

struct DateToken {
  TokenKind kind = TokenKind::mark;
  bool gap = false;  // blanks before it
  int value = 0;     // of a number; -1 when it is too long for a date
  int digits = 0;
  char32_t mark = 0;                 // of a mark: full width and look-alikes as their plain forms
  std::uint32_t begin = 0, end = 0;  // bytes of the text
};

// `text` must outlive it.
class DateTokens {
 public:
  explicit DateTokens(std::string_view text);

  std::size_t size() const { return tokens_.size(); }
  const DateToken& operator[](std::size_t i) const { return tokens_[i]; }
  std::string_view text() const { return text_; }

  // All of these are false or empty behind the end.
  bool is_number(std::size_t i) const { return kind_is(i, TokenKind::number); }
  bool is_number(std::size_t i, int low, int high) const;
  bool is_day(std::size_t i) const { return is_number(i, 1, 31) && tokens_[i].digits <= 2; }
  bool is_month(std::size_t i) const { return is_number(i, 1, 12) && tokens_[i].digits <= 2; }
  bool is_word(std::size_t i) const { return kind_is(i, TokenKind::word); }
  bool is_mark(std::size_t i, char32_t mark) const { return kind_is(i, TokenKind::mark) && tokens_[i].mark == mark; }
  bool is_mark(std::size_t i, std::u32string_view marks) const;
  bool is_dash(std::size_t i) const { return is_mark(i, U"-–—"); }
  bool has_gap(std::size_t i) const { return i >= tokens_.size() || tokens_[i].gap; }
  bool is_ascii(std::size_t i) const {
    return i < tokens_.size() && static_cast<unsigned char>(text_[tokens_[i].begin]) < 0x80;
  }
  // Whether a number of four digits or more is among them.
  bool has_year() const { return has_year_; }
  // "14:45" and "14.45" end at `i`, or begin there.
  bool ends_clock(std::size_t i) const;
  bool begins_clock(std::size_t i) const;

  // date_key() of the word, made when first asked for; "" when it is none.
  const std::string& folded(std::size_t i) const;

 private:
  bool ends_number() const;
  bool kind_is(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }

  std::string_view text_;
  std::vector<DateToken> tokens_;
  bool has_year_ = false;
  mutable std::vector<std::string> folded_;
};

// Whether there is a digit of any script, or a numeral of Chinese: without one there is no date.
bool has_digit(std::string_view text);

}  // namespace dateline::indexer
