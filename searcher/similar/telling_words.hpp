// Which words of an article say what it is about: frequent in it, rare in the articles of its language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "searcher/match/segment_matcher.hpp"
#include "searcher/similar/article_words.hpp"

namespace dateline::searcher {

inline constexpr std::size_t most_telling_words = 25;

struct TellingWord {
  ArticleWord word;
  double weight = 0;    // tf·idf, the best word's is 1
  bool shared = false;  // another article has it
};

// The best, by weight. Among them words that no other article has, as long as they are among the first
// `most_telling_words`: they find nothing, but what an article scores against itself is made of them too, and by that
// score others are measured.
std::vector<TellingWord> telling_words(std::vector<ArticleWord> words, std::deque<SegmentMatcher>& segments);

}  // namespace dateline::searcher
