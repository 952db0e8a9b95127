#include "text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>

#include "text/characters.hpp"
#include "text/letter_folds.hpp"
#include "text/made_once.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

// The steps, in this order:
//
// 1 apostrophes   Every form becomes '. First, because compatibility normalisation would take U+00B4 apart into a
//                 blank and a mark. Between two Cyrillic or two Hebrew letters it is no boundary and goes (п'ять,
//                 צ'כיה), as do Hebrew gershayim (צה"ל): while the neighbours are still what was written.
// 2 NFKC_Casefold Case, full width, ligatures, presentation forms; removes ZWNJ, ZWJ, soft hyphens, variation
//                 selectors. Before decomposing, because it composes.
// 3 NFD           So that a letter and its mark are two things, however they were written.
// 4 marks         Dropped or kept by the letter they stand on.
// 5 letters       One fixed map, on bare letters: after the marks, so that ǿ is o like ø.
// 6 NFC           Marks that stayed are composed again: й is one letter, Korean is syllables.

constexpr std::size_t kMostBytes = std::size_t{1} << 29;  // ICU counts in 32 bits

constexpr UChar32 kHook = 0x309, kDotBelow = 0x323, kHorn = 0x31B, kCircumflex = 0x302, kBreve = 0x306;
constexpr UChar32 kGrave = 0x300, kAcute = 0x301, kTilde = 0x303;

bool in(UChar32 c, UChar32 first, UChar32 last) { return c >= first && c <= last; }

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

// Marks that readers of these scripts treat as optional wherever they stand.
bool is_always_optional(UChar32 mark) {
  return in(mark, 0x591, 0x5C7) ||                            // Hebrew points and accents
         in(mark, 0x483, 0x487) ||                            // Old Cyrillic
         in(mark, 0x610, 0x61A) || in(mark, 0x64B, 0x65F) ||  // Arabic vowels, hamza and madda above letters
         mark == 0x670 || in(mark, 0x6D6, 0x6ED) || in(mark, 0x8D3, 0x8FF) || mark == 0x93C ||  // Devanagari nukta
         in(mark, 0x20D0, 0x20FF);  // enclosing keycaps and circles
}

bool is_generic(UChar32 mark) { return in(mark, 0x300, 0x36F) || in(mark, 0x1AB0, 0x1AFF) || in(mark, 0x1DC0, 0x1DFF); }

// Vietnamese tones distinguish words (decision: they stay), but the folding must not ask for the language. So the
// marks that only Vietnamese (and Yoruba, Igbo) put on a vowel stay: hook above, dot below, horn, and a tone over
// a circumflex, breve or horn. The limit: à á ã è é ì í ò ó õ ù ú ý ă â ê ô alone are also French, Portuguese or
// Romanian and fold, so ma, má and mà are one.
bool is_vietnamese(UChar32 base, const UChar32* marks, std::size_t count) {
  if (base != 'a' && base != 'e' && base != 'i' && base != 'o' && base != 'u' && base != 'y') return false;
  const auto has = [&](UChar32 mark) { return std::find(marks, marks + count, mark) != marks + count; };
  if (has(kHook) || has(kDotBelow) || has(kHorn)) return true;
  return (has(kCircumflex) || has(kBreve)) && (has(kGrave) || has(kAcute) || has(kTilde));
}

bool is_vietnamese_mark(UChar32 mark) {
  return mark == kHook || mark == kDotBelow || mark == kHorn || mark == kCircumflex || mark == kBreve ||
         mark == kGrave || mark == kAcute || mark == kTilde;
}

bool keeps_mark(UChar32 base, UScriptCode script, UChar32 mark, bool vietnamese) {
  if (is_always_optional(mark)) return false;
  if (!is_generic(mark)) return true;  // the vowel signs of Indic, Thai and the like are no decoration
  if (script == USCRIPT_LATIN) return vietnamese && is_vietnamese_mark(mark);
  if (script == USCRIPT_CYRILLIC) return base == 0x438 && mark == kBreve;  // й is a letter, not an и with a mark
  return script != USCRIPT_GREEK;
}

void append_letter(icu::UnicodeString& out, UChar32 c) {
  switch (c) {
    case 0x131:
      out.append(u'i');
      return;  // ı
    case 0x142:
      out.append(u'l');
      return;  // ł
    case 0xF8:
      out.append(u'o');
      return;  // ø
    case 0x111:
    case 0xF0:
      out.append(u'd');
      return;  // đ ð
    case 0xFE:
      out.append(u't').append(u'h');
      return;  // þ
    case 0x127:
      out.append(u'h');
      return;  // ħ
    case 0x167:
      out.append(u't');
      return;  // ŧ
    case 0xE6:
      out.append(u'a').append(u'e');
      return;  // æ
    case 0x153:
      out.append(u'o').append(u'e');
      return;  // œ
    case 0x2BE:
    case 0x2BF:
    case 0x2B9:
    case 0x2BA:
      return;  // ʾ ʿ ʹ ʺ of romanisations: Saʿud
    case 0x491:
      out.append(UChar32{0x433});
      return;  // ґ, spelt г in half of all texts
    case 0x640:
      return;  // Arabic tatweel
    case 0x649:
    case 0x6CC:
      out.append(UChar32{0x64A});
      return;  // ى Persian ی -> ي
    case 0x629:
    case 0x6C1:
    case 0x6D5:
      out.append(UChar32{0x647});
      return;  // ة Urdu ہ Kurdish ە -> ه
    case 0x671:
      out.append(UChar32{0x627});
      return;  // ٱ -> ا (the other alefs lost their marks)
    case 0x6A9:
      out.append(UChar32{0x643});
      return;  // Persian ک -> ك
    case 0x66B:
      out.append(u'.');
      return;  // Arabic decimal and thousands separators
    case 0x66C:
      out.append(u',');
      return;
    case 0x901:
      out.append(UChar32{0x902});
      return;  // Devanagari chandrabindu -> anusvara
    default:
      break;
  }
  if (character_class(c) == CharacterClass::apostrophe)
    out.append(u'\'');  // those that came out of compatibility characters
  else if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER)
    out.append(static_cast<char16_t>(u'0' + u_charDigitValue(c)));
  else
    out.append(c);
}

bool same_inner_script(CharacterClass left, CharacterClass right) {
  return left == right && (left == CharacterClass::cyrillic || left == CharacterClass::hebrew);
}

icu::UnicodeString fold_apostrophes(const icu::UnicodeString& text) {
  icu::UnicodeString out(text.length(), 0, 0);
  CharacterClass before = CharacterClass::other;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const CharacterClass here = character_class(c);
    if (here == CharacterClass::apostrophe || here == CharacterClass::gershayim) {
      const std::int32_t next = text.moveIndex32(at, 1);
      const CharacterClass after = next < text.length() ? character_class(text.char32At(next)) : CharacterClass::other;
      const bool inner =
          same_inner_script(before, after) && (here == CharacterClass::apostrophe || before == CharacterClass::hebrew);
      if (!inner) out.append(here == CharacterClass::apostrophe ? UChar32{'\''} : c);
      if (inner) continue;
    } else {
      out.append(c);
    }
    if (here != CharacterClass::extend) before = here;
  }
  return out;
}

icu::UnicodeString fold_marks_and_letters(const icu::UnicodeString& decomposed) {
  constexpr std::size_t kMarksSeen = 8;  // enough to know Vietnamese; a longer pile of marks is no writing
  icu::UnicodeString out(decomposed.length(), 0, 0);
  UChar32 base = 0;
  UScriptCode script = USCRIPT_COMMON;
  bool vietnamese = false;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = decomposed.char32At(at);
    if (is_mark(c)) {
      if (keeps_mark(base, script, c, vietnamese)) append_letter(out, c);
      continue;
    }
    const std::int32_t before = out.length();
    append_letter(out, c);
    if (out.length() == before) continue;  // a mark behind tatweel belongs to the letter before it
    base = c;
    UErrorCode status = U_ZERO_ERROR;
    script = uscript_getScript(c, &status);
    UChar32 marks[kMarksSeen];
    std::size_t count = 0;
    for (std::int32_t next = decomposed.moveIndex32(at, 1); count < kMarksSeen && next < decomposed.length();
         next = decomposed.moveIndex32(next, 1)) {
      const UChar32 mark = decomposed.char32At(next);
      if (!is_mark(mark)) break;
      marks[count++] = mark;
    }
    vietnamese = count > 0 && script == USCRIPT_LATIN && is_vietnamese(base, marks, count);
  }
  return out;
}

struct Normalizers {
  const icu::Normalizer2* casefold = nullptr;
  const icu::Normalizer2* nfd = nullptr;
  const icu::Normalizer2* nfc = nullptr;
};

Normalizers find_normalizers() {
  UErrorCode status = U_ZERO_ERROR;
  const Normalizers found{icu::Normalizer2::getNFKCCasefoldInstance(status), icu::Normalizer2::getNFDInstance(status),
                          icu::Normalizer2::getNFCInstance(status)};
  assert(U_SUCCESS(status));
  return found;
}

const Normalizers& normalizers() {
  return made_once([] { return find_normalizers(); });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_ascii(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '`') c = '\'';
  }
  return folded;
}

std::string fold_unicode(std::string_view text) {
  text = text.substr(0, kMostBytes);
  const Normalizers& normalize = normalizers();
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = fold_apostrophes(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))));
  folded = normalize.casefold->normalize(folded, status);
  folded = normalize.nfd->normalize(folded, status);
  folded = fold_marks_and_letters(folded);
  folded = normalize.nfc->normalize(folded, status);
  std::string utf8;
  folded.toUTF8String(utf8);
  return utf8;
}

bool is_ascii_letter_or_digit(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool belongs_to_word(char32_t c) {
  constexpr std::uint32_t kMask = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kMask) != 0;
}

}  // namespace

std::string fold(std::string_view text) {
  static constinit LetterFolds letters(fold_unicode);
  if (is_ascii(text)) return fold_ascii(text);
  std::string folded;
  return letters.fold(text, folded) ? folded : fold_unicode(text);
}

std::string folded_words(std::string_view text, char separator) {
  const std::string folded = fold(text);
  std::string words;
  words.reserve(folded.size());
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    // a run of ASCII needs no table of categories
    while (at < folded.size() && is_ascii_letter_or_digit(static_cast<unsigned char>(folded[at]))) ++at;
    if (at == start && !belongs_to_word(next_code_point(folded, at))) {
      gap = true;
      continue;
    }
    if (gap && !words.empty()) words += separator;
    gap = false;
    words.append(folded, start, at - start);
  }
  return words;
}

}  // namespace dateline::text
