#include "app/print/width.hpp"

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace dateline::app {

std::size_t width_of(char32_t code_point) {
  if (code_point < 0x300) return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) ? 0 : 1;
  const auto c = static_cast<UChar32>(code_point);
  if (c >= 0x1160 && c <= 0x11ff) return 0;  // vowels and finals of a Hangul syllable join its initial
  const auto mask = U_GET_GC_MASK(c);
  if (mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) return 0;
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(text::next_code_point(text, at));
  return width;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t own = width_of(text);
  std::string result(text);
  if (own < width) result.append(width - own, ' ');
  return result;
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t own = width_of(text);
  return std::string(own < width ? width - own : 0, ' ') + std::string(text);
}

std::string shortened(std::string_view text, std::size_t width) {
  if (width == 0 || width_of(text) <= width) return std::string(text);
  std::size_t used = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    used += width_of(text::next_code_point(text, at));
    if (used + 1 > width) break;  // one column is the ellipsis'
    kept = at;
  }
  return std::string(text.substr(0, kept)) + "…";
}

}  // namespace dateline::app
