#include "searcher/match/closeness.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::searcher {

Closeness::Closeness(const Plan& plan, std::deque<SegmentMatcher>& segments, double worth) : worth_(worth) {
  if (worth <= 0) return;
  collect(plan);
  if (words_.size() < 2) return;
  for (SegmentMatcher& segment : segments) finders_.emplace_back(segment.postings());
}

void Closeness::collect(const Plan& plan) {
  if (plan.kind == PlanKind::negation) return;
  const bool is_word = plan.kind == PlanKind::word || (plan.kind == PlanKind::within && plan.unit == Unit::article);
  if (is_word && is_somewhere(plan.place) && !needs_structure(plan.place)) words_.push_back(&plan.place);
  for (const Plan& child : plan.children) collect(child);
}

double Closeness::factor(std::size_t segment, std::uint32_t article) {
  find_occurrences(segment, article);
  find_nearness();
  const double sum = std::accumulate(nearness_.begin(), nearness_.end(), 0.0);
  return 1 + worth_ * sum / static_cast<double>(words_.size());
}

void Closeness::find_occurrences(std::size_t segment, std::uint32_t article) {
  PlaceFinder& finder = finders_[segment];
  finder.begin_article(article, nullptr);
  occurrences_.clear();
  for (std::uint32_t word = 0; word < words_.size(); ++word)
    for (const PositionRange& range : finder.places(*words_[word])) occurrences_.push_back({range.begin, word});
  std::sort(occurrences_.begin(), occurrences_.end(),
            [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
}

// The nearest other word is among the neighbours.
void Closeness::find_nearness() {
  nearness_.assign(words_.size(), 0);
  for (std::size_t i = 1; i < occurrences_.size(); ++i) {
    const Occurrence& before = occurrences_[i - 1];
    const Occurrence& after = occurrences_[i];
    if (before.word == after.word || before.position == after.position) continue;
    const double nearness = 1.0 / (after.position - before.position);
    for (const std::uint32_t word : {before.word, after.word}) nearness_[word] = std::max(nearness_[word], nearness);
  }
}

}  // namespace dateline::searcher
