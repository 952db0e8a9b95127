// A word of a query, read in the languages that it may be of.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/oracle/read_article.hpp"

namespace dateline::oracle {

// A stem or first five letters, and the languages that read the word so; none: all.
struct Reading {
  std::string term;
  std::set<std::string> languages;  // lower case
};

struct QueryToken {
  std::string exact;
  std::vector<Reading> stems;
  std::vector<Reading> prefixes;       // of languages without stems: they stand for inflections
  std::vector<Reading> weak_prefixes;  // of languages that have stems as well: for parts of a word only
  bool is_character = false;           // of a script that puts no blanks between words
};

struct QueryWord {
  std::vector<QueryToken> tokens;
  std::set<std::pair<text::Family, std::string>> pieces;  // dictionary words and bigrams of undivided scripts
};

// `languages`: none is one that nobody knows.
QueryWord read_query_word(std::string_view text, const std::vector<std::string>& languages, text::Analyzer& analyzer);

// Whether it has text in one of them; none: in any.
bool has_language(const ReadArticle& article, const std::set<std::string>& languages);

// Whether the word of the article is one of the token's inflections.
bool is_form_of(const Word& word, const QueryToken& token, const ReadArticle& article);

// The same for one part of a word that was asked for loosely.
bool is_part_of(const Word& word, const QueryToken& token, const ReadArticle& article);

// Letters changed, added, left out, or swapped with their neighbour.
int edits_between(std::string_view a, std::string_view b);

// How many edits a word of that length may have: none below three letters, one at three, else two.
int most_edits(std::string_view word);

bool same_first_letter(std::string_view a, std::string_view b);

}  // namespace dateline::oracle
