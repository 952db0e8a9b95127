#include "searcher/suggest/near_words.hpp"

namespace dateline::searcher {
namespace {

std::string encoded(std::u32string_view letters) {
  std::string text;
  for (const char32_t letter : letters) text::append(text, letter);
  return text;
}

// With no edit left only letters of the word itself lead on.
bool spell_next(EditDistance& distance, int most, std::u32string_view letters, char32_t behind) {
  const std::size_t spelt = distance.spelt().size();
  for (auto letter = std::upper_bound(letters.begin(), letters.end(), behind); letter != letters.end(); ++letter) {
    distance.spell(*letter);
    if (distance.least() <= most) return true;
    distance.cut(spelt);
  }
  return false;
}

}  // namespace

std::string next_near_beginning(EditDistance& distance, int most, std::u32string_view letters_of_word) {
  while (!distance.spelt().empty()) {
    const char32_t last = distance.spelt().back();
    distance.cut(distance.spelt().size() - 1);
    if (distance.least() < most) {
      std::u32string beginning = distance.spelt();
      beginning.push_back(last + 1);
      return encoded(beginning);
    }
    if (spell_next(distance, most, letters_of_word, last)) return encoded(distance.spelt());
  }
  return {};
}

}  // namespace dateline::searcher
