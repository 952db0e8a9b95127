// Entries by the letter that they begin or end with, for texts whose words are not divided: every letter of such a text
// is asked for, and one bit answers nearly all of them.
#pragma once

#include <unordered_map>
#include <vector>

namespace dateline::indexer::speech {

template <class Entry>
class ByLetter {
 public:
  // `entry` is kept as a pointer.
  void add(char32_t letter, const Entry& entry) {
    if (letter >= known_.size()) known_.resize(letter + 1);
    known_[letter] = true;
    entries_[letter].push_back(&entry);
  }

  // In the order in which they were added.
  const std::vector<const Entry*>& at(char32_t letter) const {
    static const std::vector<const Entry*> none;
    return letter < known_.size() && known_[letter] ? entries_.find(letter)->second : none;
  }

 private:
  std::vector<bool> known_;
  std::unordered_map<char32_t, std::vector<const Entry*>> entries_;
};

}  // namespace dateline::indexer::speech
