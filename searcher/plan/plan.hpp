// How a query will be run: the tree with every word turned into terms, every name into the archive's values.
//
// Two things are kept apart. Selecting: which articles answer, exactly. Ranking: which terms, in whatever family, speak
// for an article that was selected. A plan is a value; it names no database and can be printed and compared.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/tree.hpp"

namespace dateline::searcher {

// Terms that count as one in the weight of an article: their frequencies are added up.
struct TermGroup {
  std::vector<std::string> terms;
  double weight = 1;
  bool selects = true;  // false: ranks only
  // Only articles with text in one of these; empty: all. Stems of different languages collide (French "note" and
  // English "not" share one), so a stem counts only where its language is.
  std::vector<std::string> languages = {};
  std::uint32_t word = 0;      // groups of one plan with the same number are readings of one word; 0: of none
  bool vague = false;          // a part of a word: never selects, and is not what is marked
  std::string beginning = {};  // when the terms are the words that begin so: to mark them without comparing with each
  friend bool operator==(const TermGroup&, const TermGroup&) = default;
};

enum class PlaceKind : std::uint8_t {
  forms,     // any of these exact terms
  phrase,    // children side by side
  near,      // children with fewer than `distance` other words between them, in any order
  ordered,   // the same, in this order
  either,    // any child
  together,  // every child within one `unit`; as a unit test: every child in the unit
  without,   // unit test only: the child is not in the unit
  anything,  // any one word
};

enum class Unit : std::uint8_t { article, title, body, sentence, paragraph, quotation };

// Where in an article something stands: evaluated to windows of positions.
struct Place {
  PlaceKind kind = PlaceKind::forms;
  std::vector<std::string> terms;
  std::vector<std::string> languages = {};  // as of TermGroup
  std::uint32_t distance = 0;
  Unit unit = Unit::article;
  std::vector<Place> children;
  friend bool operator==(const Place&, const Place&) = default;
};

enum class PlanKind : std::uint8_t {
  everything,
  nothing,
  word,       // an article with a term of a selecting group
  terms,      // any of `values`, which are boolean terms; does not rank
  speakers,   // quotes any of `values` (speaker ids; "" is a speaker who is not named)
  spelling,   // a speaker among `values`, written as `text` in the article
  sources,    // `values` as stored
  languages,  // `values` as stored
  paths,      // input is `text` or lies below that folder
  dates,      // the article's interval lies inside `days`
  within,     // `place` lies within one `unit`; for quotations by one of `values` when there are any, written as `text`
              // in the article when that is not empty
  written,    // `text` stands in the article with this case and these accents; one child selects candidates
  all,
  any,
  negation,
  list,  // children side by side: the matcher's reading decides
};

struct Plan {
  PlanKind kind = PlanKind::everything;
  std::vector<TermGroup> groups;  // word, within: ranking; word: selecting too
  std::vector<std::string> values;
  std::string text;
  DayRange days;
  Unit unit = Unit::article;
  Place place;  // within; word: where it stands, when it ranks how near other words that is
  bool overlap = false;  // dates: intervals that overlap are enough
  bool clause = false;   // restricts even where a list asks only for some of its children
  bool loose = false;    // within: where one of many words is enough, so is one term of its groups
  std::vector<Plan> children;
  friend bool operator==(const Plan&, const Plan&) = default;
};

// False for a place that nobody has set.
bool is_somewhere(const Place& place);

// For people and tests: word(restraint Zrestraint^0.8 ?Trestr^0.4); `?` marks what ranks without selecting.
std::string print(const Plan& plan);
std::string print(const Place& place);

// Whether anything in it ranks.
bool has_words(const Plan& plan);

}  // namespace dateline::searcher
