#include "text/stemmers/before_snowball.hpp"

#include "text/stemmers/affixes.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

constexpr Affix kPortuguesePlurals[] = {{"ões", 2, "ão"}, {"ães", 2, "ão"}, {"ções", 1, "ção"}, {"coes", 2, "cao"}};

constexpr char32_t kAnusvara = 0x902, kVirama = 0x94D;

// Of the five rows of five consonants from क on: in which row it stands; else -1.
int row_of(char32_t consonant) {
  if (consonant < 0x915 || consonant > 0x92E || consonant == 0x929) return -1;
  return static_cast<int>(consonant > 0x929 ? consonant - 0x916 : consonant - 0x915) / 5;
}

bool is_nasal(char32_t consonant) {
  return consonant == 0x919 || consonant == 0x91E || consonant == 0x923 || consonant == 0x928 || consonant == 0x92E;
}

// A nasal before a consonant of its row is written out or as a dot, as the writer likes: हिन्दी, हिंदी.
void write_nasals_as_dots(std::string& word) {
  std::string dotted;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_code_point(word, at);
    std::size_t end = at;
    if (is_nasal(letter) && end < word.size() && next_code_point(word, end) == kVirama && end < word.size()) {
      std::size_t behind = end;
      const char32_t next = next_code_point(word, behind);
      if (row_of(next) == row_of(letter) && !is_nasal(next)) {
        append(dotted, kAnusvara);
        at = end;
        continue;
      }
    }
    dotted.append(word, begin, at - begin);
  }
  word = std::move(dotted);
}

// Mueller is Müller where a keyboard had no umlauts. Behind a vowel or q the e is a letter of its own: neue, Quelle.
void write_umlauts(std::string& word) {
  constexpr std::string_view kNoUmlautBehind = "aeiouyq";
  std::string mended;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char letter = word[at];
    const bool is_umlaut = (letter == 'a' || letter == 'o' || letter == 'u') && at + 1 < word.size() &&
                           word[at + 1] == 'e' &&
                           (at == 0 || kNoUmlautBehind.find(word[at - 1]) == std::string_view::npos);
    if (!is_umlaut) {
      mended += letter;
      continue;
    }
    mended += letter == 'a' ? "ä" : letter == 'o' ? "ö" : "ü";
    ++at;
  }
  word = std::move(mended);
}

}  // namespace

void mend_before_snowball(std::string& word, std::string_view language) {
  if (language == "pt") replace_ending(word, kPortuguesePlurals);
  if (language == "de") write_umlauts(word);
  if (language == "hi") write_nasals_as_dots(word);
}

}  // namespace dateline::text
