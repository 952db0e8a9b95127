// Tree -> plan.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/plan/plan.hpp"
#include "searcher/plan/ranking_rules.hpp"
#include "searcher/plan/vocabulary.hpp"
#include "searcher/plan/written_languages.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

struct PlanContext {
  text::Analyzer& analyzer;
  const Vocabulary& vocabulary;
  const Names& names;
  std::shared_ptr<const WrittenLanguages> languages;  // of the archive; or those asked for
  bool any_of_list = false;                           // words side by side inside one place: one of them is enough
  RankingRules rules = {};
};

struct Planned {
  Plan plan;
  std::vector<std::string> warnings;
};

// Bounds on what one word may become.
inline constexpr std::size_t most_enumerated_words = 100'000;  // a segment
inline constexpr std::size_t most_expansions = 10'000;         // where any article with one of them answers
inline constexpr std::size_t most_placed_expansions = 1'000;   // where positions are compared
inline constexpr std::size_t most_prefix_forms = 200;          // inflections guessed from the first letters

// Bounds on what all words of a query together may become, and what each may beyond.
inline constexpr std::size_t most_enumerated_in_all = 500'000, fewest_enumerated = 1'000;
inline constexpr std::size_t most_expansions_in_all = 20'000, fewest_expansions = 20;

Planned plan_query(const Node& tree, const PlanContext& context);

// The tree with names as the archive writes them: still a query that means the same.
Node interpret(const Node& tree, const Names& names);

// In one query `speaker:` and `said:` mean the same quotation: gives each `said:` that stands beside a `speaker:`
// (joined by AND, or in the same list) that speaker.
// False when there were too many speakers to bind each `said:` to all.
bool bind_speakers(Plan& plan);

}  // namespace dateline::searcher
