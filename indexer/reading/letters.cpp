#include "indexer/reading/letters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Most characters are letters and digits: they are told from marks before any list is searched.
bool is_plain(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || (c >= '0' && c <= '9');
  return (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0xFF00);
}

bool is_ornament(char32_t c) {
  if (is_plain(c)) return false;
  static constexpr std::u32string_view marks = U"*#>-–—•·●■□◆◇▶►▼▲→»«…_=|/~:：()[]（）［］【】〔〕<>＜＞";
  return is_blank(c) || marks.find(c) != std::u32string_view::npos;
}

bool is_quote(char32_t c) {
  if (is_plain(c)) return false;
  static constexpr std::u32string_view marks = U"\"'«»„“”‟‘’‚‹›「」『』《》〈〉";
  return is_blank(c) || marks.find(c) != std::u32string_view::npos;
}

bool is_closer(char32_t c) {
  if (is_plain(c)) return false;
  static constexpr std::u32string_view marks = U"\"'»«”“’‘›)]）］】」』》*";
  return is_blank(c) || marks.find(c) != std::u32string_view::npos;
}

bool is_stop(char32_t c) {
  static constexpr std::u32string_view marks = U".!?…。！？．؟।॥۔։";
  return marks.find(c) != std::u32string_view::npos;
}

char32_t last_of(std::string_view text) {
  std::size_t at = text::last_code_point_at(text);
  return text::next_code_point(text, at);
}

template <class Goes>
std::string_view trimmed(std::string_view text, Goes&& goes) {
  std::size_t at = 0;
  for (std::size_t next = 0; next < text.size(); at = next)
    if (!goes(text::next_code_point(text, next))) break;
  text.remove_prefix(at);
  while (!text.empty() && goes(last_of(text))) text = text.substr(0, text::last_code_point_at(text));
  return text;
}

}  // namespace

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
         c == 0x3000 || c == 0xFEFF || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  return u_isalpha(static_cast<UChar32>(c));
}

bool continues_sentence(std::string_view text) {
  text = trim_ornaments(trim_quotes(text));
  std::size_t at = 0;
  if (text.empty()) return false;
  const auto first = static_cast<UChar32>(text::next_code_point(text, at));
  return u_islower(first) || u_isdigit(first) || u_charType(first) == U_CURRENCY_SYMBOL;
}

bool is_dense(char32_t c) {
  if (c < 0x3040) return false;  // most, and told at once
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || is_hangul(c) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

std::string_view trim(std::string_view text) { return trimmed(text, is_blank); }
std::string_view trim_ornaments(std::string_view text) { return trimmed(text, is_ornament); }
std::string_view trim_quotes(std::string_view text) { return trimmed(text, is_quote); }

std::uint32_t weigh(std::string_view text, std::uint32_t enough) {
  std::uint32_t weight = 0;
  for (std::size_t at = 0; at < text.size() && weight < enough;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      weight += is_ascii_letter(byte);
      ++at;
      continue;
    }
    const char32_t c = text::next_code_point(text, at);
    if (is_dense(c))
      weight += is_hangul(c) ? 2 : 3;
    else
      weight += is_letter(c);
  }
  return weight;
}

bool ends_sentence(std::string_view text) {
  for (int closers = 0; !text.empty() && closers < 8; ++closers) {
    const char32_t c = last_of(text);
    if (is_stop(c)) return true;
    if (!is_closer(c)) return false;
    text = text.substr(0, text::last_code_point_at(text));
  }
  return false;
}

bool is_unpunctuated(std::string_view text) {
  std::size_t such = 0, all = 0;
  for (std::size_t at = 0; at < text.size() && all < 60;) {
    const char32_t c = text::next_code_point(text, at);
    if (!is_letter(c)) continue;
    ++all;
    such += (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
  }
  return such * 2 > all;
}

char32_t fold_character(char32_t c) {
  if (c == 0x200C) return 0;  // Persian writes the same word with and without the non-joiner
  if (is_blank(c)) return ' ';
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return '\'';
  if (c == 0xFF1A) return ':';
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

std::string fold_line(std::string_view text, std::size_t longest) {
  // A folded letter takes three bytes for two at most; the character at `longest` is read to its end.
  std::string out;
  const std::size_t read = std::min(text.size(), longest);
  out.resize(read + read / 2 + 4);
  std::size_t size = 0;
  for (std::size_t at = 0; at < read;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > ' ' && byte < 0x80) {
      out[size++] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
      ++at;
      continue;
    }
    const char32_t written = text::next_code_point(text, at), c = fold_character(written);
    if (c == ' ') {
      if (size > 0 && out[size - 1] != ' ') out[size++] = ' ';
    } else if (c != 0 || written == 0) {
      U8_APPEND_UNSAFE(out.data(), size, static_cast<UChar32>(c));
    }
  }
  if (size > 0 && out[size - 1] == ' ') --size;
  out.resize(size);
  return out;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool letter = is_letter(text::next_code_point(text, at));
    words += letter && !inside;
    inside = letter || (inside && at < text.size() && (text[at] == '\'' || text[at] == '-'));
  }
  return words;
}

bool is_capitalised(std::string_view text) {
  constexpr std::uint32_t longest_small = 3;
  bool any = false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::string_view bare = trim_quotes(trim_ornaments(word));
    if (bare.empty()) continue;
    std::size_t at = 0;
    const bool small = u_islower(static_cast<UChar32>(text::next_code_point(bare, at)));
    if (small && (!any || weigh(bare) > longest_small)) return false;
    any |= !small;
  }
  return any;
}

}  // namespace dateline::indexer
