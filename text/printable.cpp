#include "text/printable.hpp"

#include "text/utf8.hpp"

namespace dateline::text {

std::string printable(std::string_view given) {
  // What the library hands out is UTF-8; a word of the command line, echoed, need not be.
  const std::string repaired = is_utf8(given) ? std::string() : repair(given).text;
  const std::string_view text = repaired.empty() ? given : repaired;
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
    if (control) {
      result += ' ';
    } else {
      result.append(text, begin, at - begin);
    }
  }
  return result;
}

}  // namespace dateline::text
