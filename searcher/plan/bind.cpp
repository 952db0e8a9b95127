#include <algorithm>

#include "searcher/plan/plan_query.hpp"

namespace dateline::searcher {
namespace {

bool is_joint(const Plan& plan) { return plan.kind == PlanKind::all || plan.kind == PlanKind::list; }

// Somebody who may have said it: one of these, and, if there is a spelling, in an article that writes them so.
struct Speaker {
  std::vector<std::string> values;
  std::string spelling;
};
using Alternatives = std::vector<Speaker>;
using Speakers = std::vector<Alternatives>;

// Whether the plan says who speaks and no more; somebody whom the archive does not know is nobody.
bool names_speakers(const Plan& plan) {
  if (plan.kind == PlanKind::any) return std::all_of(plan.children.begin(), plan.children.end(), names_speakers);
  return plan.kind == PlanKind::speakers || plan.kind == PlanKind::spelling || plan.kind == PlanKind::nothing;
}

void collect_alternatives(const Plan& plan, Alternatives& alternatives) {
  if (plan.kind == PlanKind::speakers) alternatives.push_back({plan.values, {}});
  if (plan.kind == PlanKind::spelling) alternatives.push_back({plan.values, plan.text});
  for (const Plan& child : plan.children) collect_alternatives(child, alternatives);
}

void collect_speakers(const Plan& plan, Speakers& speakers) {
  if (names_speakers(plan)) {
    Alternatives alternatives;
    collect_alternatives(plan, alternatives);
    if (!alternatives.empty()) speakers.push_back(std::move(alternatives));
  }
  if (!is_joint(plan)) return;
  for (const Plan& child : plan.children) collect_speakers(child, speakers);
}

Plan said_by(const Plan& said, const Speaker& speaker) {
  Plan bound = said;
  bound.values = speaker.values;
  bound.text = speaker.spelling;
  return bound;
}

// The words rank once.
Plan combined(PlanKind kind, std::vector<Plan> plans) {
  if (plans.size() == 1) return std::move(plans.front());
  Plan combined;
  combined.kind = kind;
  combined.clause = true;
  for (std::size_t i = 1; i < plans.size(); ++i) plans[i].groups.clear();
  combined.children = std::move(plans);
  return combined;
}

// Each speaker of each `said:` is looked for, so that hundreds of both would be tens of thousands.
constexpr std::size_t most_bound = 8;

// Two speakers beside one `said:` both said it. False when there were more than are bound.
bool bind_said(Plan& said, const Speakers& speakers) {
  std::vector<Plan> each;
  std::size_t bound = 0;
  for (const Alternatives& alternatives : speakers) {
    if ((bound += alternatives.size()) > most_bound) break;
    std::vector<Plan> any;
    for (const Speaker& speaker : alternatives) any.push_back(said_by(said, speaker));
    each.push_back(combined(PlanKind::any, std::move(any)));
  }
  if (!each.empty()) said = combined(PlanKind::all, std::move(each));
  return bound <= most_bound;
}

// (Not named bind: std::bind would be the better match.) `speakers` of the joint that holds this plan. What is excluded
// is bound to what is excluded with it: `-said:x` is an article where nobody said it.
bool bind_below(Plan& plan, const Speakers& speakers) {
  if (plan.kind == PlanKind::within && plan.unit == Unit::quotation) return bind_said(plan, speakers);
  if (plan.kind == PlanKind::negation) return bind_speakers(plan.children.front());
  bool all = true;
  if (plan.kind == PlanKind::any) {
    for (Plan& child : plan.children) {
      Speakers own = speakers;
      collect_speakers(child, own);
      all &= bind_below(child, own);
    }
  } else if (is_joint(plan)) {
    for (Plan& child : plan.children) all &= bind_below(child, speakers);
  }
  return all;
}

}  // namespace

bool bind_speakers(Plan& plan) {
  Speakers speakers;
  collect_speakers(plan, speakers);
  return bind_below(plan, speakers);
}

}  // namespace dateline::searcher
