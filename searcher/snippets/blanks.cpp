#include "searcher/snippets/blanks.hpp"

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

bool is_blank(char32_t c) {
  return c < 0x80 ? c == U' ' || (c >= 0x09 && c <= 0x0D) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

}  // namespace

ByteRange first_blanks(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const bool blank = is_blank(text::next_code_point(text, at));
    if (blank && begin == text.size()) begin = here;
    if (!blank && begin < text.size()) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(here)};
  }
  if (begin == text.size()) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())};
}

ByteRange without_outer_blanks(std::string_view text, ByteRange range) {
  while (range.begin < range.end) {
    std::size_t at = range.begin;
    if (!is_blank(text::next_code_point(text, at))) break;
    range.begin = static_cast<std::uint32_t>(at);
  }
  while (range.begin < range.end) {
    std::size_t last = range.end - 1;
    while (last > range.begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t at = last;
    if (!is_blank(text::next_code_point(text, at))) break;
    range.end = static_cast<std::uint32_t>(last);
  }
  return range;
}

}  // namespace dateline::searcher
