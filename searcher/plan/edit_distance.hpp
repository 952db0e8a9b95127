// How many letters two words differ by.
#pragma once

#include <string>
#include <string_view>

namespace dateline::searcher {

// Optimal string alignment (Damerau-Levenshtein without overlapping transpositions) from one word to many,
// on code points.
class EditDistance {
 public:
  explicit EditDistance(std::string_view word);
  bool within(std::string_view other, int most) const;

 private:
  std::u32string word_;
};

}  // namespace dateline::searcher
