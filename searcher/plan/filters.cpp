#include "searcher/plan/planner.hpp"
#include "text/fold.hpp"

namespace dateline::searcher {

namespace {

std::string_view without_www(std::string_view host) {
  constexpr std::string_view www = "www.";
  return host.substr(0, www.size()) == www ? host.substr(www.size()) : host;
}

}  // namespace

Plan Planner::filter(const Node& node) {
  Plan plan;
  plan.clause = true;
  switch (node.kind) {
    case NodeKind::speaker:
      return speaker_filter(node);
    case NodeKind::source:
      return named_values(node, PlanKind::sources, context_.names.sources(node.text), "source");
    case NodeKind::language:
      return named_values(node, PlanKind::languages, context_.names.languages(node.text), "language");
    case NodeKind::site:
      plan.kind = PlanKind::terms;
      plan.values = {schema::term(schema::Field::site, without_www(node.text))};
      return plan;
    case NodeKind::id:
      plan.kind = PlanKind::terms;
      plan.values = {schema::term(schema::Field::id, node.text)};
      return plan;
    case NodeKind::path:
      plan.kind = PlanKind::paths;
      plan.text = node.text;
      return plan;
    default:
      plan.kind = PlanKind::dates;
      plan.days = node.days;
      plan.text = node.text;
      return plan;
  }
}

Plan Planner::speaker_filter(const Node& node) {
  if (!node.exact && text::fold(node.text) == "unknown") {
    Plan plan;
    plan.kind = PlanKind::speakers;
    plan.values = {""};
    plan.clause = true;
    return plan;
  }
  std::vector<std::string> ids;
  const auto people = node.exact ? context_.names.speakers_written(node.text) : context_.names.speakers(node.text);
  for (const NamedSpeaker& speaker : people) {
    ids.push_back(speaker.id);
    ids.insert(ids.end(), speaker.linked.begin(), speaker.linked.end());
  }
  return named_values(node, node.exact ? PlanKind::spelling : PlanKind::speakers, std::move(ids), "speaker");
}

Plan Planner::named_values(const Node& node, PlanKind kind, std::vector<std::string> values, std::string_view what) {
  Plan plan;
  plan.kind = values.empty() ? PlanKind::nothing : kind;
  plan.values = std::move(values);
  plan.clause = true;
  if (kind == PlanKind::spelling) plan.text = node.text;
  if (plan.kind == PlanKind::nothing)
    warn("No " + std::string(what) + " of this archive is called \"" + node.text + "\".");
  return plan;
}

}  // namespace dateline::searcher
