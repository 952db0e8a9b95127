#include "text/utf16.hpp"

#include "text/utf8.hpp"

namespace dateline::text {

void Utf16::assign(std::string_view utf8) {
  units.clear();
  bytes.clear();
  for (std::size_t at = 0; at < utf8.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t code_point = next_code_point(utf8, at);
    bytes.push_back(begin);
    if (code_point < 0x10000) {
      units.push_back(static_cast<char16_t>(code_point));
      continue;
    }
    units.push_back(static_cast<char16_t>(0xD7C0 + (code_point >> 10)));
    units.push_back(static_cast<char16_t>(0xDC00 + (code_point & 0x3FF)));
    bytes.push_back(begin);
  }
  bytes.push_back(static_cast<std::uint32_t>(utf8.size()));
}

}  // namespace dateline::text
