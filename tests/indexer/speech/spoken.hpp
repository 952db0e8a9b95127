// What find_speech() makes of a few lines, as text that a table can hold.
#pragma once

#include <string>
#include <vector>

#include "indexer/speech/speech.hpp"

namespace dateline::tests {

// Each line is a paragraph.
struct Spoken {
  std::string body;
  std::vector<schema::Span> paragraphs;
  indexer::Speech speech;

  Spoken(const std::string& lines, const std::string& language, const std::string& title = "",
         const text::AliasTable& aliases = text::AliasTable::built_in());

  // "Dmitry Peskov: «words»" for a direct quotation, "Dmitry Peskov: words" for reported speech, "?" for nobody.
  std::vector<std::string> quotes() const;
  std::vector<std::string> speakers() const;
};

}  // namespace dateline::tests
