#include <algorithm>

#include "searcher/plan/edit_distance.hpp"
#include "searcher/plan/planner.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

using schema::Zone;
using text::Family;

Zone zone_of(QueryField field) { return field == QueryField::title ? Zone::title : Zone::whole; }

TermGroup word_group(const std::vector<std::string>& words, Zone zone, double weight) {
  TermGroup group;
  group.weight = weight;
  for (const std::string& word : words) group.terms.push_back(schema::term(Family::exact, zone, word));
  return group;
}

}  // namespace

std::vector<TermGroup> exact_groups(const WordReadings& word, const RankingRules& rules) {
  std::vector<TermGroup> groups;
  for (const TokenReadings& token : word.tokens) {
    if (!token.character || word.spans.empty()) groups.push_back(word_group({token.exact}, Zone::whole, 1));
  }
  for (const SpanReading& span : word.spans)
    groups.push_back({{schema::term(span.family, Zone::whole, span.term)}, rules.span, false});
  return groups;
}

std::vector<TermGroup> ranking_only(std::vector<TermGroup> groups) {
  for (TermGroup& group : groups) group.selects = false;
  return groups;
}

WordReadings Planner::read(std::string_view text) {
  return read_word(text, context_.languages->in_script_of(text, most_languages), context_.analyzer);
}

// A word that stands for itself wherever its terms do: by terms alone where a zone has terms of its own, by
// positions in the body, which has none.
Plan Planner::any_form(std::vector<TermGroup> groups, Place place, QueryField field) {
  if (field == QueryField::body) return within_plan(std::move(place), std::move(groups), Unit::body);
  Plan plan;
  plan.kind = PlanKind::word;
  plan.place = std::move(place);
  plan.groups = std::move(groups);
  return plan;
}

std::optional<Plan> Planner::word(const Node& node, QueryField field) {
  WordReadings readings = read(node.text);
  emphasis_.apply(readings);
  if (readings.tokens.empty()) {
    warn("\"" + node.text + "\" has no letters or digits and was left out.");
    return std::nullopt;
  }
  if (readings.tokens.size() == 1) {
    const bool placed = field == QueryField::body || (field == QueryField::none && emphasis_.compares(readings));
    Place place = placed ? forms_of(readings.tokens.front()) : Place{};
    return any_form(groups_of(readings, zone_of(field), context_.rules), std::move(place), field);
  }
  // "vice-president", "l'Iran", a run of characters: its tokens side by side, each in any of its inflections.
  Plan plan = within_plan(inflected(readings), groups_of(readings, Zone::whole, context_.rules), unit_of(field));
  plan.loose = field == QueryField::none;  // a field holds for the whole word
  return plan;
}

std::optional<Plan> Planner::written(const Node& node, QueryField field) {
  const WordReadings readings = read_word(node.text, {}, context_.analyzer);
  if (readings.tokens.empty()) return std::nullopt;
  std::vector<Place> parts;
  for (const TokenReadings& token : readings.tokens) parts.push_back(forms({token.exact}));
  std::vector<TermGroup> groups = exact_groups(readings, context_.rules);
  Plan plan;
  plan.kind = PlanKind::written;
  plan.text = node.text;
  plan.unit = unit_of(field);
  if (parts.size() == 1 && field != QueryField::body) {
    plan.children.push_back(any_form({word_group({readings.tokens.front().exact}, zone_of(field), 1)}, {}, field));
  } else {
    plan.children.push_back(within_plan(phrase_of(std::move(parts)), std::move(groups), plan.unit));
  }
  return plan;
}

std::optional<Plan> Planner::expanded(const Node& node, QueryField field) {
  const WordReadings readings = read_word(node.text, {}, context_.analyzer);
  if (readings.tokens.empty()) return std::nullopt;
  const TokenReadings& last = readings.tokens.back();
  if (last.character) return word(node, field);  // a run of characters is found inside longer ones anyway
  if (readings.tokens.size() > 1) {
    PlaceNotes notes;
    std::optional<Place> place = place_of_expansion(node, notes);
    if (!place) return std::nullopt;
    return within_plan(std::move(*place), std::move(notes.groups), unit_of(field));
  }
  std::vector<TermGroup> groups;
  std::vector<std::string> words;
  if (node.kind == NodeKind::fuzzy) {
    words = similar_words(last.exact, edits_of(node, last.exact), node.text);
    groups.push_back(word_group({last.exact}, zone_of(field), 1));
    if (!words.empty()) groups.push_back(word_group(words, zone_of(field), context_.rules.fuzzy));
    words.push_back(last.exact);
  } else {
    words =
        expansions(last.exact, field == QueryField::body ? most_placed_expansions : most_expansions, node.text + "*");
    groups.push_back(word_group(words, zone_of(field), 1));
    groups.back().beginning = last.exact;
  }
  return any_form(std::move(groups), field == QueryField::body ? forms(words) : Place{}, field);
}

std::optional<Plan> Planner::phrase(const Node& node, QueryField field) {
  PlaceNotes notes;
  std::optional<Place> place = place_of_phrase(node, notes);
  if (!place) return std::nullopt;
  if (place->kind == PlaceKind::forms && place->terms.size() == 1 && field == QueryField::none) {
    return any_form({TermGroup{place->terms, 1, true}}, {}, field);
  }
  return within_plan(std::move(*place), std::move(notes.groups), unit_of(field));
}

std::vector<Vocabulary::Counted> Planner::words_starting_with(std::string_view start, bool& complete) {
  const std::size_t most = std::clamp(enumerations_left_, fewest_enumerated, most_enumerated_words);
  auto counted = context_.vocabulary.starting_with(start, most, complete);
  enumerations_left_ -= std::min(enumerations_left_, counted.size());
  return counted;
}

// Words of the archive that start so; of too many, the most frequent. The same for the same beginning, however often.
std::vector<std::string> Planner::expansions(std::string_view start, std::size_t most, std::string_view as_written) {
  const auto [known, is_new] = expansions_.try_emplace({std::string(start), most});
  if (is_new) known->second = expand(start, most, as_written);
  return known->second;
}

std::vector<std::string> Planner::expand(std::string_view start, std::size_t most, std::string_view as_written) {
  bool complete = true;
  auto counted = words_starting_with(start, complete);
  most = std::min(most, std::max(expansions_left_, fewest_expansions));
  if (counted.size() > most) {
    complete = false;
    std::nth_element(
        counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(most), counted.end(),
        [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    counted.resize(most);
    std::sort(counted.begin(), counted.end());
  }
  expansions_left_ -= std::min(expansions_left_, counted.size());
  if (!complete)
    warn("\"" + std::string(as_written) + "\" stands for more words than are followed; the " +
         std::to_string(counted.size()) + " most frequent were taken.");
  std::vector<std::string> words;
  for (auto& [word, articles] : counted) words.push_back(std::move(word));
  return words;
}

// Words that share the first letter: a wrong first letter is rare, and looking at all words is slow.
std::vector<std::string> Planner::similar_words(const std::string& word, int edits, std::string_view as_written) {
  std::vector<std::string> found;
  if (edits == 0) return found;
  std::size_t end_of_first = 0;
  text::next_code_point(word, end_of_first);
  bool complete = true;
  EditDistance distance(word);
  for (auto& [other, articles] : words_starting_with(std::string_view(word).substr(0, end_of_first), complete)) {
    if (other != word && distance.within(other, edits)) found.push_back(std::move(other));
  }
  if (!complete) warn("Only a part of the words that start like \"" + std::string(as_written) + "\" was compared.");
  return found;
}

int Planner::edits_of(const Node& node, const std::string& word) {
  const int asked = std::clamp(node.number == 0 ? 1 : node.number, 1, 2);
  const std::size_t letters = text::count_code_points(word);
  const int allowed = letters < 3 ? 0 : letters == 3 ? 1 : 2;
  if (asked > allowed)
    warn("\"" + node.text + "\" is too short to be " + std::to_string(asked) + " letters off; it was read with " +
         std::to_string(allowed) + ".");
  return std::min(asked, allowed);
}

}  // namespace dateline::searcher
