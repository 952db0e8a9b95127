// Text -> tokens: where words, phrases and operators begin and end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/query/fields.hpp"
#include "searcher/query/tree.hpp"
#include "searcher/query/warnings.hpp"

namespace dateline::searcher {

enum class TokenKind : std::uint8_t {
  leaf,   // node: a word or phrase, or everything for a lone *
  field,  // field, exact; its value follows: a leaf or a bracket
  open,
  close,
  both,
  either,     // AND, OR
  exclude,    // NOT or -
  proximity,  // node without children
};

struct Token {
  TokenKind kind = TokenKind::leaf;
  Node node;
  std::string_view text;  // as written; of a leaf what a fact takes for its value
  const FieldName* field = nullptr;
  bool exact = false;  // speaker:=
};

inline constexpr std::size_t most_words = 1000;
inline constexpr std::size_t most_tokens = 20'000;  // no tree of so many words needs more to be printed

// `query` is visible(); the tokens point into it. What exceeds the bounds is left out with a warning.
std::vector<Token> lex(std::string_view query, Warnings& warnings);

}  // namespace dateline::searcher
