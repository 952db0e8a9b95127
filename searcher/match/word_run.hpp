// A phrase of plain words: the commonest question about places, answered without a list of windows for each word.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/postings.hpp"
#include "searcher/plan/plan.hpp"

namespace dateline::searcher {

class WordRun {
 public:
  // Each part is one term, wherever the article's languages are.
  static bool is_one(const Place& phrase);

  WordRun(const Place& phrase, Postings& postings);

  // Where it begins, in an article. Good until the next call.
  const std::vector<std::uint32_t>& begins_in(std::uint32_t article);
  std::uint32_t length() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  struct Word {
    std::uint32_t offset = 0;  // in the phrase
    std::size_t articles = 0;
    TermPositions* positions = nullptr;
  };

  std::vector<Word> words_;  // the rarest first: most articles are done with after it
  std::vector<std::uint32_t> begins_, read_;
};

}  // namespace dateline::searcher
