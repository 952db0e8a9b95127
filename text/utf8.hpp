// Bytes are UTF-8 or are repaired here, once, at the door; everything behind may rely on it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::text {

// Whether every sequence is well formed (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

struct Repaired {
  std::string text;
  std::size_t replaced = 0;  // ill-formed sequences that became U+FFFD
};

// Ill-formed sequences become U+FFFD; NUL and other C0 controls except \t \n become blanks; CRLF and CR become \n;
// leading byte order marks go.
Repaired repair(std::string_view bytes);

namespace detail {
char32_t next_of_any_length(std::string_view text, std::size_t& at);
}

// Decodes the code point at `at` (which must be a boundary) and moves `at` behind it. U+FFFD at the end, and for what
// is ill-formed.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (at < text.size()) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return ++at, first;
    if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[at + 1]);
      if ((second & 0xC0) == 0x80) return at += 2, static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F));
    }
    if (first > 0xE0 && first < 0xED && at + 2 < text.size()) {  // neither overlong nor surrogates
      const auto second = static_cast<unsigned char>(text[at + 1]);
      const auto third = static_cast<unsigned char>(text[at + 2]);
      if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80)
        return at += 3, static_cast<char32_t>((first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
    }
  }
  return detail::next_of_any_length(text, at);
}

// Where the last code point begins; 0 in an empty text.
std::size_t last_code_point_at(std::string_view text);

// At most so many bytes of it, not ending within a code point.
std::string_view beginning(std::string_view text, std::size_t most);

void append(std::string& text, char32_t code_point);

std::size_t count_code_points(std::string_view text);

// Converts growing byte offsets of one text to code point offsets in one pass.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  // `byte_offset` may be smaller than the one before, at the price of starting again.
  std::size_t at(std::size_t byte_offset);

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t code_points_ = 0;
};

}  // namespace dateline::text
