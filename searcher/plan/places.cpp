#include <algorithm>
#include <map>

#include "searcher/plan/planner.hpp"
#include "searcher/query/build.hpp"

namespace dateline::searcher {
namespace {

void append(std::vector<TermGroup>& groups, std::vector<TermGroup> more) {
  std::move(more.begin(), more.end(), std::back_inserter(groups));
}

TermGroup ranking_group(const std::vector<std::string>& terms, double weight) { return {terms, weight, false}; }

bool is_filter(const Node& node) {
  switch (node.kind) {
    case NodeKind::speaker:
    case NodeKind::source:
    case NodeKind::language:
    case NodeKind::site:
    case NodeKind::id:
    case NodeKind::path:
    case NodeKind::date_range:
      return true;
    case NodeKind::in_field:
      return node.field == QueryField::by || node.field == QueryField::tag;
    default:
      return false;
  }
}

Place joint(PlaceKind kind, std::uint32_t distance = 0, Unit unit = Unit::article) {
  Place place;
  place.kind = kind;
  place.distance = distance;
  place.unit = unit;
  return place;
}

}  // namespace

Unit unit_of(QueryField field) {
  switch (field) {
    case QueryField::title:
      return Unit::title;
    case QueryField::body:
      return Unit::body;
    default:
      return Unit::article;
  }
}

Place forms(std::vector<std::string> exact_words) {
  Place place;
  for (const std::string& word : exact_words)
    place.terms.push_back(schema::term(text::Family::exact, schema::Zone::whole, word));
  std::sort(place.terms.begin(), place.terms.end());
  place.terms.erase(std::unique(place.terms.begin(), place.terms.end()), place.terms.end());
  return place;
}

Place phrase_of(std::vector<Place> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Place phrase = joint(PlaceKind::phrase);
  phrase.children = std::move(parts);
  return phrase;
}

Plan within_plan(Place place, std::vector<TermGroup> groups, Unit unit) {
  Plan plan;
  plan.kind = PlanKind::within;
  plan.unit = unit;
  plan.place = std::move(place);
  plan.groups = ranking_only(std::move(groups));
  return plan;
}

namespace {

QueryField field_of_all(const Node& proximity);

QueryField field_of(const Node& operand) {
  if (is_proximity(operand.kind)) return field_of_all(operand);
  return operand.kind == NodeKind::in_field ? operand.field : QueryField::none;
}

// The field that every operand has: "title:a NEAR/5 title:b" is title:(a NEAR/5 b). Each operand is asked once: they
// are nested a thousand deep.
QueryField field_of_all(const Node& proximity) {
  std::optional<QueryField> field;
  for (const Node& operand : proximity.children) {
    const QueryField own = field_of(operand);
    if (own == QueryField::none || own != field.value_or(own)) return QueryField::none;
    field = own;
  }
  return field.value_or(QueryField::none);
}

Node without_fields(Node proximity) {
  for (Node& operand : proximity.children)
    operand = is_proximity(operand.kind) ? without_fields(std::move(operand)) : Node(operand.children.front());
  return proximity;
}

}  // namespace

std::optional<Plan> Planner::positional(const Node& node, QueryField outer) {
  const QueryField own = field_of_all(node);
  if (own == QueryField::none) return within(node, unit_of(outer));
  Node field;
  field.kind = NodeKind::in_field;
  field.field = own;
  field.children.push_back(without_fields(node));
  return field_clause(field, outer);
}

std::optional<Plan> Planner::within(const Node& node, Unit unit) {
  PlaceNotes notes;
  std::optional<Place> where = place(node, notes);
  if (where) notes.filters.push_back(within_plan(std::move(*where), std::move(notes.groups), unit));
  if (notes.filters.empty()) return std::nullopt;
  if (notes.filters.size() == 1) return std::move(notes.filters.front());
  Plan all;
  all.kind = PlanKind::all;
  all.clause = true;
  all.children = std::move(notes.filters);
  return all;
}

// Filters concern the whole article, so those that stand inside a place are moved out of it.
std::optional<Place> Planner::place(const Node& node, PlaceNotes& notes) {
  if (is_filter(node)) {
    if (std::optional<Plan> moved = plan(node, QueryField::none)) notes.filters.push_back(std::move(*moved));
    return std::nullopt;
  }
  switch (node.kind) {
    case NodeKind::word:
      return place_of_word(node, notes);
    case NodeKind::exact_word:
      warn("Case and accents of \"=" + node.text + "\" are not compared beside other words; any were taken.");
      return place_of_exact(node, notes);
    case NodeKind::prefix:
    case NodeKind::fuzzy:
      return place_of_expansion(node, notes);
    case NodeKind::phrase:
      return place_of_phrase(node, notes);
    case NodeKind::list:
      return joined(node, joint(context_.any_of_list ? PlaceKind::either : PlaceKind::together), notes);
    case NodeKind::all:
      return joined(node, joint(PlaceKind::together), notes);
    case NodeKind::any:
      return joined(node, joint(PlaceKind::either), notes);
    case NodeKind::negation:
      return place_without(node, notes);
    case NodeKind::near:
      return joined(node, joint(PlaceKind::near, distance_of(node)), notes);
    case NodeKind::ordered:
      return joined(node, joint(PlaceKind::ordered, distance_of(node)), notes);
    case NodeKind::same_sentence:
      return joined(node, joint(PlaceKind::together, 0, Unit::sentence), notes);
    case NodeKind::same_paragraph:
      return joined(node, joint(PlaceKind::together, 0, Unit::paragraph), notes);
    case NodeKind::in_field:
      warn("A field that only one side of NEAR has, or that stands in another, was ignored.");
      return node.children.empty() ? std::nullopt : place(node.children.front(), notes);
    default:
      return std::nullopt;
  }
}

std::uint32_t Planner::distance_of(const Node& node) {
  return static_cast<std::uint32_t>(std::clamp(node.number, 1, 1000));
}

std::optional<Place> Planner::joined(const Node& node, Place joint, PlaceNotes& notes) {
  const bool compares_distances = joint.kind == PlaceKind::near || joint.kind == PlaceKind::ordered;
  for (const Node& child : node.children) {
    if (compares_distances && child.kind == NodeKind::negation) {
      warn("NOT beside NEAR or ADJ has no place and was left out.");
      continue;
    }
    if (std::optional<Place> part = place(child, notes)) joint.children.push_back(std::move(*part));
  }
  if (joint.children.empty()) return std::nullopt;
  if (joint.children.size() == 1 && joint.unit == Unit::article) return std::move(joint.children.front());
  return joint;
}

std::optional<Place> Planner::place_without(const Node& node, PlaceNotes& notes) {
  PlaceNotes excluded;  // its words do not rank
  Place without = joint(PlaceKind::without);
  for (const Node& child : node.children) {
    if (std::optional<Place> part = place(child, excluded)) without.children.push_back(std::move(*part));
  }
  for (Plan& filter : excluded.filters) {
    Plan negation;
    negation.kind = PlanKind::negation;
    negation.clause = true;
    negation.children.push_back(std::move(filter));
    notes.filters.push_back(std::move(negation));
  }
  if (without.children.empty()) return std::nullopt;
  return without;
}

std::optional<Place> Planner::place_of_word(const Node& node, PlaceNotes& notes) {
  const WordReadings readings = read(node.text);
  if (readings.tokens.empty()) return std::nullopt;
  append(notes.groups, groups_of(readings, schema::Zone::whole, context_.rules));
  return inflected(readings);
}

std::optional<Place> Planner::place_of_exact(const Node& node, PlaceNotes& notes) {
  Node phrase;
  phrase.kind = NodeKind::phrase;
  phrase.children.push_back(node);
  return place_of_phrase(phrase, notes);
}

// "escal*", and "vice-pres*": the tokens before the last as they are.
std::optional<Place> Planner::place_of_expansion(const Node& node, PlaceNotes& notes) {
  const WordReadings readings = read_word(node.text, {}, context_.analyzer);
  if (readings.tokens.empty()) return std::nullopt;
  std::vector<Place> parts;
  for (const TokenReadings& token : readings.tokens) parts.push_back(forms({token.exact}));
  const TokenReadings& last = readings.tokens.back();
  if (!last.character) {
    std::vector<std::string> words = node.kind == NodeKind::fuzzy
                                         ? similar_words(last.exact, edits_of(node, last.exact), node.text)
                                         : expansions(last.exact, most_placed_expansions, node.text + "*");
    if (node.kind == NodeKind::fuzzy) words.push_back(last.exact);
    parts.back() = forms(std::move(words));
  }
  for (const Place& part : parts) notes.groups.push_back(ranking_group(part.terms, 1));
  return phrase_of(std::move(parts));
}

std::optional<Place> Planner::place_of_phrase(const Node& node, PlaceNotes& notes) {
  std::vector<Place> parts;
  for (const Node& child : node.children) {
    if (child.kind == NodeKind::everything) {
      if (!parts.empty()) parts.push_back(joint(PlaceKind::anything));
    } else if (child.kind == NodeKind::prefix || child.kind == NodeKind::fuzzy) {
      if (std::optional<Place> part = place_of_expansion(child, notes)) parts.push_back(std::move(*part));
    } else {
      const WordReadings readings = read_word(child.text, {}, context_.analyzer);
      for (const TokenReadings& token : readings.tokens) parts.push_back(forms({token.exact}));
      append(notes.groups, exact_groups(readings, context_.rules));
    }
  }
  while (!parts.empty() && parts.back().kind == PlaceKind::anything) parts.pop_back();
  if (parts.empty()) return std::nullopt;
  return phrase_of(std::move(parts));
}

Place Planner::inflected(const WordReadings& word) {
  std::vector<Place> parts;
  for (const TokenReadings& token : word.tokens) parts.push_back(forms_of(token));
  return phrase_of(std::move(parts));
}

// The words of the archive that a word may be an inflection of: only exact terms have positions.
Place Planner::forms_of(const TokenReadings& token) {
  std::map<std::vector<std::string>, std::vector<std::string>> found;  // by languages
  for (const Reading& stem : token.stems) {
    for (const std::string& form : context_.vocabulary.forms_of(stem.term))
      if (const auto languages = languages_of(form, stem)) found[*languages].push_back(form);
  }
  for (const Reading& prefix : token.selecting_prefixes) {
    for (const std::string& form : expansions(prefix.term, most_prefix_forms, token.exact))
      if (has_prefix(form, prefix)) found[prefix.languages].push_back(form);
  }
  Place either = joint(PlaceKind::either);
  either.children.push_back(forms({token.exact}));
  for (const auto& [languages, words] : found) {
    if (words == std::vector{token.exact}) continue;
    either.children.push_back(forms(words));
    either.children.back().languages = languages;
  }
  if (either.children.size() == 1) return std::move(either.children.front());
  return either;
}

// The languages of a stem in which the form has it; empty when only others do. The archive tells the forms of a stem,
// not their languages: French "notes" has the stem "not", and is no form of English "not". Forms lost their accents,
// without which no stemmer may know them: those are taken for all languages of the stem.
std::optional<std::vector<std::string>> Planner::languages_of(const std::string& form, const Reading& stem) {
  std::vector<std::string> languages;
  bool explained = false;
  for (const std::string& language : context_.languages->in_script_of(form, most_languages)) {
    const text::Analysis& analysis = context_.analyzer.analyze(form, language);
    if (analysis.tokens.size() != 1 || analysis.tokens.front().stem != stem.term) continue;
    explained = true;
    if (std::find(stem.languages.begin(), stem.languages.end(), language) != stem.languages.end())
      languages.push_back(language);
  }
  if (!explained) return stem.languages;
  if (languages.empty()) return std::nullopt;
  return languages;
}

// Short words and numbers have the beginning but not the term.
bool Planner::has_prefix(const std::string& form, const Reading& prefix) {
  const std::string language = prefix.languages.empty() ? std::string() : prefix.languages.front();
  const text::Analysis& analysis = context_.analyzer.analyze(form, language);
  return analysis.tokens.size() == 1 && analysis.tokens.front().prefix == prefix.term;
}

}  // namespace dateline::searcher
