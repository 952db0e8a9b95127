// Corrects words of the text by the archive's own words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/archive/state.hpp"
#include "searcher/suggest/correction.hpp"
#include "searcher/suggest/live_words.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

class WordSpelling {
 public:
  // What is passed must outlive this. One thread.
  WordSpelling(const State& state, const schema::Snapshot::Lease& lease, text::Analyzer& analyzer);

  // Whether articles have exactly this word; or the word, or an inflection of it.
  bool has(const std::string& folded) const;
  bool is_known(const std::string& folded) { return commonness(folded) > 0; }

  // The word, so many letters off, that was probably meant. Empty: the archive has this one, or none that is near.
  std::optional<std::string> nearest(const std::string& folded, int edits);

  // The two words that a blank was left out between. Empty: there are none, or the archive has the one.
  std::optional<std::pair<std::string, std::string>> divided(const std::string& folded);

  // As readers write it.
  std::string as_written(const std::string& folded) const { return live_.as_written(text::Family::exact, folded); }

 private:
  std::size_t commonness(const std::string& folded);
  std::vector<Correction> near(const std::string& folded, int edits) const;
  void count_live(std::vector<Correction>& corrections) const;
  bool is_found_anyway(const std::string& folded, const std::string& correction);
  std::span<const std::string> languages_of(const std::string& folded) const;

  const State& state_;
  const schema::Snapshot::Lease& lease_;
  text::Analyzer& analyzer_;
  LiveWords live_;
};

}  // namespace dateline::searcher
