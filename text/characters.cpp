#include "text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

#include "text/made_once.hpp"

namespace dateline::text {
namespace {

constexpr std::int32_t kTabulated = 0x10000;

bool is_apostrophe(UChar32 c) {
  switch (c) {
    case 0xB4:
    case 0x2BB:
    case 0x2BC:
    case 0x2BD:
    case 0x2C8:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x1FEF:
    case 0x1FFD:
    case 0x5F3:
    case 0xA78C:
    case 0xFF07:
      return true;
    default:
      return false;
  }
}

bool is_gershayim(UChar32 c) {
  return c == 0x5F4 || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x2033 || c == 0xFF02;
}

CharacterClass undivided_class(UScriptCode script) {
  switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return CharacterClass::east_asian;
    case USCRIPT_THAI:
      return CharacterClass::thai;
    case USCRIPT_LAO:
      return CharacterClass::lao;
    case USCRIPT_KHMER:
      return CharacterClass::khmer;
    case USCRIPT_MYANMAR:
      return CharacterClass::burmese;
    default:
      return CharacterClass::south_east_asian;
  }
}

CharacterClass letter_class(UScriptCode script) {
  switch (script) {
    case USCRIPT_CYRILLIC:
      return CharacterClass::cyrillic;
    case USCRIPT_HEBREW:
      return CharacterClass::hebrew;
    case USCRIPT_HANGUL:
      return CharacterClass::hangul;
    case USCRIPT_HAN:  // 々, which the word rules take for a letter of an alphabet
      return CharacterClass::east_asian;
    default:
      return CharacterClass::letter;
  }
}

bool is_extending(UChar32 c) {
  constexpr std::uint32_t kMask = U_GC_M_MASK | U_GC_CF_MASK;  // leaves out emoji's skin tones
  const std::int32_t property = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  return (property == U_WB_EXTEND || property == U_WB_FORMAT || property == U_WB_ZWJ) &&
         ((U_GET_GC_MASK(c) & kMask) != 0 || c == 0xFF9E || c == 0xFF9F);
}

CharacterClass classify(UChar32 c) {
  if (is_apostrophe(c)) return CharacterClass::apostrophe;
  if (is_gershayim(c)) return CharacterClass::gershayim;
  if (c == 0xFF0E || c == 0x66B) return CharacterClass::dot;
  if (c == 0xFF0C || c == 0x66C) return CharacterClass::comma;
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return CharacterClass::digit;
  if (is_extending(c)) return CharacterClass::extend;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
      return letter_class(script);
    case U_WB_KATAKANA:
      return CharacterClass::east_asian;
    default:  // the word rules leave undivided scripts to dictionaries
      return u_isUAlphabetic(c) ? undivided_class(script) : CharacterClass::other;
  }
}

// Two thirds of the plane are characters alike: asking for each would take a search from the shell some milliseconds.
struct Range {
  std::int32_t first, last;
  CharacterClass kind;
};
constexpr Range kUniform[] = {{0x3400, 0x4DBF, CharacterClass::east_asian},  // Han
                              {0x4E00, 0x9FFF, CharacterClass::east_asian},
                              {0xAC00, 0xD7A3, CharacterClass::hangul},
                              {0xD800, 0xF8FF, CharacterClass::other}};  // surrogates, private use

// Asked for each character of each text; the properties behind it take ten times as long as this table.
using Table = std::array<CharacterClass, kTabulated>;

std::unique_ptr<const Table> fill_table() {
  auto filled = std::make_unique<Table>();
  const Range* known = std::begin(kUniform);
  for (std::int32_t c = 0; c < kTabulated; ++c) {
    if (known != std::end(kUniform) && c == known->first) {
      std::fill(filled->begin() + c, filled->begin() + known->last + 1, known->kind);
      c = known++->last;
      continue;
    }
    (*filled)[static_cast<std::size_t>(c)] = c < 0x80 ? character_class(c) : classify(c);
  }
  return filled;
}

const Table& table() {
  return *made_once([] { return fill_table(); });
}

}  // namespace

const CharacterClass* detail::basic_classes() { return table().data(); }

CharacterClass detail::class_by_properties(std::int32_t code_point) { return classify(code_point); }

CharacterClass detail::class_beyond_ascii(std::int32_t code_point) {
  if (code_point >= 0 && code_point < kTabulated) return table()[static_cast<std::size_t>(code_point)];
  return classify(code_point);
}

bool detail::continues_cluster_by_properties(std::int32_t code_point) {
  switch (u_getIntPropertyValue(code_point, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_ZWJ:
    case U_GCB_SPACING_MARK:
    case U_GCB_V:
    case U_GCB_T:
      return true;
    default:
      return false;
  }
}

}  // namespace dateline::text
