#include "text/script_evidence.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace dateline::text {
namespace {

Script script_of(UScriptCode code) {
  switch (code) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_ARABIC:
      return Script::arabic;
    case USCRIPT_DEVANAGARI:
      return Script::devanagari;
    case USCRIPT_HAN:
      return Script::han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kana;
    case USCRIPT_GREEK:
      return Script::greek;
    case USCRIPT_HANGUL:
      return Script::hangul;
    case USCRIPT_THAI:
      return Script::thai;
    case USCRIPT_LAO:
      return Script::lao;
    case USCRIPT_KHMER:
      return Script::khmer;
    case USCRIPT_MYANMAR:
      return Script::burmese;
    case USCRIPT_GEORGIAN:
      return Script::georgian;
    case USCRIPT_ARMENIAN:
      return Script::armenian;
    case USCRIPT_HEBREW:
      return Script::hebrew;
    case USCRIPT_TAMIL:
      return Script::tamil;
    case USCRIPT_TELUGU:
      return Script::telugu;
    case USCRIPT_KANNADA:
      return Script::kannada;
    case USCRIPT_MALAYALAM:
      return Script::malayalam;
    case USCRIPT_GUJARATI:
      return Script::gujarati;
    case USCRIPT_GURMUKHI:
      return Script::gurmukhi;
    case USCRIPT_SINHALA:
      return Script::sinhala;
    case USCRIPT_ORIYA:
      return Script::odia;
    case USCRIPT_TIBETAN:
      return Script::tibetan;
    default:
      return Script::other;
  }
}

std::string_view only_language(Script script) {
  switch (script) {
    case Script::greek:
      return "el";
    case Script::hangul:
      return "ko";
    case Script::thai:
      return "th";
    case Script::lao:
      return "lo";
    case Script::khmer:
      return "km";
    case Script::burmese:
      return "my";
    case Script::georgian:
      return "ka";
    case Script::armenian:
      return "hy";
    case Script::tamil:
      return "ta";
    case Script::telugu:
      return "te";
    case Script::kannada:
      return "kn";
    case Script::malayalam:
      return "ml";
    case Script::gujarati:
      return "gu";
    case Script::gurmukhi:
      return "pa";
    case Script::sinhala:
      return "si";
    case Script::odia:
      return "or";
    case Script::tibetan:
      return "bo";
    default:
      return {};
  }
}

bool contains(std::u32string_view letters, char32_t c) { return letters.find(c) != std::u32string_view::npos; }

void count_cyrillic(ScriptEvidence& evidence, char32_t c) {
  if (contains(U"їєґЇЄҐ", c))
    ++evidence.ukrainian;
  else if (contains(U"іІ", c))
    ++evidence.dotted_i;
  else if (contains(U"ўЎ", c))
    ++evidence.belarusian;
  else if (contains(U"ыэёЫЭЁ", c))
    ++evidence.russian;
  else if (contains(U"ђћЂЋ", c))
    ++evidence.serbian;
  else if (contains(U"ѓќѕЃЌЅ", c))
    ++evidence.macedonian;
  else if (contains(U"ұқәҰҚӘ", c))
    ++evidence.kazakh;
  const bool in_russian_alphabet = (c >= U'А' && c <= U'я') || c == U'ё' || c == U'Ё';
  if (!in_russian_alphabet) ++evidence.foreign_cyrillic;
}

void count_arabic(ScriptEvidence& evidence, char32_t c) {
  if (contains(U"ٹڈڑےںہ", c))
    ++evidence.urdu;
  else if (contains(U"پچژگیک", c))
    ++evidence.persian;
  else if (contains(U"ټډړښځڅېۍګڼەڕڵێۆڤڄڃٻڀٿڪۇۈۋڭ", c))
    ++evidence.foreign_arabic;
}

void count_letter(ScriptEvidence& evidence, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const Script script = script_of(uscript_getScript(static_cast<UChar32>(c), &status));
  ++evidence.letters;
  ++evidence.by_script[static_cast<int>(script)];
  if (script == Script::cyrillic) count_cyrillic(evidence, c);
  if (script == Script::arabic) count_arabic(evidence, c);
  if (script == Script::hebrew && contains(U"ײװױ", c)) ++evidence.yiddish;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The end of the address or handle that begins at `at`; `at` when there is none.
std::size_t address_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 8);
  const bool begins = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") ||
                      (rest.starts_with('@') && rest.size() > 1 && is_ascii_letter(rest[1]));
  if (!begins) return at;
  while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ' && static_cast<unsigned char>(text[at]) < 0x80)
    ++at;
  return at;
}

std::string_view cyrillic_language(const ScriptEvidence& e) {
  const std::uint32_t letters = e.count(Script::cyrillic);
  const auto is_frequent = [letters](std::uint32_t count) { return count * 100 >= letters; };  // at least 1 %
  if (e.belarusian > 0 && e.dotted_i > 0 && is_frequent(e.belarusian + e.dotted_i) && e.ukrainian <= e.belarusian)
    return "be";
  if (e.ukrainian > 0 && is_frequent(e.ukrainian + e.dotted_i) && e.russian * 4 <= e.ukrainian + e.dotted_i)
    return "uk";
  if (e.serbian > 0 && is_frequent(e.serbian) && e.macedonian == 0) return "sr";
  if (e.macedonian > 0 && e.serbian == 0 && e.russian == 0) return "mk";
  if (e.kazakh > 0 && e.kazakh * 50 >= letters && e.dotted_i > 0) return "kk";
  if (e.russian > 0 && is_frequent(e.russian) && !is_frequent(e.foreign_cyrillic)) return "ru";
  return {};
}

std::string_view arabic_language(const ScriptEvidence& e) {
  const std::uint32_t letters = e.count(Script::arabic);
  if (e.foreign_arabic * 50 >= letters) return {};  // Pashto, Kurdish, Sindhi, Uyghur: for the n-grams
  if (e.urdu * 50 >= letters) return "ur";
  if (e.persian * 50 >= letters) return "fa";
  return "ar";
}

}  // namespace

ScriptEvidence& ScriptEvidence::operator+=(const ScriptEvidence& other) {
  static constexpr std::uint32_t ScriptEvidence::*counts[] = {
      &ScriptEvidence::letters,    &ScriptEvidence::ukrainian, &ScriptEvidence::dotted_i,
      &ScriptEvidence::belarusian, &ScriptEvidence::russian,   &ScriptEvidence::serbian,
      &ScriptEvidence::macedonian, &ScriptEvidence::kazakh,    &ScriptEvidence::foreign_cyrillic,
      &ScriptEvidence::persian,    &ScriptEvidence::urdu,      &ScriptEvidence::foreign_arabic,
      &ScriptEvidence::yiddish};
  for (const auto count : counts) this->*count += other.*count;
  for (std::size_t i = 0; i < std::size(by_script); ++i) by_script[i] += other.by_script[i];
  return *this;
}

ScriptEvidence read_scripts(std::string_view text) {
  ScriptEvidence evidence;
  std::uint32_t ascii_letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) >= 0x80) {
      if (const char32_t c = next_code_point(text, at); u_isalpha(static_cast<UChar32>(c))) count_letter(evidence, c);
      continue;
    }
    const bool may_begin_address = byte == 'h' || byte == 'w' || byte == '@';
    if (may_begin_address && (at == 0 || static_cast<unsigned char>(text[at - 1]) <= ' ')) {
      if (const std::size_t end = address_end(text, at); end != at) {
        at = end;
        continue;
      }
    }
    ascii_letters += is_ascii_letter(byte) ? 1 : 0;
    ++at;
  }
  evidence.letters += ascii_letters;
  evidence.by_script[static_cast<int>(Script::latin)] += ascii_letters;
  return evidence;
}

Script main_script(const ScriptEvidence& evidence) {
  const auto* first = std::begin(evidence.by_script);
  const auto main = static_cast<Script>(std::max_element(first, std::end(evidence.by_script)) - first);
  const std::uint32_t east_asian = evidence.count(Script::han) + evidence.count(Script::kana);
  return east_asian > evidence.by_script[static_cast<int>(main)] || main == Script::kana ? Script::han : main;
}

std::string_view language_by_letters(const ScriptEvidence& evidence) {
  if (evidence.letters == 0) return {};
  const Script script = main_script(evidence);
  switch (script) {
    case Script::cyrillic:
      return cyrillic_language(evidence);
    case Script::arabic:
      return arabic_language(evidence);
    case Script::hebrew:
      return evidence.yiddish * 100 >= evidence.count(Script::hebrew) ? "yi" : "he";
    // A Chinese text may name a Japanese thing, but no Japanese sentence does with one Kana in twenty.
    case Script::han:
      return evidence.count(Script::kana) * 20 >= evidence.count(Script::han) ? "ja" : "zh";
    default:
      return only_language(script);
  }
}

}  // namespace dateline::text
