// Matching articles in the order of the answer, copies of a story folded.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/search.hpp"
#include "searcher/answer/query_run.hpp"
#include "searcher/facets/stories.hpp"
#include "searcher/match/closeness.hpp"
#include "searcher/match/ranking.hpp"

namespace dateline::searcher {

struct Candidate {
  double score = 0;
  std::int32_t day = 0;
  std::uint64_t key = 0;  // breaks ties, so that pages never overlap
  std::uint32_t segment = 0, article = 0;
  double closeness = 1;  // the part of the score that is for words standing together, as a factor
};

// The best `most` of the matching articles, in order. With `group` one of each story.
std::vector<Candidate> best(const QueryRun& run, const Matched& matched, const Ranking& ranking, Sort sort, bool group,
                            std::size_t most);

// Puts those before others whose words stand together, among the first of these.
void prefer_close(std::vector<Candidate>& candidates, Closeness& closeness);

// Takes out of `from` the articles whose story has one in `of`.
void remove_stories(const MatchedStories& of, Matched& from);

}  // namespace dateline::searcher
