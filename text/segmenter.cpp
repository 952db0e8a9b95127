#include "text/segmenter.hpp"

#include <array>

namespace dateline::text {
namespace {

// Bounds the look-ahead; longer chains of single letters are no abbreviation.
constexpr int kMostAcronymLetters = 8;

using InPlainWord = detail::InPlainWord;

constexpr InPlainWord in_plain_word(CharacterClass kind) {
  switch (kind) {
    case CharacterClass::letter:
    case CharacterClass::cyrillic:
      return InPlainWord::letter;
    case CharacterClass::other:
    case CharacterClass::gershayim:
    case CharacterClass::dot:
    case CharacterClass::comma:
      return InPlainWord::end;
    default:
      return InPlainWord::depends;
  }
}

constexpr std::array<InPlainWord, 0x100> kBytes = [] {
  std::array<InPlainWord, 0x100> bytes{};
  bytes.fill(InPlainWord::longer);
  for (std::size_t c = 0; c < detail::kAsciiClasses.size(); ++c) bytes[c] = in_plain_word(detail::kAsciiClasses[c]);
  return bytes;
}();

InPlainWord in_plain_word(char byte) { return kBytes[static_cast<unsigned char>(byte)]; }

bool is_ascii_letter(char c) { return in_plain_word(c) == InPlainWord::letter; }

bool joins_over_apostrophe(CharacterClass before, CharacterClass after) {
  return before == after && (before == CharacterClass::cyrillic || before == CharacterClass::hebrew);
}

}  // namespace

std::size_t Segmenter::skip_extending(std::size_t offset) const {
  for (Character character = at(offset); character.kind == CharacterClass::extend; character = at(offset))
    offset = character.end;
  return offset;
}

bool Segmenter::next(Segment& segment) {
  while (next_ < text_.size()) {
    if (in_plain_word(text_[next_]) == InPlainWord::end) {
      ++next_;
      continue;
    }
    if (read_plain_word(segment)) return true;
    const Character character = at(next_);
    segment = Segment{};
    segment.begin = next_;
    if (is_undivided(character.kind)) {
      segment.script = character.kind;
      read_character(segment);
      return true;
    }
    if (is_word_character(character.kind)) {
      read_word(segment);
      return true;
    }
    next_ = character.end;
  }
  return false;
}

void Segmenter::read_character(Segment& segment) {
  segment.kind = Segment::Kind::character;
  next_ = at(next_).end;
  while (next_ < text_.size()) {
    std::size_t end = next_;
    const auto code_point = static_cast<std::int32_t>(next_code_point(text_, end));
    if (!continues_cluster(code_point) && at(next_).kind != CharacterClass::extend) break;
    next_ = end;
  }
  segment.end = next_;
}

// Whether the punctuation `character` behind a letter or digit of class `before` stays inside the word.
bool Segmenter::continues_word(CharacterClass before, const Character& character) const {
  if (character.kind == CharacterClass::other) return false;  // a blank, mostly
  const CharacterClass after = at(character.end).kind;
  switch (character.kind) {
    case CharacterClass::apostrophe:
      return joins_over_apostrophe(before, after);
    case CharacterClass::gershayim:
      return before == CharacterClass::hebrew && after == CharacterClass::hebrew;
    case CharacterClass::dot:
    case CharacterClass::comma:
      return before == CharacterClass::digit && after == CharacterClass::digit;
    default:
      return false;
  }
}

// Moves `offset` behind the letters there that may be part of a plain word, and tells what follows.
detail::InPlainWord Segmenter::skip_plain_letters(std::size_t& offset) const {
  for (;;) {
    const Character character = at(offset);
    const InPlainWord part = in_plain_word(character.kind);
    if (part != InPlainWord::letter) return part;
    offset = character.end;
  }
}

bool Segmenter::is_single(std::size_t begin, std::size_t end) const {
  constexpr std::size_t most_bytes = 4;  // of one character
  return end - begin <= 1 || (end - begin <= most_bytes && at(begin).end >= end);
}

// Most words of most texts are plain, and found without rules.
bool Segmenter::read_plain_word(Segment& segment) {
  std::size_t end = next_;
  while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
  InPlainWord after = end < text_.size() ? in_plain_word(text_[end]) : InPlainWord::end;
  if (after == InPlainWord::longer) after = skip_plain_letters(end);
  if (after == InPlainWord::depends || is_single(next_, end)) return false;
  segment = Segment{};
  segment.begin = next_;
  segment.end = next_ = end;
  return true;
}

void Segmenter::read_word(Segment& segment) {
  if (const std::size_t end = acronym_end(next_); end != 0) {
    segment.kind = Segment::Kind::acronym;
    segment.end = next_ = end;
    skip_possessive();
    return;
  }
  CharacterClass before = CharacterClass::other;
  for (Character character = at(next_);; character = at(next_)) {
    const bool is_part = is_word_character(character.kind) || character.kind == CharacterClass::extend;
    if (!is_part && (next_ >= text_.size() || !continues_word(before, character))) break;
    if (is_word_character(character.kind)) before = character.kind;
    if (character.kind == CharacterClass::hangul) segment.script = CharacterClass::hangul;
    if (character.kind == CharacterClass::digit) segment.has_digit = true;
    next_ = character.end;
  }
  segment.end = next_;
  skip_possessive();
}

// The end of "U.S" or "т.д" that begins here, without its last dot; 0 when this is no such thing.
std::size_t Segmenter::acronym_end(std::size_t begin) const {
  if (begin + 1 < text_.size() && is_ascii_letter(text_[begin]) && is_ascii_letter(text_[begin + 1])) return 0;
  std::size_t end = 0;
  for (int letters = 0; letters < kMostAcronymLetters; ++letters) {
    const Character letter = at(begin);
    if (!is_word_letter(letter.kind)) return letters > 1 ? end : 0;  // the dot before was the last
    const std::size_t behind = skip_extending(letter.end);
    const Character follower = at(behind);
    if (is_word_character(follower.kind)) return 0;
    end = behind;
    if (follower.kind != CharacterClass::dot) return letters > 0 ? end : 0;
    begin = follower.end;
  }
  return 0;
}

// Russia's is russia: the 's is no word of its own.
void Segmenter::skip_possessive() {
  const Character apostrophe = at(next_);
  if (apostrophe.kind != CharacterClass::apostrophe || apostrophe.end >= text_.size()) return;
  const char letter = text_[apostrophe.end];
  if (letter != 's' && letter != 'S') return;
  const Character after = at(apostrophe.end + 1);
  if (is_word_character(after.kind) || after.kind == CharacterClass::extend) return;
  if (after.kind == CharacterClass::apostrophe && is_word_character(at(after.end).kind)) return;
  next_ = apostrophe.end + 1;
}

}  // namespace dateline::text
