// In how many matching articles each value is: all facets that list values, in one pass.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "dateline/search.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {

class ValueCounts {
 public:
  // `facets`: none of them is_by_time().
  ValueCounts(const MatchedStories& articles, std::span<const Facet> facets);

  // The most frequent values. `facet`: one of those counted.
  FacetAnswer answer(Facet facet, std::size_t limit) const;

 private:
  void count_alone(const MatchedStories& articles, std::size_t segment);
  void count_stories(const MatchedStories& articles);
  void unite(const std::vector<std::uint32_t>& story, const std::vector<std::uint32_t>& copy,
             std::vector<std::uint32_t>& both);
  std::uint32_t number(std::size_t segment, std::uint32_t segment_number) const;
  bool is_missing(std::uint32_t number) const;

  const State* state_;
  // The numbers of the archive: those of its only segment, or of the facets asked for.
  schema::FacetBlocks blocks_;
  std::vector<std::uint32_t> counts_;  // by number
};

}  // namespace dateline::searcher
