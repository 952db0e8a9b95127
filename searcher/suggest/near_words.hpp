// Words of a sorted list that are a few letters off, found without reading the list: the beginnings that no near word
// can go on from are jumped over. So a wrong first letter is found as well as any other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/plan/edit_distance.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

// Moves behind all words that begin like what is spelt, which is too far off already, to the least beginning behind
// them that is not. Empty: there is none.
std::string next_near_beginning(EditDistance& distance, int most, std::u32string_view letters_of_word);

// Calls each(word, edits) in the order of the list. `Cursor`: done(), word(), next(), skip_to(beginning). Looks at
// `most_steps` words at most; false when that was too few.
template <class Cursor, class Each>
bool for_each_near(Cursor&& cursor, std::string_view word, int most, std::size_t most_steps, Each&& each) {
  EditDistance distance(word);
  std::u32string letters = distance.word();
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  for (std::size_t step = 0; !cursor.done(); ++step) {
    if (step == most_steps) return false;
    const std::string_view here = cursor.word();
    const std::u32string other = code_points(here);
    const auto common = std::mismatch(other.begin(), other.end(), distance.spelt().begin(), distance.spelt().end());
    distance.cut(static_cast<std::size_t>(common.first - other.begin()));
    while (distance.least() <= most && distance.spelt().size() < other.size())
      distance.spell(other[distance.spelt().size()]);
    if (distance.least() <= most) {
      if (distance.distance() <= most) each(here, distance.distance());
      cursor.next();
      continue;
    }
    const std::string beginning = next_near_beginning(distance, most, letters);
    if (beginning.empty()) return true;
    cursor.skip_to(beginning);
  }
  return true;
}

}  // namespace dateline::searcher
