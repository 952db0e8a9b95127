// How well does an article answer? BM25 (Robertson, Spärck Jones), added up over the terms that rank, each with the
// weight of its family.
//
// Computed here and not by Xapian's matcher because frequencies and lengths then count live articles of all segments:
// an archive ranks alike whatever the history of its segments. The postings are decoded anyway, for exact totals.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "searcher/match/segment_matcher.hpp"
#include "searcher/plan/plan.hpp"

namespace dateline::searcher {

inline constexpr double bm25_k1 = 1.2;
inline constexpr double bm25_b = 0.75;

class Ranking {
 public:
  // Scores the articles in `matched` (one bitmap a segment).
  Ranking(const Plan& plan, std::deque<SegmentMatcher>& segments, const std::vector<Bitmap>& matched);

  double score(std::size_t segment, std::uint32_t article) const {
    return scores_[segment].empty() ? 0 : scores_[segment][article];
  }

  // Each term with its part of the score, for people.
  std::string explain(std::size_t segment, std::uint32_t article) const;

 private:
  void measure_lengths(const std::vector<Bitmap>& matched);
  void add(const TermGroup& group, const std::vector<Bitmap>& matched);
  double weigh(const TermGroup& group, double rarity, std::uint32_t count, std::size_t segment,
               std::uint32_t article) const;
  double rarity(std::size_t articles) const;

  std::deque<SegmentMatcher>& segments_;
  std::vector<const TermGroup*> groups_;
  std::vector<std::vector<double>> scores_;
  std::vector<const std::vector<std::uint32_t>*> lengths_;
  double articles_ = 0;
  double average_length_ = 1;
};

}  // namespace dateline::searcher
