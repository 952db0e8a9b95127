// What names of encodings mean, which is often more than they say: who writes "ISO-8859-1" means Windows-1252.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// The encoding to convert from; empty when the name means UTF-8 or nothing known. As the Encoding Standard of the
// WHATWG has it.
std::string meant_encoding(std::string_view name);

// Whether it was made for Latin letters: what servers declare who know no better.
bool is_latin(std::string_view encoding);

}  // namespace dateline::indexer
