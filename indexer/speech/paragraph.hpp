// A paragraph as the rules see it: words and marks, the quotations in it, and its sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/speech/lexicon.hpp"

namespace dateline::indexer::speech {

inline constexpr std::uint32_t nowhere = UINT32_MAX;

enum class Edge : std::uint8_t { none, opens, closes };

struct Token {
  std::uint32_t begin = 0, end = 0;  // bytes of the body
  const Word* word = nullptr;        // never null; an empty entry for marks and unknown words
  char32_t mark = 0;                 // the code point, when it is no word
  bool capital = false;              // begins with a capital letter
  bool all_capitals = false;         // has two letters or more, and no small one
  bool digit = false;                // begins with a digit
  bool possessive = false;           // ends with 's
  bool initials = false;             // G.K, U.S: capitals with points between them
  Edge edge = Edge::none;            // whether this mark opens or closes a quotation
  std::uint32_t inside = nowhere;  // the quotation whose words this token belongs to: index into Paragraph::quotations

  bool is_word() const { return mark == 0; }
  bool is(std::uint32_t any_class) const { return word->is(any_class); }
};

// What stands between a pair of marks, or after a dash that opens speech.
struct Quotation {
  std::uint32_t begin = 0, end = 0;              // bytes of the body, without the marks
  std::uint32_t outer_begin = 0, outer_end = 0;  // with them
  std::uint32_t words = 0;
  bool continues = false;  // the quotation before, which was left open
  bool closed = true;
  bool dialogue = false;  // opened by a dash
};

// [first, last) of Paragraph::tokens.
struct Sentence {
  std::uint32_t first = 0, last = 0;
  bool headline = false;  // has capitals everywhere
};

struct Paragraph {
  std::uint32_t begin = 0, end = 0;  // bytes of the body
  const Lexicon* lexicon = nullptr;
  std::vector<Token> tokens;
  std::vector<Quotation> quotations;
  std::vector<Sentence> sentences;
};

inline std::string_view text_of(std::string_view body, const Token& token) {
  return body.substr(token.begin, token.end - token.begin);
}

// tokens.cpp: fills begin, end, lexicon, tokens.
Paragraph split_words(std::string_view body, std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon);

// marks.cpp: fills quotations, Token::edge and Token::inside. `left_open`: the paragraph before ended inside a
// quotation; becomes whether this one does.
void find_quotations(std::string_view body, Paragraph& paragraph, bool& left_open);

// sentences.cpp: fills sentences. Quotations are never cut.
void split_sentences(std::string_view body, Paragraph& paragraph);

}  // namespace dateline::indexer::speech
