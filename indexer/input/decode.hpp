// Bytes in any encoding become UTF-8: by byte order mark, by validity, by what the input declares, by a guess.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct Decoded {
  std::string text;          // UTF-8, repaired
  std::string encoding;      // what it was, "UTF-8" mostly
  std::size_t repaired = 0;  // ill-formed sequences that became U+FFFD
};

// `declared`: the encoding that the input names ("" when none); used where the bytes are not valid UTF-8.
// Empty when the bytes are no text in any encoding.
std::optional<Decoded> decode(std::string_view bytes, std::string_view declared = {});

// UTF-16, by its mark or by its shape, as UTF-8; empty when it is something else.
std::string text_of_utf16(std::string_view bytes);

}  // namespace dateline::indexer
