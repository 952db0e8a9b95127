#include "searcher/facets/count.hpp"

#include "searcher/facets/histogram.hpp"
#include "searcher/facets/value_counts.hpp"

namespace dateline::searcher {
namespace {

// Values a facet, where the request does not say.
constexpr std::size_t usual_limit = 10;

}  // namespace

std::vector<FacetAnswer> count_facets(const MatchedStories& articles, std::span<const Facet> facets,
                                      std::optional<std::size_t> limit) {
  std::vector<Facet> listed;
  for (const Facet facet : facets)
    if (!is_by_time(facet)) listed.push_back(facet);
  std::optional<ValueCounts> values;
  if (!listed.empty()) values.emplace(articles, listed);

  std::vector<FacetAnswer> answers;
  for (const Facet facet : facets)
    answers.push_back(is_by_time(facet) ? count_dates(articles, facet, limit)
                                        : values->answer(facet, limit.value_or(usual_limit)));
  return answers;
}

}  // namespace dateline::searcher
