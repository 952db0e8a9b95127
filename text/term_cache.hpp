// What each word seen became. News repeats itself: nineteen words in twenty are found here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/string_arena.hpp"

namespace dateline::text {

struct Terms {
  std::string_view exact, stem, prefix;
  std::uint32_t number = 0;  // of the word, with these rules, among all that were seen
};

class TermCache {
 public:
  // Null when the word was not seen with these rules (a language or a kind of term, any number). Valid until add().
  const Terms* find(std::string_view word, std::uint32_t rules) const {
    const Slot& found = slots_[slot(word, rules, hash_of(word, rules))];
    return found.entry != 0 ? &terms_[found.entry - 1] : nullptr;
  }
  Terms add(std::string_view word, std::uint32_t rules, std::string_view exact, std::string_view stem,
            std::string_view prefix);
  // Forgets everything once there is too much; only between two texts, because terms are views into it. Whether it did.
  bool trim();

 private:
  // One line of the processor's cache: waiting for the memory is most of a look-up.
  struct alignas(64) Entry {
    std::uint64_t hash = 0;
    std::uint32_t rules = 0;
    std::uint32_t size = 0;  // of the word
    char word[48] = {};      // or, of a longer one, a pointer to it

    bool is(std::string_view other, std::uint32_t other_rules, std::uint64_t other_hash) const;
  };
  // Small, so that the table stays in the cache.
  struct Slot {
    std::uint32_t tag = 0;    // of the entry's hash
    std::uint32_t entry = 0;  // counted from 1; 0: free
  };
  static std::uint64_t hash_of(std::string_view word, std::uint32_t rules);
  // The table is indexed by the low bits.
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  std::size_t slot(std::string_view word, std::uint32_t rules, std::uint64_t hash) const;
  void grow();

  StringArena strings_;
  std::vector<Entry> entries_;
  std::vector<Terms> terms_;                           // of each entry
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // open addressing, a power of two
};

}  // namespace dateline::text
