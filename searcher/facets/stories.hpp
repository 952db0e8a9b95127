// Copies of one story count once, for each value that a matching one has.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/archive/state.hpp"

namespace dateline::searcher {

// What of a match set counts: articles by themselves, and stories of which a copy matches. With `group` false each
// article counts by itself. Refers to `state` and `matched`, one bitmap a segment.
class MatchedStories {
 public:
  MatchedStories(const State& state, const std::vector<schema::Bitmap>& matched, bool group);

  const State& state() const { return *state_; }
  const std::vector<schema::Bitmap>& matched() const { return *matched_; }
  const schema::Bitmap& alone(std::size_t segment) const { return alone_[segment]; }
  const schema::Bitmap& stories() const { return stories_; }
  std::size_t count() const;

  // Each matching copy of each story: `member(segment, article)`; `end()` behind the last of a story.
  template <class Member, class End>
  void for_each_story(Member&& member, End&& end) const {
    stories_.for_each([&](std::uint32_t story) {
      for (const schema::ArticlePlace& place : state_->members_of(story))
        if ((*matched_)[place.segment][place.article]) member(place.segment, place.article);
      end();
    });
  }

  // `collect(segment, article, values)` adds the values of a matching copy, `each(value)` gets those of a story once.
  // Values are numbers that mean the same in every segment.
  template <class Value, class Collect, class Each>
  void for_each_story_value(Collect&& collect, Each&& each) const {
    std::vector<Value> values;
    for_each_story([&](std::uint32_t segment, std::uint32_t article) { collect(segment, article, values); },
                   [&] {
                     std::sort(values.begin(), values.end());
                     const auto end = std::unique(values.begin(), values.end());
                     for (auto value = values.begin(); value != end; ++value) each(*value);
                     values.clear();
                   });
  }

 private:
  const State* state_;
  const std::vector<schema::Bitmap>* matched_;
  std::vector<schema::Bitmap> alone_;
  schema::Bitmap stories_;
};

}  // namespace dateline::searcher
