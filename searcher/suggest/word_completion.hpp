// Words of the archive that begin so.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/archive/state.hpp"
#include "searcher/suggest/company.hpp"
#include "searcher/suggest/live_words.hpp"
#include "searcher/suggest/segment_lists.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

struct CompletedWord {
  std::string text;  // as readers write it
  std::size_t articles = 0;
};

class WordCompletion {
 public:
  // What is passed must outlive this. One thread.
  WordCompletion(const State& state, const schema::Snapshot::Lease& lease, text::Analyzer& analyzer, const Lists& lists)
      : state_(state), lease_(lease), lists_(lists), live_(state, lease, analyzer) {}

  // Words of the exact family, or words of the dictionary of undivided scripts (Family::stem), that begin so. Those
  // that most of `company` has come first, then those that most articles have.
  std::vector<CompletedWord> complete(text::Family family, const std::string& beginning, const Company& company,
                                      std::size_t limit) const;

 private:
  struct Candidate {
    std::string term;
    std::size_t together = 0, articles = 0;
  };
  std::vector<Candidate> candidates(text::Family family, const std::string& beginning, const Company& company) const;
  static void sort(std::vector<Candidate>& candidates);
  void count_live(std::vector<Candidate>& candidates, std::size_t limit) const;
  std::size_t frequency(const std::string& term) const;  // masked articles included

  const State& state_;
  const schema::Snapshot::Lease& lease_;
  const Lists& lists_;
  LiveWords live_;
};

}  // namespace dateline::searcher
