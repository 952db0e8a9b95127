#include "searcher/match/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace dateline::searcher {
namespace {

void collect_groups(const Plan& plan, std::vector<const TermGroup*>& groups) {
  if (plan.kind == PlanKind::negation) return;
  for (const TermGroup& group : plan.groups) groups.push_back(&group);
  for (const Plan& child : plan.children) collect_groups(child, groups);
}

std::string describe(const TermGroup& group) {
  if (group.terms.size() == 1) return group.terms.front();
  return group.terms.front() + " and " + std::to_string(group.terms.size() - 1) + " more";
}

}  // namespace

Ranking::Ranking(const Plan& plan, const State& state, std::deque<SegmentMatcher>& segments, const Recency& recency,
                 const RankingRules& rules)
    : segments_(segments),
      recency_(recency),
      rules_(rules),
      scores_(segments.size()),
      articles_(state.snapshot().articles()) {
  std::vector<const TermGroup*> groups;
  collect_groups(plan, groups);
  if (groups.empty()) return;
  const double average = state.average_length(
      [&](std::size_t at) -> const Xapian::Database& { return segments_[at].postings().database(); });
  flat_ = static_cast<float>(rules_.k1 * (1 - rules_.b));
  slope_ = static_cast<float>(rules_.k1 * rules_.b / average);
  for (const TermGroup* group : groups) terms_.push_back(weighted(*group));
}

// The rarity is never negative: even a word that most articles have is no reason against one.
Ranking::Weighted Ranking::weighted(const TermGroup& group) {
  Weighted terms{&group, 0, 0};
  for (SegmentMatcher& segment : segments_) terms.articles += segment.postings().of_group(group).articles.size();
  const auto n = static_cast<double>(terms.articles);
  const double rarity = std::log(1 + (articles_ - n + 0.5) / (n + 0.5));
  terms.weight = static_cast<float>(group.weight * rarity * (rules_.k1 + 1));
  return terms;
}

void Ranking::score(const std::vector<Bitmap>& matched) {
  if (terms_.empty()) return;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    scores_[i].resize(segments_[i].live().size());
    for (const Weighted& terms : terms_) add(terms, i, matched[i]);
    if (recency_.matters()) prefer_recent(i, matched[i]);
  }
}

void Ranking::prefer_recent(std::size_t segment, const Bitmap& matched) {
  const auto days = segments_[segment].segment().columns->first_day();
  matched.for_each([&](std::uint32_t article) { scores_[segment][article] *= recency_.factor(days[article]); });
}

void Ranking::add(const Weighted& terms, std::size_t segment, const Bitmap& matched) {
  const PostingList& list = segments_[segment].postings().of_group(*terms.group);
  const std::vector<std::uint32_t>& lengths = segments_[segment].lengths();
  float* scores = scores_[segment].data();
  for (std::size_t at = 0; at < list.articles.size(); ++at) {
    const std::uint32_t article = list.articles[at];
    if (matched[article]) scores[article] += part(terms.weight, list.counts[at], lengths[article]);
  }
}

std::string Ranking::explain(std::size_t segment, std::uint32_t article) const {
  std::string text;
  for (const Weighted& terms : terms_) {
    const PostingList& list = segments_[segment].postings().of_group(*terms.group);
    const auto found = std::lower_bound(list.articles.begin(), list.articles.end(), article);
    if (found == list.articles.end() || *found != article) continue;
    const std::uint32_t count = list.counts[static_cast<std::size_t>(found - list.articles.begin())];
    char line[96];
    std::snprintf(line, sizeof line, "%.4f  weight %g, %u times here, in %zu articles: ",
                  static_cast<double>(part(terms.weight, count, segments_[segment].lengths()[article])),
                  terms.group->weight, count, terms.articles);
    text += line + describe(*terms.group) + "\n";
  }
  const float recent = recency_.factor(segments_[segment].segment().columns->first_day()[article]);
  if (recent > 1) {
    char line[48];
    std::snprintf(line, sizeof line, "times %.4f for being recent\n", static_cast<double>(recent));
    text += line;
  }
  return text;
}

}  // namespace dateline::searcher
