#include "schema/bitmap.hpp"

#include <bit>

namespace dateline::schema {
namespace {

// Bits behind the last article stay 0, so that counting and comparing need no special case.
void clear_tail(std::vector<std::uint64_t>& words, std::uint32_t size) {
  if (size % 64 != 0) words.back() &= (std::uint64_t{1} << (size % 64)) - 1;
}

}  // namespace

Bitmap::Bitmap(std::uint32_t size, bool value)
    : size_(size), words_((std::size_t{size} + 63) / 64, value ? ~std::uint64_t{0} : 0) {
  clear_tail(words_, size_);
}

// In the instruction for it where the processor has one: without, counting takes longer than reading.
// clang 14 names such functions so that no linker finds them; with the thread sanitizer they are called before it is
// set up.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)
__attribute__((target_clones("popcnt", "default")))
#endif
std::uint32_t
Bitmap::count() const {
  std::uint32_t bits = 0;
  for (const std::uint64_t word : words_) bits += static_cast<std::uint32_t>(std::popcount(word));
  return bits;
}

Bitmap& Bitmap::operator&=(const Bitmap& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  return *this;
}

Bitmap& Bitmap::operator|=(const Bitmap& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

Bitmap& Bitmap::and_not(const Bitmap& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  return *this;
}

void Bitmap::flip() {
  for (std::uint64_t& word : words_) word = ~word;
  clear_tail(words_, size_);
}

}  // namespace dateline::schema
