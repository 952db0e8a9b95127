// Which letters a text is written with, and what they alone say about its language.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::text {

enum class Script : std::uint8_t {
  latin,
  cyrillic,
  arabic,
  devanagari,
  han,
  kana,  // shared by languages, or read together
  greek,
  hangul,
  thai,
  lao,
  khmer,
  burmese,
  georgian,
  armenian,
  hebrew,
  tamil,
  telugu,
  kannada,
  malayalam,
  gujarati,
  gurmukhi,
  sinhala,
  odia,
  tibetan,  // of one language in news
  other
};

// Letters by script, and the telling letters among them. Web addresses and @handles are not counted.
struct ScriptEvidence {
  std::uint32_t letters = 0;
  std::uint32_t by_script[static_cast<int>(Script::other) + 1] = {};
  // Cyrillic
  std::uint32_t ukrainian = 0;         // ї є ґ
  std::uint32_t dotted_i = 0;          // і, also Belarusian and Kazakh
  std::uint32_t belarusian = 0;        // ў
  std::uint32_t russian = 0;           // ы э ё, also Belarusian and Mongolian
  std::uint32_t serbian = 0;           // ђ ћ
  std::uint32_t macedonian = 0;        // ѓ ќ ѕ
  std::uint32_t kazakh = 0;            // ұ қ ә
  std::uint32_t foreign_cyrillic = 0;  // any letter that Russian lacks
  // Arabic
  std::uint32_t persian = 0;         // پ چ ژ گ ی ک
  std::uint32_t urdu = 0;            // ٹ ڈ ڑ ے ں ہ
  std::uint32_t foreign_arabic = 0;  // letters of Pashto, Kurdish, Sindhi, Uyghur
  std::uint32_t yiddish = 0;         // ײ װ ױ

  std::uint32_t count(Script script) const { return by_script[static_cast<int>(script)]; }
  ScriptEvidence& operator+=(const ScriptEvidence& other);
};

ScriptEvidence read_scripts(std::string_view text);

// The script of most letters; Han and Kana together are one.
Script main_script(const ScriptEvidence& evidence);

// The language that the letters decide; empty when they do not.
std::string_view language_by_letters(const ScriptEvidence& evidence);

}  // namespace dateline::text
