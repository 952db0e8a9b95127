// Tells, without analysing it, that a text cannot have any word of a set: by the first three letters of its words.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace dateline::searcher {

class Beginnings {
 public:
  // A term of which at most so many letters (1 to 3) are sure to begin the words that it stands for.
  void add(std::string_view term, std::size_t letters);

  // Wrong only by saying yes: to letters that fold to several, and to all beyond Latin, Greek and Cyrillic.
  bool may_begin_word_in(std::string_view text) const;

 private:
  static constexpr std::size_t bits = 1 << 14;

  bool may_begin(char16_t first, std::string_view rest) const;

  // Of terms with at least two or three letters, those that end there, and the whole three letters.
  std::bitset<bits> any_one_, any_two_, one_, two_, three_;
};

}  // namespace dateline::searcher
