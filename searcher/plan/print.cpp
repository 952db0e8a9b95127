#include <algorithm>
#include <cstdio>

#include "schema/days.hpp"
#include "searcher/plan/plan.hpp"

namespace dateline::searcher {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(separator)) + part;
  return text;
}

std::string print(const TermGroup& group) {
  std::string text = group.selects ? "" : "?";
  text += group.terms.size() == 1 ? group.terms.front() : "{" + joined(group.terms, " ") + "}";
  if (group.weight != 1) {
    char weight[32];
    std::snprintf(weight, sizeof weight, "^%g", group.weight);
    text += weight;
  }
  if (!group.languages.empty()) text += "[" + joined(group.languages, " ") + "]";
  return text;
}

std::string print(const std::vector<TermGroup>& groups) {
  std::vector<std::string> parts;
  for (const TermGroup& group : groups) parts.push_back(print(group));
  return joined(parts, " ");
}

std::string_view name_of(Unit unit) {
  static constexpr std::string_view names[] = {"article", "title", "body", "sentence", "paragraph", "quotation"};
  return names[static_cast<std::size_t>(unit)];
}

std::string name_of(const Place& place) {
  switch (place.kind) {
    case PlaceKind::phrase:
      return "phrase";
    case PlaceKind::near:
      return "near/" + std::to_string(place.distance);
    case PlaceKind::ordered:
      return "ordered/" + std::to_string(place.distance);
    case PlaceKind::either:
      return "either";
    case PlaceKind::together:
      return place.unit == Unit::article ? "together" : "same " + std::string(name_of(place.unit));
    case PlaceKind::without:
      return "without";
    default:
      return "*";
  }
}

std::string print_values(const Plan& plan) {
  std::vector<std::string> values = plan.values;
  std::replace(values.begin(), values.end(), std::string(), std::string("unknown"));
  return joined(values, ", ");
}

std::string print_days(const DayRange& days) {
  std::string text;
  if (days.first != DayRange::open_start) text += schema::to_string(schema::from_day(days.first));
  text += "..";
  if (days.last != DayRange::open_end) text += schema::to_string(schema::from_day(days.last));
  return text;
}

std::string print_children(std::string_view name, const Plan& plan) {
  std::vector<std::string> parts;
  for (const Plan& child : plan.children) parts.push_back(print(child));
  return std::string(name) + "(" + joined(parts, ", ") + ")";
}

std::string print_within(const Plan& plan) {
  std::string text = "within(" + std::string(name_of(plan.unit));
  if (!plan.values.empty()) text += " by " + print_values(plan);
  if (!plan.text.empty()) text += " written \"" + plan.text + "\"";
  text += ": " + print(plan.place);
  if (!plan.groups.empty()) text += "; " + print(plan.groups);
  return text + ")";
}

}  // namespace

std::string print(const Place& place) {
  if (place.kind == PlaceKind::anything) return "*";
  if (place.kind == PlaceKind::forms) {
    const std::string terms = place.terms.size() == 1 ? place.terms.front() : "{" + joined(place.terms, " ") + "}";
    return place.languages.empty() ? terms : terms + "[" + joined(place.languages, " ") + "]";
  }
  std::vector<std::string> parts;
  for (const Place& child : place.children) parts.push_back(print(child));
  return name_of(place) + "(" + joined(parts, ", ") + ")";
}

std::string print(const Plan& plan) {
  switch (plan.kind) {
    case PlanKind::everything:
      return "everything";
    case PlanKind::nothing:
      return "nothing";
    case PlanKind::word:
      return "word(" + print(plan.groups) + ")";
    case PlanKind::terms:
      return "terms(" + print_values(plan) + ")";
    case PlanKind::speakers:
      return "speakers(" + print_values(plan) + ")";
    case PlanKind::spelling:
      return "spelling(\"" + plan.text + "\": " + print_values(plan) + ")";
    case PlanKind::sources:
      return "sources(" + print_values(plan) + ")";
    case PlanKind::languages:
      return "languages(" + print_values(plan) + ")";
    case PlanKind::paths:
      return "paths(" + plan.text + ")";
    case PlanKind::dates:
      return "dates(" + print_days(plan.days) + ")";
    case PlanKind::within:
      return print_within(plan);
    case PlanKind::written:
      return print_children("written \"" + plan.text + "\"", plan);
    case PlanKind::all:
      return print_children("all", plan);
    case PlanKind::any:
      return print_children("any", plan);
    case PlanKind::negation:
      return print_children("not", plan);
    case PlanKind::list:
      return print_children("list", plan);
  }
  return {};
}

bool is_somewhere(const Place& place) { return place.kind != PlaceKind::forms || !place.terms.empty(); }

bool has_words(const Plan& plan) {
  if (plan.kind == PlanKind::negation) return false;
  if (!plan.groups.empty()) return true;
  return std::any_of(plan.children.begin(), plan.children.end(), has_words);
}

}  // namespace dateline::searcher
