// UTF-16 for ICU's iterators, with the way back to bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::text {

struct Utf16 {
  std::vector<char16_t> units;
  std::vector<std::uint32_t> bytes;  // where the character of each unit begins; one more for the end

  // Keeps its memory from call to call. Ill-formed bytes become U+FFFD.
  void assign(std::string_view utf8);

  std::uint32_t byte(std::int32_t unit) const { return bytes[static_cast<std::size_t>(unit)]; }
};

}  // namespace dateline::text
