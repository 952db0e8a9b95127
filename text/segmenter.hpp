// Where words begin and end in the text: UAX #29's word rules, with every join at punctuation decided here. Written
// out instead of taken from ICU's rule tables because those differ between ICU's versions, and an archive's terms must
// not.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::text {

struct Segment {
  enum class Kind : unsigned char {
    word,
    acronym,   // single letters divided by dots: the dots are no part of the term
    character  // one grapheme cluster of an undivided script
  };
  std::size_t begin = 0, end = 0;
  Kind kind = Kind::word;
  CharacterClass script = CharacterClass::other;  // of a character; hangul when any letter of a word is
  bool has_digit = false;
};

namespace detail {

// What a character is to a plain word: two or more letters that nothing but itself decides about.
enum class InPlainWord : unsigned char {
  letter,
  end,      // dots and commas join digits only, double quotes only Hebrew letters
  depends,  // on what is around it, or makes the word another kind
  longer    // of a byte: it is part of a character that tells
};

}  // namespace detail

// One pass over a text; every byte is looked at a bounded number of times. Any bytes are safe.
class Segmenter {
 public:
  explicit Segmenter(std::string_view text) : text_(text) {}
  bool next(Segment& segment);

 private:
  struct Character {
    CharacterClass kind = CharacterClass::other;
    std::size_t end = 0;
  };
  Character at(std::size_t offset) const {
    if (offset >= text_.size()) return {CharacterClass::other, offset};
    const char32_t code_point = next_code_point(text_, offset);
    return {code_point < 0x10000 ? classes_[code_point] : character_class(static_cast<std::int32_t>(code_point)),
            offset};
  }
  std::size_t skip_extending(std::size_t offset) const;
  std::size_t acronym_end(std::size_t begin) const;
  bool continues_word(CharacterClass before, const Character& character) const;
  void read_character(Segment& segment);
  detail::InPlainWord skip_plain_letters(std::size_t& offset) const;
  bool is_single(std::size_t begin, std::size_t end) const;
  bool read_plain_word(Segment& segment);
  void read_word(Segment& segment);
  void skip_possessive();

  std::string_view text_;
  const CharacterClass* classes_ = detail::basic_classes();
  std::size_t next_ = 0;
};

}  // namespace dateline::text
