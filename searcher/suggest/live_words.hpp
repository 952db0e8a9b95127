// How many live articles have a term, counted exactly; and how its word is written in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/archive/state.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

class LiveWords {
 public:
  // What is passed must outlive this. One thread.
  LiveWords(const State& state, const schema::Snapshot::Lease& lease, text::Analyzer& analyzer)
      : state_(state), lease_(lease), analyzer_(analyzer) {}

  // `language`: only in articles with text in it; empty: in all. Stops counting at `most`.
  std::size_t articles(const std::string& term, const std::string& language = {}, std::size_t most = SIZE_MAX) const;
  bool has(const std::string& term, const std::string& language = {}) const { return articles(term, language, 1) > 0; }

  // The commonest spelling of a word in a few articles that have it; of equally common ones the one in small letters.
  // A word that is in none stays folded.
  std::string as_written(text::Family family, const std::string& word) const;

 private:
  template <class Each>
  bool for_each_article(std::size_t segment, const std::string& term, Each&& each) const;

  const State& state_;
  const schema::Snapshot::Lease& lease_;
  text::Analyzer& analyzer_;
};

}  // namespace dateline::searcher
