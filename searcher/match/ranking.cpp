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

Ranking::Ranking(const Plan& plan, std::deque<SegmentMatcher>& segments, const std::vector<Bitmap>& matched)
    : segments_(segments), scores_(segments.size()) {
  collect_groups(plan, groups_);
  if (groups_.empty()) return;
  measure_lengths(matched);
  for (std::size_t i = 0; i < segments_.size(); ++i) scores_[i].resize(segments_[i].live().size());
  for (const TermGroup* group : groups_) add(*group, matched);
}

void Ranking::measure_lengths(const std::vector<Bitmap>& matched) {
  double sum = 0;
  for (std::size_t i = 0; i < matched.size(); ++i) {
    SegmentMatcher& segment = segments_[i];
    lengths_.push_back(&segment.index().lengths(segment.postings().database()));
    articles_ += segment.live().count();
    segment.live().for_each([&](std::uint32_t article) { sum += (*lengths_.back())[article]; });
  }
  if (sum > 0) average_length_ = sum / articles_;
}

// Never negative: even a word that most articles have is no reason against one.
double Ranking::rarity(std::size_t articles) const {
  const double n = static_cast<double>(articles);
  return std::log(1 + (articles_ - n + 0.5) / (n + 0.5));
}

double Ranking::weigh(const TermGroup& group, double rarity, std::uint32_t count, std::size_t segment,
                      std::uint32_t article) const {
  const double length = (*lengths_[segment])[article];
  const double norm = bm25_k1 * (1 - bm25_b + bm25_b * length / average_length_);
  return group.weight * rarity * count * (bm25_k1 + 1) / (count + norm);
}

void Ranking::add(const TermGroup& group, const std::vector<Bitmap>& matched) {
  std::vector<const PostingList*> lists;
  std::size_t articles = 0;
  for (SegmentMatcher& segment : segments_) {
    lists.push_back(&segment.postings().of_group(group));
    articles += lists.back()->articles.size();
  }
  const double rare = rarity(articles);
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    for (std::size_t at = 0; at < lists[i]->articles.size(); ++at) {
      const std::uint32_t article = lists[i]->articles[at];
      if (matched[i][article]) scores_[i][article] += weigh(group, rare, lists[i]->counts[at], i, article);
    }
  }
}

std::string Ranking::explain(std::size_t segment, std::uint32_t article) const {
  std::string text;
  for (const TermGroup* group : groups_) {
    std::size_t articles = 0;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const PostingList& list = segments_[i].postings().of_group(*group);
      articles += list.articles.size();
      const auto found = std::lower_bound(list.articles.begin(), list.articles.end(), article);
      if (i == segment && found != list.articles.end() && *found == article)
        count = list.counts[static_cast<std::size_t>(found - list.articles.begin())];
    }
    if (count == 0) continue;
    char line[96];
    std::snprintf(line, sizeof line, "%.4f  weight %g, %u times here, in %zu articles: ",
                  weigh(*group, rarity(articles), count, segment, article), group->weight, count, articles);
    text += line + describe(*group) + "\n";
  }
  return text;
}

}  // namespace dateline::searcher
