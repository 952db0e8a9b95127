// What a character does in a word: the part of UAX #29's word rules that we need, by character.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dateline::text {

enum class CharacterClass : std::uint8_t {
  other,   // divides words
  letter,  // of a script that divides words, unless it is one of the next three
  cyrillic,
  hebrew,
  hangul,
  digit,
  extend,  // marks, joiners, soft hyphens: belong to the character before
  apostrophe,
  gershayim,  // double quotes too: inside a Hebrew word they are one
  dot,
  comma,
  east_asian,  // Han and Kana; this and what follows is not divided by blanks
  thai,
  lao,
  khmer,
  burmese,
  south_east_asian,  // other scripts without blanks
};

namespace detail {

constexpr std::array<CharacterClass, 0x80> ascii_classes() {
  std::array<CharacterClass, 0x80> classes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = CharacterClass::letter;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = CharacterClass::digit;
  classes['\''] = classes['`'] = CharacterClass::apostrophe;
  classes['"'] = CharacterClass::gershayim;
  classes['.'] = CharacterClass::dot;
  classes[','] = CharacterClass::comma;
  return classes;
}

inline constexpr std::array<CharacterClass, 0x80> kAsciiClasses = ascii_classes();

CharacterClass class_beyond_ascii(std::int32_t code_point);

// What the table is made from.
CharacterClass class_by_properties(std::int32_t code_point);

// Of U+0000 to U+FFFF, for those who ask for each character of a text.
const CharacterClass* basic_classes();

}  // namespace detail

// Any number is safe.
inline CharacterClass character_class(std::int32_t code_point) {
  if (code_point >= 0 && code_point < 0x80) return detail::kAsciiClasses[static_cast<std::size_t>(code_point)];
  return detail::class_beyond_ascii(code_point);
}

inline bool is_undivided(CharacterClass c) { return c >= CharacterClass::east_asian; }
inline bool is_word_letter(CharacterClass c) { return c >= CharacterClass::letter && c <= CharacterClass::hangul; }
inline bool is_word_character(CharacterClass c) { return is_word_letter(c) || c == CharacterClass::digit; }

namespace detail {
bool continues_cluster_by_properties(std::int32_t code_point);
}

// Whether the character continues the grapheme cluster of the one before (vowel signs of Thai, jamo, marks). Most
// letters of Latin, and all between the voicing marks of Kana and the combining letters of Cyrillic, do not: Han, Kana.
inline bool continues_cluster(std::int32_t code_point) {
  if (code_point < 0x300 || (code_point > 0x309A && code_point < 0xA66F)) return false;
  return detail::continues_cluster_by_properties(code_point);
}

}  // namespace dateline::text
