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
  explicit Counter(std::size_t values) : counts_(values) {}

  void add(std::uint32_t value, std::uint32_t articles = 1) {
    if (counts_[value] == 0) seen_.push_back(value);
    counts_[value] += articles;
  }

  const std::vector<std::uint32_t>& seen() const { return seen_; }
  std::uint32_t count(std::uint32_t value) const { return counts_[value]; }

 private:
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> seen_;
};

// The most frequent first; `more`: how many were left out.
std::vector<FacetCount> most_frequent(const Counter& counter, const ValueTable& values, std::size_t limit,
                                      std::size_t& more) {
  std::vector<std::uint32_t> ranked = counter.seen();
  const std::size_t kept = std::min(limit, ranked.size());
  more = ranked.size() - kept;
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      const std::uint32_t in_a = counter.count(a), in_b = counter.count(b);
                      return in_a != in_b ? in_a > in_b : values.name(a) < values.name(b);
                    });
  std::vector<FacetCount> counts;
  for (std::size_t i = 0; i < kept; ++i)
    counts.push_back({std::string(values.name(ranked[i])), counter.count(ranked[i])});
  return counts;
}

template <class Ordinals>
bool stands_before(const Ordinals& ordinals, std::size_t at) {
  for (std::size_t i = 0; i < at; ++i)
    if (ordinals[i] == ordinals[at]) return true;
  return false;
}

// One segment. `ordinals_of(article)` gives the article's values in the segment's numbering, in which they are counted:
// each step outside of it is a cache miss. Only copies of a story ask what a value is elsewhere.
template <class OrdinalsOf>
void count_values(const schema::Bitmap& matched, const std::vector<std::uint32_t>& values, StoryFilter& stories,
                  OrdinalsOf&& ordinals_of, Counter& counter, std::size_t& missing) {
  Counter here(values.size());
  matched.for_each([&](std::uint32_t article) {
    const auto ordinals = ordinals_of(article);
    if (ordinals.empty()) ++missing;
    const bool alone = stories.stands_alone(article);
    for (std::size_t i = 0; i < ordinals.size(); ++i)
      if (!stands_before(ordinals, i) && (alone || stories.is_new(article, values[ordinals[i]]))) here.add(ordinals[i]);
  });
  for (const std::uint32_t ordinal : here.seen())
    if (values[ordinal] != ValueTable::no_value) counter.add(values[ordinal], here.count(ordinal));
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
  const ValueTable& values = state.values(facet);
  Counter counter(values.size());
  for (std::size_t i = 0; i < state.size(); ++i) count_segment(state, i, matched[i], group, counter, answer);
  answer.counts = most_frequent(counter, values, limit, answer.more);
  if (answer.unknown > 0) insert_unknown(answer);
  return answer;
}

}  // namespace dateline::searcher
