#include "searcher/plan/plan_query.hpp"

#include <algorithm>

#include "searcher/plan/planner.hpp"

namespace dateline::searcher {
namespace {

bool only_languages(const Node& node) {
  return std::all_of(node.children.begin(), node.children.end(),
                     [](const Node& child) { return child.kind == NodeKind::language; });
}

// The languages that every answer must have, so that words are read in those only.
void collect_languages(const Node& node, const Names& names, std::vector<std::string>& found) {
  if (node.kind == NodeKind::language) {
    for (std::string& language : names.languages(node.text)) found.push_back(std::move(language));
  }
  const bool joint = node.kind == NodeKind::list || node.kind == NodeKind::all;
  if (!joint && !(node.kind == NodeKind::any && only_languages(node))) return;
  for (const Node& child : node.children) collect_languages(child, names, found);
}

PlanContext narrowed(const Node& tree, const PlanContext& context) {
  std::vector<std::string> asked;
  collect_languages(tree, context.names, asked);
  PlanContext narrower = context;
  if (!asked.empty()) narrower.languages = std::make_shared<const WrittenLanguages>(std::move(asked));
  return narrower;
}

// Beyond this many people the name is printed as it was typed.
constexpr std::size_t most_printed_names = 8;

// With the names that were found, if those find nothing else: "the guard" may be one country's Coast Guard, and "Coast
// Guard" every country's.
template <class FindsMore>
Node named(Node node, std::vector<std::string> names, FindsMore&& finds_more) {
  if (names.empty() || names.size() > most_printed_names) return node;
  if (std::any_of(names.begin(), names.end(), finds_more)) return node;
  std::vector<Node> nodes;
  for (std::string& name : names) {
    node.text = std::move(name);
    nodes.push_back(node);
  }
  if (nodes.size() == 1) return std::move(nodes.front());
  Node either;
  either.kind = NodeKind::any;
  either.children = std::move(nodes);
  return either;
}

bool has_others(const std::vector<std::string>& values, const std::vector<std::string>& meant) {
  return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return std::find(meant.begin(), meant.end(), value) == meant.end();
  });
}

Node interpret_speaker(const Node& node, const Names& names) {
  std::vector<std::string> found;
  const std::vector<NamedSpeaker> meant = names.speakers(node.text);
  for (const NamedSpeaker& speaker : meant) found.push_back(speaker.name);
  return named(node, std::move(found), [&](const std::string& name) {
    const std::vector<NamedSpeaker> again = names.speakers(name);
    return std::any_of(again.begin(), again.end(), [&](const NamedSpeaker& speaker) {
      return std::find(meant.begin(), meant.end(), speaker) == meant.end();
    });
  });
}

}  // namespace

Planned plan_query(const Node& tree, const PlanContext& context) {
  const PlanContext inner = narrowed(tree, context);
  const Emphasis emphasis(tree, inner.languages->all(), inner.analyzer, inner.rules);
  Planner planner(inner, emphasis);
  Planned planned;
  Plan nothing;
  nothing.kind = PlanKind::nothing;
  planned.plan = planner.plan(tree, QueryField::none).value_or(nothing);
  if (!bind_speakers(planned.plan)) planner.warn("Not all of so many speakers were tied to what is said.");
  planned.warnings = planner.take_warnings();
  return planned;
}

Node interpret(const Node& node, const Names& names) {
  if (node.kind == NodeKind::speaker && !node.exact) return interpret_speaker(node, names);
  if (node.kind == NodeKind::source) {
    const std::vector<std::string> meant = names.sources(node.text);
    return named(node, meant, [&](const std::string& name) { return has_others(names.sources(name), meant); });
  }
  if (node.kind == NodeKind::language) {
    const std::vector<std::string> meant = names.languages(node.text);
    return named(node, meant, [&](const std::string& name) { return has_others(names.languages(name), meant); });
  }
  Node copy = node;
  for (Node& child : copy.children) child = interpret(child, names);
  return copy;
}

std::optional<Plan> Planner::plan(const Node& node, QueryField field) {
  switch (node.kind) {
    case NodeKind::everything:
      return Plan{};
    case NodeKind::nothing: {
      Plan nothing;
      nothing.kind = PlanKind::nothing;
      return nothing;
    }
    case NodeKind::list:
      return combination(node, PlanKind::list, field);
    case NodeKind::all:
      return combination(node, PlanKind::all, field);
    case NodeKind::any:
      return combination(node, PlanKind::any, field);
    case NodeKind::negation:
      return combination(node, PlanKind::negation, field);
    case NodeKind::in_field:
      return field_clause(node, field);
    case NodeKind::speaker:
    case NodeKind::source:
    case NodeKind::language:
    case NodeKind::site:
    case NodeKind::id:
    case NodeKind::path:
    case NodeKind::date_range:
      return filter(node);
    default:
      break;
  }
  if (field == QueryField::by || field == QueryField::tag) return byline_or_tag(node, field);
  switch (node.kind) {
    case NodeKind::word:
      return word(node, field);
    case NodeKind::exact_word:
      return written(node, field);
    case NodeKind::prefix:
    case NodeKind::fuzzy:
      return expanded(node, field);
    case NodeKind::phrase:
      return phrase(node, field);
    default:
      return positional(node, field);
  }
}

namespace {

bool has_values_only(const Plan& plan) {
  return plan.kind == PlanKind::speakers || plan.kind == PlanKind::sources || plan.kind == PlanKind::languages ||
         plan.kind == PlanKind::terms;
}

// "speaker:a OR speaker:b" is one filter with two values: so both are bound to the same `said:`.
bool merge_values(Plan& any) {
  const Plan& first = any.children.front();
  const bool alike = has_values_only(first) && std::all_of(any.children.begin(), any.children.end(),
                                                           [&](const Plan& child) { return child.kind == first.kind; });
  if (!alike) return false;
  Plan merged = std::move(any.children.front());
  for (std::size_t i = 1; i < any.children.size(); ++i) {
    for (std::string& value : any.children[i].values)
      if (std::find(merged.values.begin(), merged.values.end(), value) == merged.values.end())
        merged.values.push_back(std::move(value));
  }
  any = std::move(merged);
  return true;
}

}  // namespace

std::optional<Plan> Planner::combination(const Node& node, PlanKind kind, QueryField field) {
  Plan combined;
  combined.kind = kind;
  for (const Node& child : node.children) {
    if (std::optional<Plan> part = plan(child, field)) combined.children.push_back(std::move(*part));
  }
  if (combined.children.empty()) return std::nullopt;
  if (combined.children.size() == 1 && kind != PlanKind::negation) return std::move(combined.children.front());
  if (kind == PlanKind::any && merge_values(combined)) return combined;
  combined.clause = kind == PlanKind::negation || std::any_of(combined.children.begin(), combined.children.end(),
                                                              [](const Plan& child) { return child.clause; });
  return combined;
}

std::optional<Plan> Planner::field_clause(const Node& node, QueryField outer) {
  if (node.children.empty()) return std::nullopt;
  const Node& child = node.children.front();
  std::optional<Plan> planned;
  if (node.field == QueryField::said) {
    planned = within(child, Unit::quotation);
  } else {
    planned = plan(child, node.field == QueryField::none ? outer : node.field);
  }
  if (planned) planned->clause = true;
  return planned;
}

namespace {

void collect_text(const Node& node, std::string& text) {
  if (!node.text.empty()) text += (text.empty() ? "" : " ") + node.text;
  for (const Node& child : node.children) collect_text(child, text);
}

Plan boolean_term(std::string term) {
  Plan plan;
  plan.kind = PlanKind::terms;
  plan.values.push_back(std::move(term));
  plan.clause = true;
  return plan;
}

}  // namespace

std::optional<Plan> Planner::byline_or_tag(const Node& node, QueryField field) {
  if (node.kind == NodeKind::prefix || node.kind == NodeKind::fuzzy)
    warn("In by: and tag: words are whole; \"" + node.text + "\" was looked for without its * or ~.");
  std::string text;
  collect_text(node, text);
  if (field == QueryField::tag) return tag(text);
  Plan words;
  words.kind = PlanKind::all;
  words.clause = true;
  for (const TokenReadings& token : read(text).tokens)
    words.children.push_back(boolean_term(schema::term(schema::Field::byline_word, token.exact)));
  if (words.children.empty()) return std::nullopt;
  if (words.children.size() == 1) return std::move(words.children.front());
  return words;
}

Plan Planner::tag(const std::string& text) {
  Plan tags;
  tags.kind = PlanKind::terms;
  tags.clause = true;
  for (const std::string& name : context_.names.tags(text))
    tags.values.push_back(schema::term(schema::Field::tag, name));
  if (!tags.values.empty()) return tags;
  tags.kind = PlanKind::nothing;
  warn("No tag of this archive is called \"" + text + "\".");
  return tags;
}

void Planner::warn(std::string sentence) {
  if (std::find(warnings_.begin(), warnings_.end(), sentence) == warnings_.end())
    warnings_.push_back(std::move(sentence));
}

}  // namespace dateline::searcher
