#include "searcher/facets/stories.hpp"

namespace dateline::searcher {

MatchedStories::MatchedStories(const State& state, const std::vector<schema::Bitmap>& matched, bool group)
    : state_(&state), matched_(&matched), alone_(matched), stories_(group ? state.stories() : 0) {
  for (std::size_t i = 0; group && i < matched.size(); ++i) {
    const schema::Bitmap* copies = state.copies_in(i);
    if (!copies) continue;
    alone_[i].and_not(*copies);
    schema::Bitmap grouped = matched[i];
    (grouped &= *copies).for_each([&](std::uint32_t article) { stories_.set(state.story_of(i, article)); });
  }
}

std::size_t MatchedStories::count() const {
  std::size_t count = stories_.count();
  for (const schema::Bitmap& articles : alone_) count += articles.count();
  return count;
}

}  // namespace dateline::searcher
