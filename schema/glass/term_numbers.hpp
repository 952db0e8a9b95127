// The terms of a batch, numbered as they come. Views: the bytes are the batch's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::schema::glass {

class TermNumbers {
 public:
  TermNumbers() : slots_(std::size_t{1} << 16) {}

  std::uint32_t number(std::string_view term);
  const std::vector<std::string_view>& terms() const { return terms_; }
  // The numbers in the order of their terms.
  std::vector<std::uint32_t> sorted() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;          // its upper bits: most other terms are told apart by them
    std::uint32_t number_and_1 = 0;  // 0: free
  };

  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string_view> terms_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace dateline::schema::glass
