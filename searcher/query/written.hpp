// A query as it stands, for those who change a word of it and leave everything else as it was written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

enum class WrittenKind : std::uint8_t { text, speaker, source };

// Words that mean what they say: without = * or ~, and no other fact (a date, a tag, an id).
struct WrittenWords {
  WrittenKind kind = WrittenKind::text;
  std::size_t begin = 0, end = 0;  // bytes of WrittenQuery::text; a word, or what is between quotation marks
  bool excluded = false;           // behind a - or NOT
  friend bool operator==(const WrittenWords&, const WrittenWords&) = default;
};

struct WrittenQuery {
  std::string text;  // the query, without what nobody sees
  std::vector<WrittenWords> words;
};

WrittenQuery written_words(std::string_view query);

}  // namespace dateline::searcher
