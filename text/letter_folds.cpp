#include "text/letter_folds.hpp"

#include <unicode/uchar.h>

#include <algorithm>

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

const LetterFolds::Letter& LetterFolds::letter(std::size_t code_point) {
  const std::size_t block = code_point / block_size;
  std::call_once(known_[block], [&] {
    for (std::size_t at = block * block_size; at < (block + 1) * block_size; ++at)
      letters_[at] = find_out(static_cast<char32_t>(at));
  });
  return letters_[code_point];
}

bool LetterFolds::fold(std::string_view text, std::string& folded) {
  folded.clear();
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= letters_.size()) return false;
    const Letter& one = letter(c);
    if (one.size == depends) return false;
    folded.append(one.bytes, one.size);
  }
  return true;
}

}  // namespace dateline::text
