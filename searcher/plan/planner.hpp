// The work of plan_query(), shared by its files: boolean structure and filters, words, places.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/plan/emphasis.hpp"
#include "searcher/plan/plan_query.hpp"
#include "searcher/plan/words.hpp"

namespace dateline::searcher {

// What a place says beside where: terms to rank by, and filters that stood inside it.
struct PlaceNotes {
  std::vector<TermGroup> groups;
  std::vector<Plan> filters;
};

class Planner {
 public:
  Planner(const PlanContext& context, const Emphasis& emphasis) : context_(context), emphasis_(emphasis) {}

  // Empty: the node says nothing (only punctuation) and is left out of whatever holds it.
  std::optional<Plan> plan(const Node& node, QueryField field);
  void warn(std::string sentence);
  std::vector<std::string> take_warnings() { return std::move(warnings_); }

 private:
  // plan_query.cpp
  std::optional<Plan> combination(const Node& node, PlanKind kind, QueryField field);
  std::optional<Plan> field_clause(const Node& node, QueryField outer);
  std::optional<Plan> byline_or_tag(const Node& node, QueryField field);
  Plan tag(const std::string& text);

  // filters.cpp
  Plan filter(const Node& node);
  Plan speaker_filter(const Node& node);
  Plan named_values(const Node& node, PlanKind kind, std::vector<std::string> values, std::string_view what);

  // words_plan.cpp
  std::optional<Plan> word(const Node& node, QueryField field);
  std::optional<Plan> written(const Node& node, QueryField field);
  std::optional<Plan> expanded(const Node& node, QueryField field);
  std::optional<Plan> phrase(const Node& node, QueryField field);
  Plan any_form(std::vector<TermGroup> groups, Place place, QueryField field);
  WordReadings read(std::string_view text);
  std::vector<Vocabulary::Counted> words_starting_with(std::string_view start, bool& complete);
  std::vector<std::string> expansions(std::string_view start, std::size_t most, std::string_view as_written);
  std::vector<std::string> expand(std::string_view start, std::size_t most, std::string_view as_written);
  std::vector<std::string> similar_words(const std::string& word, int edits, std::string_view as_written);
  int edits_of(const Node& node, const std::string& word);

  // places.cpp
  std::optional<Plan> positional(const Node& node, QueryField field);
  std::optional<Plan> within(const Node& node, Unit unit);
  std::optional<Place> place(const Node& node, PlaceNotes& notes);
  std::optional<Place> place_of_word(const Node& node, PlaceNotes& notes);
  std::optional<Place> place_of_exact(const Node& node, PlaceNotes& notes);
  std::optional<Place> place_without(const Node& node, PlaceNotes& notes);
  std::optional<Place> place_of_expansion(const Node& node, PlaceNotes& notes);
  std::optional<Place> place_of_phrase(const Node& node, PlaceNotes& notes);
  std::optional<Place> joined(const Node& node, Place joint, PlaceNotes& notes);
  std::uint32_t distance_of(const Node& node);
  Place inflected(const WordReadings& word);
  Place forms_of(const TokenReadings& token);
  std::optional<std::vector<std::string>> languages_of(const std::string& form, const Reading& stem);
  bool has_prefix(const std::string& form, const Reading& prefix);

  const PlanContext& context_;
  const Emphasis& emphasis_;
  std::size_t enumerations_left_ = most_enumerated_in_all;
  std::size_t expansions_left_ = most_expansions_in_all;
  std::map<std::pair<std::string, std::size_t>, std::vector<std::string>> expansions_;
  std::vector<std::string> warnings_;
};

// Shorthands for building plans.
Place forms(std::vector<std::string> exact_words);
Place phrase_of(std::vector<Place> parts);
Plan within_plan(Place place, std::vector<TermGroup> groups, Unit unit);
std::vector<TermGroup> ranking_only(std::vector<TermGroup> groups);
// What a quoted phrase ranks by: its words as they are; in undivided scripts its dictionary words and bigrams.
std::vector<TermGroup> exact_groups(const WordReadings& word, const RankingRules& rules);
Unit unit_of(QueryField field);

}  // namespace dateline::searcher
