#include "searcher/facets/value_counts.hpp"

#include <algorithm>

#include "searcher/facets/most_frequent.hpp"

namespace dateline::searcher {
namespace {

using schema::FacetBlock;
using schema::FacetBlocks;

const FacetBlock& block_of(const FacetBlocks& blocks, Facet facet) {
  switch (facet) {
    case Facet::language:
      return blocks.language;
    case Facet::source:
      return blocks.source;
    case Facet::byline:
      return blocks.byline;
    case Facet::tag:
      return blocks.tag;
    default:
      return blocks.speaker;
  }
}

FacetBlocks blocks_of(const State& state, std::span<const Facet> facets) {
  if (state.size() == 1) return state.segment(0).columns->facet_blocks();
  const auto values = [&](Facet facet) {
    return std::find(facets.begin(), facets.end(), facet) == facets.end() ? 0 : state.values(facet).size();
  };
  return {values(Facet::language), values(Facet::source), values(Facet::byline), values(Facet::tag),
          values(Facet::speaker)};
}

// The lists of articles, one after the other. They lie all over the columns: each is asked for some time before it is
// read.
template <class Each>
void for_each_list(const schema::OrdinalLists& lists, const std::vector<std::uint32_t>& articles, Each&& each) {
  constexpr std::size_t soon = 8, later = 16;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (i + later < articles.size()) lists.prefetch_offset(articles[i + later]);
    if (i + soon < articles.size()) lists.prefetch_ordinals(articles[i + soon]);
    each(lists[articles[i]]);
  }
}

std::vector<std::uint32_t> listed(const schema::Bitmap& matched) {
  std::vector<std::uint32_t> articles;
  articles.reserve(matched.count());
  matched.for_each([&](std::uint32_t article) { articles.push_back(article); });
  return articles;
}

// A matching copy of a story.
struct Copy {
  std::uint32_t segment, article;
  bool is_last;  // of its story
};

std::vector<Copy> listed_copies(const MatchedStories& articles) {
  std::vector<Copy> copies;
  articles.for_each_story(
      [&](std::uint32_t segment, std::uint32_t article) {
        copies.push_back({segment, article, false});
      },
      [&] { copies.back().is_last = true; });
  return copies;
}

template <class Each, class End>
void for_each_copy(const MatchedStories& articles, Each&& each, End&& end) {
  constexpr std::size_t soon = 8, later = 16;
  std::vector<schema::OrdinalLists> lists;
  for (const schema::Segment& segment : articles.state().snapshot().segments())
    lists.push_back(segment.columns->facet_values_of());
  const std::vector<Copy> copies = listed_copies(articles);
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (i + later < copies.size()) lists[copies[i + later].segment].prefetch_offset(copies[i + later].article);
    if (i + soon < copies.size()) lists[copies[i + soon].segment].prefetch_ordinals(copies[i + soon].article);
    each(copies[i].segment, lists[copies[i].segment][copies[i].article]);
    if (copies[i].is_last) end();
  }
}

// The unknown speaker, beside the limit: it is no speaker. Names of the same count come first.
void insert_unknown(FacetAnswer& answer) {
  const auto after = std::find_if(answer.counts.begin(), answer.counts.end(),
                                  [&](const FacetCount& named) { return named.count < answer.unknown; });
  answer.counts.insert(after, FacetCount{std::nullopt, answer.unknown});
}

}  // namespace

ValueCounts::ValueCounts(const MatchedStories& articles, std::span<const Facet> facets)
    : state_(&articles.state()), blocks_(blocks_of(*state_, facets)), counts_(blocks_.size()) {
  for (std::size_t i = 0; i < state_->size(); ++i) count_alone(articles, i);
  count_stories(articles);
}

// In the segment's own numbering: each step outside of it is a cache miss.
void ValueCounts::count_alone(const MatchedStories& articles, std::size_t segment) {
  const schema::Columns& columns = *state_->segment(segment).columns;
  const bool is_only = state_->size() == 1;
  std::vector<std::uint32_t> here(is_only ? 0 : columns.facet_blocks().size());
  std::uint32_t* const counts = (is_only ? counts_ : here).data();
  for_each_list(columns.facet_values_of(), listed(articles.alone(segment)), [&](const auto& numbers) {
    for (const std::uint32_t number : numbers) ++counts[number];
  });
  for (std::uint32_t i = 0; i < here.size(); ++i)
    if (here[i] > 0) counts_[number(segment, i)] += here[i];
}

void ValueCounts::count_stories(const MatchedStories& articles) {
  std::vector<std::uint32_t> story, copy, both;
  const auto add_copy = [&](std::uint32_t segment, std::span<const std::uint32_t> numbers) {
    copy.clear();
    for (const std::uint32_t one : numbers) copy.push_back(number(segment, one));
    if (state_->size() > 1) std::sort(copy.begin(), copy.end());
    if (story.empty()) return story.swap(copy);
    unite(story, copy, both);
    story.swap(both);
  };
  const auto end_story = [&] {
    for (const std::uint32_t value : story) ++counts_[value];
    story.clear();
  };
  for_each_copy(articles, add_copy, end_story);
}

// Both are rising, and copies share most of their values. What an article misses it misses by itself.
void ValueCounts::unite(const std::vector<std::uint32_t>& story, const std::vector<std::uint32_t>& copy,
                        std::vector<std::uint32_t>& both) {
  both.clear();
  auto value = copy.begin();
  for (const std::uint32_t known : story) {
    for (; value != copy.end() && *value < known; ++value) both.push_back(*value);
    for (; value != copy.end() && *value == known; ++value) counts_[known] += is_missing(known);
    both.push_back(known);
  }
  both.insert(both.end(), value, copy.end());
}

// Of a segment's number. Values of facets that were not asked for all become that facet's `missing`.
std::uint32_t ValueCounts::number(std::size_t segment, std::uint32_t segment_number) const {
  if (state_->size() == 1) return segment_number;
  const FacetBlocks& theirs = state_->segment(segment).columns->facet_blocks();
  if (segment_number == theirs.unknown) return blocks_.unknown;
  for (const Facet facet : {Facet::speaker, Facet::tag, Facet::byline, Facet::source, Facet::language}) {
    const FacetBlock &from = block_of(theirs, facet), &to = block_of(blocks_, facet);
    if (segment_number < from.missing()) continue;
    if (segment_number == from.missing() || to.count == 0) return to.missing();
    return to[state_->values(facet).value(segment, segment_number - from.first)];
  }
  return blocks_.language.missing();
}

bool ValueCounts::is_missing(std::uint32_t number) const {
  return number == blocks_.language.missing() || number == blocks_.source.missing() ||
         number == blocks_.byline.missing() || number == blocks_.tag.missing() || number == blocks_.speaker.missing();
}

FacetAnswer ValueCounts::answer(Facet facet, std::size_t limit) const {
  const FacetBlock& block = block_of(blocks_, facet);
  FacetAnswer answer;
  answer.facet = facet;
  answer.missing = counts_[block.missing()];
  add_most_frequent(state_->values(facet), std::span(counts_).subspan(block.first, block.count), limit, answer);
  if (facet == Facet::speaker) answer.unknown = counts_[blocks_.unknown];
  if (answer.unknown > 0) insert_unknown(answer);
  return answer;
}

}  // namespace dateline::searcher
