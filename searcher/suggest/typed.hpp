// What is being typed: the end of a query that completions may stand in the place of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/written.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// A word that is not finished.
struct TypedWord {
  std::size_t begin = 0;  // bytes of Typed::text, which it ends
  std::string folded;
  bool undivided = false;  // characters of a script without blanks: the end of a run is a word, or several are
};

// Names that are not finished: what stands for them in the query, and their words, folded.
struct TypedName {
  std::size_t begin = 0;  // of what a completion replaces: a field with its value, words, or only a value
  bool has_field = true;  // false: `begin` is behind the field, inside its bracket
  std::vector<std::string> words;
};

struct Typed {
  std::string text;                 // without what nobody sees
  std::optional<WrittenKind> kind;  // of what is at its end; empty: nothing that could be completed
  std::vector<TypedWord> words;     // the readings of the end as a word, the longest first
  std::vector<TypedName> names;     // as a name, the longest first
};

Typed read_typed(std::string_view text, text::Analyzer& analyzer);

}  // namespace dateline::searcher
