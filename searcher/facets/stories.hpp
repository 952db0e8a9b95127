// Copies of one story count once, for each value that a matching one has.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "searcher/archive/state.hpp"

namespace dateline::searcher {

// Matching articles of a segment that count by themselves: with `group`, those that are no copies.
inline schema::Bitmap alone(const State& state, std::size_t segment, const schema::Bitmap& matched, bool group) {
  schema::Bitmap articles = matched;
  if (const schema::Bitmap* copies = group ? state.copies_in(segment) : nullptr) articles.and_not(*copies);
  return articles;
}

// Stories of which a copy matches.
inline schema::Bitmap matching_stories(const State& state, const std::vector<schema::Bitmap>& matched) {
  schema::Bitmap stories(state.stories());
  for (std::size_t i = 0; i < matched.size(); ++i) {
    const schema::Bitmap* copies = state.copies_in(i);
    if (!copies) continue;
    schema::Bitmap grouped = matched[i];
    (grouped &= *copies).for_each([&](std::uint32_t article) { stories.set(state.story_of(i, article)); });
  }
  return stories;
}

// Story by story: `collect(segment, article, values)` adds the values of each matching copy, `each(value)` gets those
// of a story once. Values are numbers that mean the same in every segment.
template <class Value, class Collect, class Each>
void for_each_story_value(const State& state, const std::vector<schema::Bitmap>& matched, Collect&& collect,
                          Each&& each) {
  std::vector<Value> values;
  matching_stories(state, matched).for_each([&](std::uint32_t story) {
    values.clear();
    for (const schema::ArticlePlace& member : state.members_of(story))
      if (matched[member.segment][member.article]) collect(member.segment, member.article, values);
    std::sort(values.begin(), values.end());
    const auto end = std::unique(values.begin(), values.end());
    for (auto value = values.begin(); value != end; ++value) each(*value);
  });
}

}  // namespace dateline::searcher
