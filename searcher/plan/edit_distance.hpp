// How many letters two words differ by.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

// Optimal string alignment (Damerau-Levenshtein without overlapping transpositions) from one word to many, on code
// points. The other word is spelt letter by letter, so that what begins alike shares the work: ask in sorted order.
class EditDistance {
 public:
  explicit EditDistance(std::string_view word);

  bool within(std::string_view other, int most);

  const std::u32string& word() const { return word_; }
  const std::u32string& spelt() const { return spelt_; }
  void spell(char32_t letter);    // one letter more
  void cut(std::size_t letters);  // back to the first `letters`
  int distance() const;           // of what is spelt
  int least() const;              // no word that goes on from here is nearer

 private:
  std::u32string word_;
  std::u32string spelt_;
  std::vector<int> rows_;  // of the table of distances between beginnings: one for each letter spelt, and one before
};

std::u32string code_points(std::string_view text);

}  // namespace dateline::searcher
