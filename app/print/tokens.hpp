// What a text becomes: `analyze` as plain values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/print/page.hpp"

namespace dateline::app {

struct AnalyzedToken {
  std::string surface, exact, stem, prefix;  // stem and prefix empty: none
  std::size_t position = 0;
  std::size_t start = 0, end = 0;  // code points of the text
};

// A ranking term that covers tokens [first, last]: a dictionary word or a pair of characters.
struct AnalyzedSpan {
  std::string surface, term;
  std::string_view family;          // "word" or "bigram"
  std::size_t first = 0, last = 0;  // positions
};

struct AnalyzedText {
  std::string text;
  std::string language;  // empty: unknown
  std::vector<AnalyzedToken> tokens;
  std::vector<AnalyzedSpan> spans;
};

std::string tokens_as_text(const AnalyzedText& analyzed, const Page& page);

}  // namespace dateline::app
