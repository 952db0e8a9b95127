#include <algorithm>

#include "searcher/plan/plan_query.hpp"

namespace dateline::searcher {
namespace {

bool is_joint(const Plan& plan) { return plan.kind == PlanKind::all || plan.kind == PlanKind::list; }

using Speakers = std::vector<std::vector<std::string>>;

// Whether the plan says who speaks and no more; somebody whom the archive does not know is nobody.
bool names_speakers(const Plan& plan) {
  if (plan.kind == PlanKind::any) return std::all_of(plan.children.begin(), plan.children.end(), names_speakers);
  return plan.kind == PlanKind::speakers || plan.kind == PlanKind::spelling || plan.kind == PlanKind::nothing;
}

void collect_values(const Plan& plan, std::vector<std::string>& values) {
  for (const std::string& value : plan.values)
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  for (const Plan& child : plan.children) collect_values(child, values);
}

void collect_speakers(const Plan& plan, Speakers& speakers) {
  if (names_speakers(plan)) {
    std::vector<std::string> values;
    collect_values(plan, values);
    if (!values.empty()) speakers.push_back(std::move(values));
  }
  if (!is_joint(plan)) return;
  for (const Plan& child : plan.children) collect_speakers(child, speakers);
}

// Two speakers beside one `said:` both said it.
void bind_said(Plan& said, const Speakers& speakers) {
  if (speakers.empty()) return;
  if (speakers.size() == 1) {
    said.values = speakers.front();
    return;
  }
  Plan each;
  each.kind = PlanKind::all;
  each.clause = true;
  for (const auto& values : speakers) {
    each.children.push_back(said);
    each.children.back().values = values;
    if (each.children.size() > 1) each.children.back().groups.clear();  // the words rank once
  }
  said = std::move(each);
}

// (Not named bind: std::bind would be the better match.) `speakers` of the joint that holds this plan. What is excluded
// is bound to what is excluded with it: `-said:x` is an article where nobody said it.
void bind_below(Plan& plan, const Speakers& speakers) {
  if (plan.kind == PlanKind::within && plan.unit == Unit::quotation) return bind_said(plan, speakers);
  if (plan.kind == PlanKind::any) {
    for (Plan& child : plan.children) {
      Speakers own = speakers;
      collect_speakers(child, own);
      bind_below(child, own);
    }
  } else if (is_joint(plan)) {
    for (Plan& child : plan.children) bind_below(child, speakers);
  } else if (plan.kind == PlanKind::negation) {
    bind_speakers(plan.children.front());
  }
}

}  // namespace

void bind_speakers(Plan& plan) {
  Speakers speakers;
  collect_speakers(plan, speakers);
  bind_below(plan, speakers);
}

}  // namespace dateline::searcher
