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
  // A word with rules: a language or a kind of term, any number.
  struct Key {
    Key(std::string_view text, std::uint32_t number) : word(text), rules(number), hash(hash_of(text, number)) {}
    std::string_view word;
    std::uint32_t rules;
    std::uint64_t hash;
  };

  // A look-up waits for the memory, twice. Who has many words asks for the first of all of them, then for the second,
  // and then for what they became: the waits go by together.
  void await_slot(const Key& key) const { __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]); }
  void await_entry(const Key& key) const {
    const std::uint32_t entry = slots_[key.hash & (slots_.size() - 1)].entry;
    if (entry == 0) return;
    __builtin_prefetch(&entries_[entry - 1]);
    __builtin_prefetch(&terms_[entry - 1]);
  }

  // Null when the word was not seen with these rules. Valid until add().
  const Terms* find(const Key& key) const {
    const Slot& found = slots_[slot(key)];
    return found.entry != 0 ? &terms_[found.entry - 1] : nullptr;
  }
  Terms add(const Key& key, std::string_view exact, std::string_view stem, std::string_view prefix);
  // Forgets everything once there is too much; only between two texts, because terms are views into it. Whether it did.
  bool trim();

 private:
  // One line of the processor's cache: waiting for the memory is most of a look-up.
  struct alignas(64) Entry {
    std::uint64_t hash = 0;
    std::uint32_t rules = 0;
    std::uint32_t size = 0;  // of the word
    char word[48] = {};      // or, of a longer one, a pointer to it

    bool is(const Key& key) const;
  };
  // Small, so that the table stays in the cache.
  struct Slot {
    std::uint32_t tag = 0;    // of the entry's hash
    std::uint32_t entry = 0;  // counted from 1; 0: free
  };
  static std::uint64_t hash_of(std::string_view word, std::uint32_t rules);
  // The table is indexed by the low bits.
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  std::size_t slot(const Key& key) const;
  void grow();

  StringArena strings_;
  std::vector<Entry> entries_;
  std::vector<Terms> terms_;                           // of each entry
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // open addressing, a power of two
};

}  // namespace dateline::text
