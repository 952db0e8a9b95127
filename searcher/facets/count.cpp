#include "searcher/facets/count.hpp"

#include <algorithm>
#include <string_view>

#include "searcher/facets/histogram.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {
namespace {

// How many articles have each value, and which values any has.
class Counter {
 public:
  explicit Counter(const ValueTable& values) : values_(values), counts_(values.size()) {}

  void add(std::uint32_t value) {
    if (counts_[value]++ == 0) seen_.push_back(value);
  }

  // The most frequent first; `more`: how many were left out.
  std::vector<FacetCount> most_frequent(std::size_t limit, std::size_t& more) {
    const std::size_t kept = std::min(limit, seen_.size());
    more = seen_.size() - kept;
    std::partial_sort(seen_.begin(), seen_.begin() + static_cast<std::ptrdiff_t>(kept), seen_.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                        return counts_[a] != counts_[b] ? counts_[a] > counts_[b] : values_.name(a) < values_.name(b);
                      });
    std::vector<FacetCount> counts;
    for (std::size_t i = 0; i < kept; ++i) counts.push_back({std::string(values_.name(seen_[i])), counts_[seen_[i]]});
    return counts;
  }

 private:
  const ValueTable& values_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> seen_;
};

// One segment. `ordinals_of(article)` gives the article's values in the segment's numbering.
template <class OrdinalsOf>
void count_values(const schema::Bitmap& matched, const std::vector<std::uint32_t>& values, StoryFilter& stories,
                  OrdinalsOf&& ordinals_of, Counter& counter, std::size_t& missing) {
  matched.for_each([&](std::uint32_t article) {
    const auto ordinals = ordinals_of(article);
    if (ordinals.empty()) ++missing;
    for (auto ordinal = ordinals.begin(); ordinal != ordinals.end(); ++ordinal) {
      const std::uint32_t value = values[*ordinal];
      const bool repeated = std::find(ordinals.begin(), ordinal, *ordinal) != ordinal;
      if (!repeated && value != ValueTable::no_value && stories.is_new(article, value)) counter.add(value);
    }
  });
}

// Articles with quotations of nobody named are `unknown`, those without any quotation are missing.
void count_unnamed(const schema::Columns& columns, const schema::Bitmap& matched, StoryFilter stories,
                   FacetAnswer& answer) {
  const schema::OrdinalLists speakers = columns.speakers_of();
  const auto quotes = columns.quotes(), unknown_quotes = columns.unknown_quotes();
  matched.for_each([&](std::uint32_t article) {
    if (quotes[article] == 0 && speakers[article].empty()) ++answer.missing;
    if (unknown_quotes[article] > 0 && stories.is_new(article, 0)) ++answer.unknown;
  });
}

void count_segment(const State& state, std::size_t at, const schema::Bitmap& matched, bool group, Counter& counter,
                   FacetAnswer& answer) {
  const schema::Columns& columns = *state.segment(at).columns;
  const std::vector<std::uint32_t>& values = state.values(answer.facet).values_in(at);
  StoryFilter stories(state.segment(at), state.index(at), group);
  const auto count = [&](auto&& ordinals_of, std::size_t& missing) {
    count_values(matched, values, stories, ordinals_of, counter, missing);
  };
  const auto count_lists = [&](const schema::OrdinalLists& lists, std::size_t& missing) {
    count([&](std::uint32_t article) { return lists[article]; }, missing);
  };
  switch (answer.facet) {
    case Facet::source:
      return count_lists(columns.sources_of(), answer.missing);
    case Facet::byline:
      return count_lists(columns.bylines_of(), answer.missing);
    case Facet::tag:
      return count_lists(columns.tags_of(), answer.missing);
    case Facet::language: {
      const auto languages = columns.language();
      return count(
          [&](std::uint32_t article) {
            return languages.subspan(article, languages[article] == schema::no_ordinal ? 0 : 1);
          },
          answer.missing);
    }
    default:
      break;
  }
  std::size_t unquoted = 0;
  count_lists(columns.speakers_of(), unquoted);
  count_unnamed(columns, matched, StoryFilter(state.segment(at), state.index(at), group), answer);
}

// Beside the limit: it is no speaker. Names of the same count come first.
void insert_unknown(FacetAnswer& answer) {
  const auto after = std::find_if(answer.counts.begin(), answer.counts.end(),
                                  [&](const FacetCount& named) { return named.count < answer.unknown; });
  answer.counts.insert(after, FacetCount{std::nullopt, answer.unknown});
}

}  // namespace

FacetAnswer count_facet(const State& state, const std::vector<schema::Bitmap>& matched, Facet facet, std::size_t limit,
                        bool group) {
  if (facet == Facet::date || facet == Facet::year || facet == Facet::month)
    return count_dates(state, matched, facet, limit, group);
  FacetAnswer answer;
  answer.facet = facet;
  Counter counter(state.values(facet));
  for (std::size_t i = 0; i < state.size(); ++i) count_segment(state, i, matched[i], group, counter, answer);
  answer.counts = counter.most_frequent(limit, answer.more);
  if (answer.unknown > 0) insert_unknown(answer);
  return answer;
}

}  // namespace dateline::searcher
