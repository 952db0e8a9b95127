// How well does an article answer? BM25 (Robertson, Spärck Jones), added up over the terms that rank, each with the
// weight of its family.
//
// Computed here and not by Xapian's matcher because frequencies and lengths then count live articles of all segments:
// an archive ranks alike whatever the history of its segments. The postings are decoded anyway, for exact totals.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "searcher/archive/state.hpp"
#include "searcher/match/recency.hpp"
#include "searcher/match/segment_matcher.hpp"
#include "searcher/plan/plan.hpp"
#include "searcher/plan/ranking_rules.hpp"

namespace dateline::searcher {

class Ranking {
 public:
  // What is passed must outlive the ranking.
  Ranking(const Plan& plan, const State& state, std::deque<SegmentMatcher>& segments, const Recency& recency = {},
          const RankingRules& rules = {});

  // Scores these articles (one bitmap a segment), none of which was scored before.
  void score(const std::vector<Bitmap>& matched);

  double score(std::size_t segment, std::uint32_t article) const {
    return scores_[segment] ? scores_[segment][article] : 0;
  }

  // Each term with its part of the score, for people.
  std::string explain(std::size_t segment, std::uint32_t article) const;

 private:
  // A group of terms and what its rarity makes of each occurrence.
  struct Weighted {
    const TermGroup* group = nullptr;
    std::size_t articles = 0;  // that have it
    float weight = 0;
  };

  void add_word(const std::vector<const TermGroup*>& readings);
  double rarity(std::size_t articles) const;
  void add(const Weighted& terms, std::size_t segment, const Bitmap& matched);
  void prefer_recent(std::size_t segment, const Bitmap& matched);
  // A fact is not counted: an article that has it has it once.
  float part(float weight, std::uint32_t count, std::uint32_t length) const {
    const auto often = static_cast<float>(std::max<std::uint32_t>(count, 1));
    return weight * often / (often + flat_ + slope_ * static_cast<float>(length));
  }

  std::deque<SegmentMatcher>& segments_;
  Recency recency_;
  RankingRules rules_;
  std::vector<Weighted> terms_;
  std::vector<std::unique_ptr<float[]>> scores_;  // of all articles of each segment; null before score()
  double articles_ = 0;
  double k1_ = 0;
  float flat_ = 0, slope_ = 0;  // k1 (1 - b) and k1 b / average length
};

}  // namespace dateline::searcher
