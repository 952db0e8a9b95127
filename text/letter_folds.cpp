#include "text/letter_folds.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

// Marks join what is before them; apostrophes and gershayim go between some letters.
bool depends_on_others(char32_t c) {
  const CharacterClass kind = character_class(static_cast<std::int32_t>(c));
  return is_mark(c) || kind == CharacterClass::apostrophe || kind == CharacterClass::gershayim;
}

bool has_marks(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_mark(next_code_point(text, at))) return true;
  return false;
}

}  // namespace

LetterFolds::Letter LetterFolds::find_out(char32_t code_point) const {
  Letter letter{{}, depends};
  if (depends_on_others(code_point)) return letter;
  std::string written;
  append(written, code_point);
  const std::string folded = fold_(written);
  if (folded.size() > sizeof letter.bytes || has_marks(folded)) return letter;
  std::copy(folded.begin(), folded.end(), letter.bytes);
  letter.size = static_cast<std::uint8_t>(folded.size());
  return letter;
}

// Of threads that find out the same at the same time the first is right for all.
const LetterFolds::Block* LetterFolds::find_out_block(std::size_t block) {
  auto own = std::make_unique<Block>();
  for (std::size_t at = 0; at < block_size; ++at) (*own)[at] = find_out(static_cast<char32_t>(block * block_size + at));
  const Block* first = nullptr;
  if (known_[block].compare_exchange_strong(first, own.get(), std::memory_order_acq_rel)) first = own.release();
  return first;
}

bool LetterFolds::fold(std::string_view text, std::string& folded) {
  folded.resize(text.size() * sizeof(Letter::bytes));
  char* end = folded.data();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= block_size * blocks) return false;
    const Letter& one = letter(c);
    if (one.size == depends) return false;
    std::memcpy(end, one.bytes, sizeof one.bytes);  // as many each time: the next letter covers what is too much
    end += one.size;
  }
  folded.resize(static_cast<std::size_t>(end - folded.data()));
  return true;
}

}  // namespace dateline::text
