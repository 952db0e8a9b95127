// From one encoding into UTF-8. ICU's converters, which know the encodings by many names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

// What cannot be converted becomes U+FFFD. Empty when the encoding is not known, or there is too much of it.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding);

// Empty as well when anything cannot be converted.
std::optional<std::string> convert_strictly(std::string_view bytes, const std::string& encoding);

}  // namespace dateline::indexer
