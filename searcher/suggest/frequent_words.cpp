#include "searcher/suggest/frequent_words.hpp"

#include <algorithm>

#include "searcher/archive/archive_words.hpp"

namespace dateline::searcher {
namespace {

using Counted = FrequentWords::Counted;

constexpr std::size_t least_worth_remembering = 1'000;  // words enumerated
constexpr std::size_t most_remembered = 2'000;          // beginnings

bool more_frequent(const Counted& a, const Counted& b) {
  return a.second != b.second ? a.second > b.second : a.first < b.first;
}

// Keeps a heap with the least frequent of the best on top, so that most words cost one comparison. Of equally frequent
// ones those stay that come first.
class Best {
 public:
  void add(const std::string& word, std::uint32_t articles) {
    if (words_.size() == FrequentWords::most_listed) {
      if (articles <= words_.front().second) return;
      std::pop_heap(words_.begin(), words_.end(), more_frequent);
      words_.pop_back();
    }
    words_.emplace_back(word, articles);
    std::push_heap(words_.begin(), words_.end(), more_frequent);
  }

  std::vector<Counted> take() {
    std::sort_heap(words_.begin(), words_.end(), more_frequent);
    return std::move(words_);
  }

 private:
  std::vector<Counted> words_;
};

}  // namespace

std::vector<Counted> FrequentWords::starting_with(const std::string& beginning, const schema::Segment& segment,
                                                  const Xapian::Database& database) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = remembered_.find(beginning); known != remembered_.end()) return known->second;
  }
  Best best;
  std::size_t seen = 0;
  for_each_term(segment, database, beginning, [&](const std::string& term, std::uint32_t articles) {
    if (seen++ == most_enumerated) return false;
    best.add(term, articles);
    return true;
  });
  std::vector<Counted> words = best.take();
  if (seen >= least_worth_remembering) {
    const std::lock_guard lock(mutex_);
    if (remembered_.size() < most_remembered) remembered_.emplace(beginning, words);
  }
  return words;
}

}  // namespace dateline::searcher
