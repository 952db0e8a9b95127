// Any bytes decode to UTF-8 or to nothing, whatever encoding they are said to be in; UTF-8 decodes to itself.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/input/decode.hpp"
#include "text/utf8.hpp"

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view declared = bytes.substr(0, bytes.find('\n'));
  for (const std::string_view name :
       {std::string_view(), declared, std::string_view("gb2312"), std::string_view("big5")}) {
    const auto decoded = indexer::decode(bytes, name);
    if (decoded && !text::is_utf8(decoded->text)) std::abort();
    if (decoded && indexer::decode(decoded->text) && indexer::decode(decoded->text)->text != decoded->text) {
      // Only what itself looks like another encoding may change.
      if (indexer::decode(decoded->text)->encoding == "UTF-8") std::abort();
    }
  }
  return 0;
}
