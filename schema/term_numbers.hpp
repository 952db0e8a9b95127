// Terms, numbered as they come: whoever writes a batch of documents spells each term once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/string_arena.hpp"

namespace dateline::schema {

class TermNumbers {
 public:
  TermNumbers() : slots_(std::size_t{1} << 12) {}
  TermNumbers(TermNumbers&&) = default;  // no copies: terms are views of strings_
  TermNumbers& operator=(TermNumbers&&) = default;

  // The number of the term, which is copied when it is new.
  std::uint32_t number(std::string_view term);
  std::size_t size() const { return terms_.size(); }
  std::string_view operator[](std::uint32_t number) const { return terms_[number]; }
  // The numbers in the order of their terms.
  std::vector<std::uint32_t> sorted() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;          // its upper bits: most other terms are told apart by them
    std::uint32_t number_and_1 = 0;  // 0: free
  };

  void grow();

  text::StringArena strings_;
  std::vector<Slot> slots_;
  std::vector<std::string_view> terms_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace dateline::schema
