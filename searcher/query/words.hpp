// One word of a query, with what is written onto it: =word, word*, word~2.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/tree.hpp"
#include "searcher/query/warnings.hpp"

namespace dateline::searcher {

// What is longer is searched for by its beginning; no word of an archive is half as long.
inline constexpr std::size_t longest_query_word = 1000;  // bytes

struct Word {
  std::string_view text;  // a part of what was read; starts with content and ends with content, + or #
  NodeKind kind = NodeKind::word;
  int number = 0;

  Node node() const;
};

// `written` has content. Reading a word's text again gives the same word: what would be an operator at its edges is
// gone.
Word read_word(std::string_view written, bool exact, Warnings& warnings);

// The word inside quotation marks, where nothing is an operator.
std::string_view read_quoted_word(std::string_view written, Warnings& warnings);

// AND, OR, NOT, NEAR/5, ADJ/5, w/5, pre/5, /s, /p and their spellings: a node of that kind, without children.
// Empty: not an operator.
std::optional<Node> read_operator(std::string_view text, Warnings& warnings);

inline constexpr int default_distance = 5;
inline constexpr int longest_distance = 1000;

}  // namespace dateline::searcher
