// Which encoding is this? For bytes that are not UTF-8 and say nothing of themselves, or nothing that can be true.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// Whether most letters of words that are not ASCII are not either: Cyrillic, Greek, Chinese ..., whatever encoding.
bool is_written_beyond_ascii(std::string_view bytes);

// Never empty. Words in Latin letters are tried in each of their encodings, and the most likely language decides; for
// the other scripts Mozilla's detector does. Measured on tests/indexer/input/encodings_test.cpp.
std::string guess_encoding(std::string_view bytes);

}  // namespace dateline::indexer
