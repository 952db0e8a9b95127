#include "searcher/facets/count.hpp"

#include <algorithm>
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

// Counts the values of one segment.
class SegmentCount {
 public:
  SegmentCount(const ValueTable& values, std::size_t segment, StoryFilter& stories, Counter& counter)
      : values_(values),
        segment_(segment),
        stories_(stories),
        counter_(counter),
        here_(values.is_of_one_segment() ? 0 : values.ordinals_in(segment)),
        counts_((values.is_of_one_segment() ? counter_ : here_).data()) {}

  void add(std::uint32_t article, std::span<const std::uint32_t> ordinals) {
    if (stories_.stands_alone(article)) {
      for (const std::uint32_t ordinal : ordinals) ++counts_[ordinal];
    } else {
      for (const std::uint32_t ordinal : ordinals)
        if (stories_.is_new(article, values_.value(segment_, ordinal))) ++counts_[ordinal];
    }
  }

  // In the segment's numbering first: each step outside of it is a cache miss.
  void finish() {
    for (std::uint32_t ordinal = 0; ordinal < here_.size(); ++ordinal)
      if (here_[ordinal] > 0) counter_[values_.value(segment_, ordinal)] += here_[ordinal];
  }

 private:
  const ValueTable& values_;
  std::size_t segment_;
  StoryFilter& stories_;
  Counter& counter_;
  Counter here_;
  std::uint32_t* counts_;  // of the segment's ordinals
};

// Articles with quotations of nobody named are `unknown`, those without any quotation are missing.
// `nobody`: the number of no value.
void count_unnamed(const schema::Columns& columns, const schema::Bitmap& matched, StoryFilter& stories,
                   std::uint32_t nobody, FacetAnswer& answer) {
  const schema::OrdinalLists speakers = columns.speakers_of();
  const auto quotes = columns.quotes(), unknown_quotes = columns.unknown_quotes();
  matched.for_each([&](std::uint32_t article) {
    if (quotes[article] == 0 && speakers[article].empty()) ++answer.missing;
    if (unknown_quotes[article] > 0 && stories.is_new(article, nobody)) ++answer.unknown;
  });
}

void count_lists(const schema::OrdinalLists& lists, const std::vector<std::uint32_t>& articles, SegmentCount& count,
                 std::size_t& missing) {
  for_each_list(lists, articles, [&](std::uint32_t article, const auto& ordinals) {
    if (ordinals.empty()) ++missing;
    count.add(article, ordinals);
  });
}

// An article may name one speaker twice, by two spellings; few do.
void count_speakers(const schema::OrdinalLists& lists, const std::vector<std::uint32_t>& articles,
                    const schema::Bitmap& repeated, SegmentCount& count) {
  std::vector<std::uint32_t> once;
  for_each_list(lists, articles, [&](std::uint32_t article, const auto& ordinals) {
    if (!repeated[article]) return count.add(article, ordinals);
    once.assign(ordinals.begin(), ordinals.end());
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    count.add(article, once);
  });
}

void count_languages(const schema::Columns& columns, const schema::Bitmap& matched, SegmentCount& count,
                     std::size_t& missing) {
  const auto languages = columns.language();
  matched.for_each([&](std::uint32_t article) {
    const bool known = languages[article] != schema::no_ordinal;
    if (!known) ++missing;
    count.add(article, languages.subspan(article, known ? 1 : 0));
  });
}

void count_segment(const State& state, std::size_t at, const schema::Bitmap& matched, StoryFilter& stories,
                   Counter& counter, FacetAnswer& answer) {
  const schema::Columns& columns = *state.segment(at).columns;
  const ValueTable& values = state.values(answer.facet);
  stories.enter(at);
  SegmentCount count(values, at, stories, counter);
  switch (answer.facet) {
    case Facet::source:
      count_lists(columns.sources_of(), listed(matched), count, answer.missing);
      break;
    case Facet::byline:
      count_lists(columns.bylines_of(), listed(matched), count, answer.missing);
      break;
    case Facet::tag:
      count_lists(columns.tags_of(), listed(matched), count, answer.missing);
      break;
    case Facet::language:
      count_languages(columns, matched, count, answer.missing);
      break;
    default:
      count_speakers(columns.speakers_of(), listed(matched), state.index(at).repeated_speakers(), count);
      count_unnamed(columns, matched, stories, values.size(), answer);
      break;
  }
  count.finish();
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
  StoryFilter stories(state, group);
  for (std::size_t i = 0; i < state.size(); ++i) count_segment(state, i, matched[i], stories, counter, answer);
  answer.counts = most_frequent(counter, values, limit, answer.more);
  if (answer.unknown > 0) insert_unknown(answer);
  return answer;
}

}  // namespace dateline::searcher
