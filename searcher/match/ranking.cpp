#include "searcher/match/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace dateline::searcher {
namespace {

using Groups = std::vector<const TermGroup*>;

// The groups that rank, those of one word together.
void collect_words(const Plan& plan, std::vector<Groups>& words) {
  if (plan.kind == PlanKind::negation) return;
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    const TermGroup& group = plan.groups[i];
    const bool continues = i > 0 && group.word != 0 && group.word == plan.groups[i - 1].word;
    if (!continues) words.emplace_back();
    words.back().push_back(&group);
  }
  for (const Plan& child : plan.children) collect_words(child, words);
}

// Averages in terms, of which a word has two or three.
constexpr double average_of_paragraphs = 250;
constexpr double average_of_long_articles = 700;

// 0 for paragraphs, 1 for long articles.
double share_of_long(double average) {
  const double share =
      std::log(average / average_of_paragraphs) / std::log(average_of_long_articles / average_of_paragraphs);
  return std::clamp(share, 0.0, 1.0);
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
  std::vector<Groups> words;
  collect_words(plan, words);
  if (words.empty()) return;
  const double average = state.average_length(
      [&](std::size_t at) -> const Xapian::Database& { return segments_[at].postings().database(); });
  const double share = share_of_long(average);
  const double b = std::lerp(rules_.b, rules_.long_b, share);
  k1_ = std::lerp(rules_.k1, rules_.long_k1, share);
  flat_ = static_cast<float>(k1_ * (1 - b));
  slope_ = static_cast<float>(k1_ * b / average);
  for (const Groups& word : words) add_word(word);
}

// A word is as rare as its commonest reading: that few articles have it in just this form makes it no more telling. A
// part of it is no rarer than the word, even where few languages of the archive have parts.
void Ranking::add_word(const std::vector<const TermGroup*>& readings) {
  std::size_t most = 0;
  const std::size_t first = terms_.size();
  for (const TermGroup* reading : readings) {
    Weighted terms{reading, 0, 0};
    for (SegmentMatcher& segment : segments_) terms.articles += segment.postings().of_group(*reading).articles.size();
    if (!reading->vague) most = std::max(most, terms.articles);
    terms_.push_back(terms);
  }
  for (std::size_t i = first; i < terms_.size(); ++i) {
    const std::size_t common = std::max(most, terms_[i].articles);
    const double shared = rules_.rarity * rarity(common) + (1 - rules_.rarity) * rarity(terms_[i].articles);
    terms_[i].weight = static_cast<float>(terms_[i].group->weight * shared * (k1_ + 1));
  }
}

// Never negative: even a word that most articles have is no reason against one.
double Ranking::rarity(std::size_t articles) const {
  const auto n = static_cast<double>(articles);
  return std::log(1 + (articles_ - n + 0.5) / (n + 0.5));
}

void Ranking::score(const std::vector<Bitmap>& matched) {
  if (terms_.empty()) return;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (!scores_[i]) scores_[i] = std::make_unique<float[]>(segments_[i].live().size());
    for (const Weighted& terms : terms_) {
      segments_[i].stop().ask();
      add(terms, i, matched[i]);
    }
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
  float* scores = scores_[segment].get();
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
