#include "searcher/facets/count.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "searcher/facets/histogram.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {
namespace {

// In how many articles each value is.
using Counter = std::vector<std::uint32_t>;

// The most frequent first; `more`: how many were left out.
std::vector<FacetCount> most_frequent(const Counter& counter, const ValueTable& values, std::size_t limit,
                                      std::size_t& more) {
  std::vector<std::uint32_t> ranked;
  for (std::uint32_t value = 0; value < values.size(); ++value)
    if (counter[value] > 0 && !values.name(value).empty()) ranked.push_back(value);
  const std::size_t kept = std::min(limit, ranked.size());
  more = ranked.size() - kept;
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      return counter[a] != counter[b] ? counter[a] > counter[b] : values.name(a) < values.name(b);
                    });
  std::vector<FacetCount> counts;
  for (std::size_t i = 0; i < kept; ++i) counts.push_back({std::string(values.name(ranked[i])), counter[ranked[i]]});
  return counts;
}

// The lists of articles, one after the other. They lie all over the columns: each is asked for some time before it is
// read.
template <class Each>
void for_each_list(const schema::OrdinalLists& lists, const std::vector<std::uint32_t>& articles, Each&& each) {
  constexpr std::size_t soon = 8, later = 16;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (i + later < articles.size()) lists.prefetch_offset(articles[i + later]);
    if (i + soon < articles.size()) lists.prefetch_ordinals(articles[i + soon]);
    each(articles[i], lists[articles[i]]);
  }
}

std::vector<std::uint32_t> listed(const schema::Bitmap& matched) {
  std::vector<std::uint32_t> articles;
  articles.reserve(matched.count());
  matched.for_each([&](std::uint32_t article) { articles.push_back(article); });
  return articles;
}

schema::OrdinalLists lists_of(const schema::Columns& columns, Facet facet) {
  switch (facet) {
    case Facet::source:
      return columns.sources_of();
    case Facet::byline:
      return columns.bylines_of();
    case Facet::tag:
      return columns.tags_of();
    default:
      return columns.speakers_of();
  }
}

// Of one segment, in its own numbering: each step outside of it is a cache miss.
class SegmentCount {
 public:
  SegmentCount(const ValueTable& values, std::size_t segment, Counter& counter)
      : values_(values),
        segment_(segment),
        counter_(counter),
        here_(values.is_of_one_segment() ? 0 : values.ordinals_in(segment)),
        counts_((values.is_of_one_segment() ? counter_ : here_).data()) {}

  void add(std::span<const std::uint32_t> ordinals) {
    for (const std::uint32_t ordinal : ordinals) ++counts_[ordinal];
  }

  void finish() {
    for (std::uint32_t ordinal = 0; ordinal < here_.size(); ++ordinal)
      if (here_[ordinal] > 0) counter_[values_.value(segment_, ordinal)] += here_[ordinal];
  }

 private:
  const ValueTable& values_;
  std::size_t segment_;
  Counter& counter_;
  Counter here_;
  std::uint32_t* counts_;  // of the segment's ordinals
};

void count_lists(const schema::OrdinalLists& lists, const std::vector<std::uint32_t>& articles, SegmentCount& count,
                 std::size_t& missing) {
  for_each_list(lists, articles, [&](std::uint32_t, const auto& ordinals) {
    missing += ordinals.empty();
    count.add(ordinals);
  });
}

// An article may name one speaker twice, by two spellings; few do. One whose quotations are all of nobody named misses
// none.
void count_speakers(const schema::Columns& columns, const std::vector<std::uint32_t>& articles,
                    const schema::Bitmap& repeated, SegmentCount& count, std::size_t& missing) {
  const auto quotes = columns.quotes();
  std::vector<std::uint32_t> once;
  for_each_list(columns.speakers_of(), articles, [&](std::uint32_t article, const auto& ordinals) {
    missing += ordinals.empty() && quotes[article] == 0;
    if (!repeated[article]) return count.add(ordinals);
    once.assign(ordinals.begin(), ordinals.end());
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    count.add(once);
  });
}

std::span<const std::uint32_t> language_of(const schema::Columns& columns, std::uint32_t article) {
  const auto languages = columns.language();
  return languages.subspan(article, languages[article] == schema::no_ordinal ? 0 : 1);
}

// Articles that stand alone.
void count_segment(const State& state, std::size_t at, const schema::Bitmap& articles, Counter& counter,
                   FacetAnswer& answer) {
  const schema::Columns& columns = *state.segment(at).columns;
  SegmentCount count(state.values(answer.facet), at, counter);
  if (answer.facet == Facet::language)
    articles.for_each([&](std::uint32_t article) {
      answer.missing += language_of(columns, article).empty();
      count.add(language_of(columns, article));
    });
  else if (answer.facet == Facet::speaker)
    count_speakers(columns, listed(articles), state.index(at).repeated_speakers(), count, answer.missing);
  else
    count_lists(lists_of(columns, answer.facet), listed(articles), count, answer.missing);
  count.finish();
}

void count_copies(const State& state, const std::vector<schema::Bitmap>& matched, Counter& counter,
                  FacetAnswer& answer) {
  const Facet facet = answer.facet;
  const ValueTable& values = state.values(facet);
  const auto collect = [&](std::uint32_t segment, std::uint32_t article, std::vector<std::uint32_t>& found) {
    const schema::Columns& columns = *state.segment(segment).columns;
    const auto ordinals = facet == Facet::language ? language_of(columns, article) : lists_of(columns, facet)[article];
    answer.missing += ordinals.empty() && (facet != Facet::speaker || columns.quotes()[article] == 0);
    for (const std::uint32_t ordinal : ordinals) found.push_back(values.value(segment, ordinal));
  };
  for_each_story_value<std::uint32_t>(state, matched, collect, [&](std::uint32_t value) { ++counter[value]; });
}

// Articles with quotations of nobody named.
void count_unnamed(const State& state, const std::vector<schema::Bitmap>& matched, bool group, FacetAnswer& answer) {
  for (std::size_t i = 0; i < state.size(); ++i) {
    const auto unknown = state.segment(i).columns->unknown_quotes();
    alone(state, i, matched[i], group).for_each([&](std::uint32_t article) { answer.unknown += unknown[article] > 0; });
  }
  if (!group) return;
  const auto collect = [&](std::uint32_t segment, std::uint32_t article, std::vector<std::uint8_t>& found) {
    if (state.segment(segment).columns->unknown_quotes()[article] > 0) found.push_back(1);
  };
  for_each_story_value<std::uint8_t>(state, matched, collect, [&](std::uint8_t) { ++answer.unknown; });
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
  FacetAnswer answer;
  answer.facet = facet;
  const ValueTable& values = state.values(facet);
  Counter counter(values.size());
  for (std::size_t i = 0; i < state.size(); ++i)
    count_segment(state, i, alone(state, i, matched[i], group), counter, answer);
  if (group) count_copies(state, matched, counter, answer);
  if (facet == Facet::speaker) count_unnamed(state, matched, group, answer);
  answer.counts = most_frequent(counter, values, limit, answer.more);
  if (answer.unknown > 0) insert_unknown(answer);
  return answer;
}

}  // namespace dateline::searcher
