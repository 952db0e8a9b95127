#include "searcher/match/word_run.hpp"

#include <algorithm>

namespace dateline::searcher {

bool WordRun::is_one(const Place& phrase) {
  return phrase.kind == PlaceKind::phrase &&
         std::all_of(phrase.children.begin(), phrase.children.end(), [](const Place& part) {
           return part.kind == PlaceKind::forms && part.terms.size() == 1 && part.languages.empty();
         });
}

WordRun::WordRun(const Place& phrase, Postings& postings) {
  for (const Place& part : phrase.children) {
    const std::string& term = part.terms.front();
    words_.push_back({length(), postings.of(term).articles.size(), &postings.positions(term)});
  }
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    return a.articles != b.articles ? a.articles < b.articles : a.offset < b.offset;
  });
}

const std::vector<std::uint32_t>& WordRun::begins_in(std::uint32_t article) {
  begins_.clear();
  for (const Word& word : words_) {
    read_.clear();
    const bool is_first = &word == &words_.front();
    word.positions->of(article, read_, is_first ? UINT32_MAX : begins_.back() + word.offset);
    if (is_first) {
      for (const std::uint32_t position : read_)
        if (position >= word.offset) begins_.push_back(position - word.offset);
    } else {
      auto position = read_.begin();
      const auto fits = [&](std::uint32_t begin) {
        while (position != read_.end() && *position < begin + word.offset) ++position;
        return position != read_.end() && *position == begin + word.offset;
      };
      begins_.erase(std::remove_if(begins_.begin(), begins_.end(), [&](std::uint32_t begin) { return !fits(begin); }),
                    begins_.end());
    }
    if (begins_.empty()) break;
  }
  return begins_;
}

}  // namespace dateline::searcher
