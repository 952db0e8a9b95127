#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/speech/paragraph.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

// Finds names in scripts without capitals and sets Token::capital where they stand. One object reads the paragraphs of
// one article in their order: a name that was met in full is known by its short form later.
class CaselessNames {
 public:
  explicit CaselessNames(const text::AliasTable& aliases) : aliases_(aliases) {}

  void mark(std::string_view body, Paragraph& paragraph);

 private:
  const text::AliasTable& aliases_;
  std::unordered_set<std::string> short_names_;  // keys
};

}  // namespace dateline::indexer::speech
