// Whether the words of a query stand together in an article: of two articles that have them equally often, the one that
// says them in one breath is more likely meant. After the idea of Rasolofo and Savoy (2003): each word beside another,
// by how many words lie between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "searcher/match/places.hpp"
#include "searcher/match/segment_matcher.hpp"
#include "searcher/plan/plan.hpp"

namespace dateline::searcher {

class Closeness {
 public:
  // Positions are read of so many articles only: the best by everything else. Always as many, however few are shown,
  // so that pages of an answer do not overlap.
  static constexpr std::size_t most_compared = 50;

  // `worth`: what an article gains, as a share of its score, whose words all stand side by side. What is passed must
  // outlive this.
  Closeness(const Plan& plan, std::deque<SegmentMatcher>& segments, double worth);

  // False: the query has no two words whose places can be compared.
  bool matters() const { return !finders_.empty(); }

  // From 1 to 1 + worth.
  double factor(std::size_t segment, std::uint32_t article);

 private:
  struct Occurrence {
    std::uint32_t position = 0;
    std::uint32_t word = 0;
  };
  void collect(const Plan& plan);
  void find_occurrences(std::size_t segment, std::uint32_t article);
  void find_nearness();

  double worth_;
  std::vector<const Place*> words_;
  std::deque<PlaceFinder> finders_;  // one a segment
  // Of the article that is asked about; kept for their room.
  std::vector<Occurrence> occurrences_;
  std::vector<double> nearness_;  // of each word to the nearest other: 1 beside it, ½ with a word between
};

}  // namespace dateline::searcher
