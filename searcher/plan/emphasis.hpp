// In a question of several words those that only ask or join weigh less than those that say what it is about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/plan/ranking_rules.hpp"
#include "searcher/plan/words.hpp"
#include "searcher/query/tree.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// In fewer words each was chosen.
inline constexpr std::size_t fewest_words = 4;

class Emphasis {
 public:
  // `tree` is the whole query; `languages` those of the archive.
  Emphasis(const Node& tree, const std::vector<std::string>& languages, text::Analyzer& analyzer,
           const RankingRules& rules);

  void apply(WordReadings& word) const;

  // Whether it matters how near other words of the query `word` stands: not for small ones, which are near everything.
  bool compares(const WordReadings& word) const;

 private:
  void drop_grams_of_others(TokenReadings& token) const;
  double of(std::string_view word) const;
  double of(const TokenReadings& token) const;

  RankingRules rules_;
  bool has_several_words_ = false;
  bool has_small_letters_ = false;
  std::vector<std::string> languages_;  // that the query is probably in; empty: every word weighs the same
};

}  // namespace dateline::searcher
