#include "indexer/reading/dates/date_key.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace dateline::indexer {

std::string date_key(std::string_view word) {
  std::string key;
  // Most are ASCII, whose folding is short; text::fold() asks ICU.
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) key = text::fold(word);
  const std::string_view folded = ascii ? word : std::string_view(key);
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded)
    if (c != '.') out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
  return out;
}

}  // namespace dateline::indexer
