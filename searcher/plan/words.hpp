// A query word becomes terms, in every language that it may be of.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/terms.hpp"
#include "searcher/plan/plan.hpp"
#include "searcher/plan/ranking_rules.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// Query words are read in at most this many languages of their script.
inline constexpr std::size_t most_languages = 8;

// A term and the languages that read the word so.
struct Reading {
  std::string term;
  std::vector<std::string> languages;
};

struct TokenReadings {
  std::string exact;
  std::vector<Reading> stems;
  std::vector<Reading> prefixes;            // of languages that have stems as well
  std::vector<Reading> selecting_prefixes;  // of those that have none: the only way to an inflection
  std::vector<Reading> grams;
  bool dotted = false;     // U.S.
  bool capitals = false;   // US
  bool character = false;  // of a script without blanks
  double emphasis = 1;     // what it weighs beside the other words of the query
};

struct SpanReading {
  text::Family family = text::Family::stem;
  std::string term;
  std::uint32_t first_token = 0, last_token = 0;  // where it stands first
  double emphasis = 1;
};

// What text became; one token for most words, several for "vice-president" and for undivided scripts.
struct WordReadings {
  std::vector<TokenReadings> tokens;
  std::vector<SpanReading> spans;  // distinct
};

// `languages` in order of preference; when empty, the word is read as of no known language.
WordReadings read_word(std::string_view text, std::span<const std::string> languages, text::Analyzer& analyzer);

// Of each token: whether it belongs to a dictionary word of several characters.
std::vector<bool> covered_by_dictionary(const WordReadings& word);

// The ranking groups of a word; `selects` for those that alone stand for it.
std::vector<TermGroup> groups_of(const WordReadings& word, schema::Zone zone, const RankingRules& rules);

}  // namespace dateline::searcher
