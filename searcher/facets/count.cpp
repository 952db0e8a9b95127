#include "searcher/facets/count.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "searcher/facets/histogram.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {
namespace {

struct Counted {
  std::string_view shown;
  std::size_t count = 0;
};
using Counts = std::unordered_map<std::string_view, Counted>;  // views into columns, which the state holds

// A value of one segment: what makes it the same in another, and what is shown. Empty: not counted.
struct Value {
  std::string_view key, shown;
};

// Adds up one segment. `values_of(article)` gives ordinals, `value(ordinal)` what they stand for.
template <class ValuesOf, class ValueAt>
void count_segment(const schema::Bitmap& matched, std::uint32_t size, StoryFilter stories, ValuesOf&& values_of,
                   ValueAt&& value, Counts& counts, std::size_t& missing) {
  std::vector<std::uint32_t> articles(size);
  matched.for_each([&](std::uint32_t article) {
    const auto ordinals = values_of(article);
    if (ordinals.empty()) ++missing;
    for (auto ordinal = ordinals.begin(); ordinal != ordinals.end(); ++ordinal) {
      const bool repeated = std::find(ordinals.begin(), ordinal, *ordinal) != ordinal;
      if (!repeated && *ordinal < size && stories.is_new(article, *ordinal)) ++articles[*ordinal];
    }
  });
  for (std::uint32_t ordinal = 0; ordinal < size; ++ordinal) {
    if (articles[ordinal] == 0) continue;
    const Value named = value(ordinal);
    if (named.key.empty()) continue;
    Counted& counted = counts.try_emplace(named.key, Counted{named.shown, 0}).first->second;
    counted.count += articles[ordinal];
  }
}

void count_lists(const schema::Bitmap& matched, const schema::OrdinalLists& lists, const schema::Dictionary& names,
                 StoryFilter stories, Counts& counts, std::size_t& missing) {
  count_segment(
      matched, names.size(), std::move(stories), [&](std::uint32_t article) { return lists[article]; },
      [&](std::uint32_t ordinal) {
        return Value{names[ordinal], names[ordinal]};
      },
      counts, missing);
}

void count_languages(const schema::Columns& columns, const schema::Bitmap& matched, StoryFilter stories, Counts& counts,
                     std::size_t& missing) {
  const auto ordinals = columns.language();
  const schema::Dictionary names = columns.languages();
  const auto of = [&](std::uint32_t article) {
    return ordinals.subspan(article, ordinals[article] == schema::no_ordinal ? 0 : 1);
  };
  count_segment(
      matched, names.size(), std::move(stories), of,
      [&](std::uint32_t ordinal) {
        return Value{names[ordinal], names[ordinal]};
      },
      counts, missing);
}

// Groups that nobody named ("officials") are not values; articles with such quotations are `unknown`.
void count_speakers(const schema::Columns& columns, const schema::Bitmap& matched, StoryFilter stories, Counts& counts,
                    FacetAnswer& answer) {
  const schema::OrdinalLists speakers = columns.speakers_of();
  std::size_t ignored = 0;
  StoryFilter unknown = stories;
  count_segment(
      matched, columns.speaker_count(), std::move(stories), [&](std::uint32_t article) { return speakers[article]; },
      [&](std::uint32_t ordinal) {
        const schema::SpeakerColumn speaker = columns.speaker(ordinal);
        return speaker.kind == SpeakerKind::group ? Value{} : Value{speaker.id, speaker.name};
      },
      counts, ignored);
  const auto quotes = columns.quotes(), unknown_quotes = columns.unknown_quotes();
  matched.for_each([&](std::uint32_t article) {
    if (quotes[article] == 0 && speakers[article].empty()) ++answer.missing;
    if (unknown_quotes[article] > 0 && unknown.is_new(article, 0)) ++answer.unknown;
  });
}

void count_segment(const State& state, std::size_t at, const schema::Bitmap& matched, bool group, Counts& counts,
                   FacetAnswer& answer) {
  const schema::Columns& columns = *state.segment(at).columns;
  StoryFilter stories(state.segment(at), state.index(at), group);
  switch (answer.facet) {
    case Facet::source:
      return count_lists(matched, columns.sources_of(), columns.sources(), std::move(stories), counts, answer.missing);
    case Facet::byline:
      return count_lists(matched, columns.bylines_of(), columns.bylines(), std::move(stories), counts, answer.missing);
    case Facet::tag:
      return count_lists(matched, columns.tags_of(), columns.tags(), std::move(stories), counts, answer.missing);
    case Facet::language:
      return count_languages(columns, matched, std::move(stories), counts, answer.missing);
    default:
      return count_speakers(columns, matched, std::move(stories), counts, answer);
  }
}

bool more_frequent(const FacetCount& a, const FacetCount& b) {
  if (a.count != b.count) return a.count > b.count;
  return a.value && b.value ? *a.value < *b.value : a.value.has_value();  // names before "unknown"
}

}  // namespace

FacetAnswer count_facet(const State& state, const std::vector<schema::Bitmap>& matched, Facet facet, std::size_t limit,
                        bool group) {
  if (facet == Facet::date || facet == Facet::year || facet == Facet::month)
    return count_dates(state, matched, facet, limit, group);
  FacetAnswer answer;
  answer.facet = facet;
  Counts counts;
  for (std::size_t i = 0; i < state.size(); ++i) count_segment(state, i, matched[i], group, counts, answer);
  for (const auto& [key, counted] : counts) answer.counts.push_back({std::string(counted.shown), counted.count});
  std::sort(answer.counts.begin(), answer.counts.end(), more_frequent);
  if (answer.counts.size() > limit) {
    answer.more = answer.counts.size() - limit;
    answer.counts.resize(limit);
  }
  if (answer.unknown > 0) {  // beside the limit: it is no speaker
    const FacetCount unknown{std::nullopt, answer.unknown};
    answer.counts.insert(std::upper_bound(answer.counts.begin(), answer.counts.end(), unknown, more_frequent), unknown);
  }
  return answer;
}

}  // namespace dateline::searcher
