#include "text/language.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::text {
namespace {

// code, name, stemmer, prefix_family, builds_words, first_class, light_stemmer
constexpr Language kLanguages[] = {
    {"af", "Afrikaans", "", false, true, false},
    {"am", "Amharic", "", false, false, false},
    {"ar", "Arabic", "", false, true, true, stem_arabic},
    {"az", "Azerbaijani", "", true, false, false},
    {"be", "Belarusian", "", true, false, false, stem_belarusian},
    {"bg", "Bulgarian", "", true, false, true, stem_bulgarian},
    {"bn", "Bengali", "", true, false, true},
    {"bs", "Bosnian", "serbian", true, false, false},
    {"ca", "Catalan", "catalan", false, false, false},
    {"cs", "Czech", "", true, false, true, stem_czech},
    {"cy", "Welsh", "", false, false, false},
    {"da", "Danish", "danish", false, true, true},
    {"de", "German", "german", false, true, true},
    {"el", "Greek", "greek", true, false, true},
    {"en", "English", "english", false, false, true},
    {"es", "Spanish", "spanish", false, false, true},
    {"et", "Estonian", "", true, true, false},
    {"eu", "Basque", "basque", true, false, false},
    {"fa", "Persian", "", false, true, true, stem_persian},
    {"fi", "Finnish", "finnish", true, true, true},
    {"fr", "French", "french", false, false, true},
    {"ga", "Irish", "irish", false, false, false},
    {"gl", "Galician", "", true, false, false},
    {"gu", "Gujarati", "", true, false, false},
    {"ha", "Hausa", "", false, false, false},
    {"he", "Hebrew", "", false, true, true, stem_hebrew},
    {"hi", "Hindi", "hindi", false, false, true},
    {"hr", "Croatian", "serbian", true, false, false},
    {"hu", "Hungarian", "hungarian", true, true, true},
    {"hy", "Armenian", "armenian", true, false, false},
    {"id", "Indonesian", "indonesian", false, false, true},
    {"is", "Icelandic", "", true, true, false},
    {"it", "Italian", "italian", false, false, true},
    {"ja", "Japanese", "", false, false, true},
    {"ka", "Georgian", "", true, false, false},
    {"kk", "Kazakh", "", true, false, false},
    {"km", "Khmer", "", false, false, false},
    {"kn", "Kannada", "", true, false, false},
    {"ko", "Korean", "", false, false, true},
    {"ky", "Kyrgyz", "", true, false, false},
    {"lo", "Lao", "", false, false, false},
    {"lt", "Lithuanian", "lithuanian", true, false, false},
    {"lv", "Latvian", "", true, false, false},
    {"mk", "Macedonian", "", true, false, false, stem_macedonian},
    {"ml", "Malayalam", "", true, false, false},
    {"mn", "Mongolian", "", true, false, false},
    {"mr", "Marathi", "", true, false, false},
    {"ms", "Malay", "indonesian", false, false, false},
    {"my", "Burmese", "", false, false, false},
    {"ne", "Nepali", "nepali", false, false, false},
    {"nl", "Dutch", "dutch", false, true, true},
    {"no", "Norwegian", "norwegian", false, true, true},
    {"pa", "Punjabi", "", true, false, false},
    {"pl", "Polish", "", true, false, true, stem_polish},
    {"ps", "Pashto", "", true, true, false},
    {"pt", "Portuguese", "portuguese", false, false, true},
    {"ro", "Romanian", "romanian", true, false, true},
    {"ru", "Russian", "russian", true, false, true},
    {"si", "Sinhala", "", true, false, false},
    {"sk", "Slovak", "", true, false, false, stem_czech},
    {"sl", "Slovenian", "", true, false, false},
    {"so", "Somali", "", true, false, false},
    {"sq", "Albanian", "", true, false, false},
    {"sr", "Serbian", "serbian", true, false, false},
    {"sv", "Swedish", "swedish", false, true, true},
    {"sw", "Swahili", "", false, true, false},
    {"ta", "Tamil", "tamil", true, false, false},
    {"te", "Telugu", "", true, false, false},
    {"tg", "Tajik", "", true, false, false},
    {"th", "Thai", "", false, false, true},
    {"tl", "Filipino", "", false, false, false},
    {"tr", "Turkish", "turkish", true, false, true},
    {"uk", "Ukrainian", "", true, false, true, stem_ukrainian},
    {"ur", "Urdu", "", true, true, true},
    {"uz", "Uzbek", "", true, false, false},
    {"vi", "Vietnamese", "", false, false, true},
    {"yi", "Yiddish", "yiddish", false, true, false},
    {"yo", "Yoruba", "", false, false, false},
    {"zh", "Chinese", "", false, false, true},
};

struct OtherCode {
  std::string_view other, code;
};

// Older, wider or narrower codes that people and programs write.
constexpr OtherCode kOtherCodes[] = {
    {"iw", "he"}, {"in", "id"}, {"ji", "yi"},  {"nb", "no"},  {"nn", "no"},  {"fil", "tl"},
    {"sh", "sr"}, {"mo", "ro"}, {"cmn", "zh"}, {"yue", "zh"}, {"prs", "fa"}, {"cnr", "sr"},
};

constexpr char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::span<const Language> languages() { return kLanguages; }

bool has_grams(const Language& language) {
  constexpr std::string_view undivided_or_of_syllables = " zh ja th lo km my ko vi ";
  if (language.builds_words) return true;
  const std::string code = " " + std::string(language.code) + " ";
  if (language.light_stemmer || !language.stemmer.empty()) return false;
  return undivided_or_of_syllables.find(code) == std::string_view::npos;
}

std::string language_tag(std::string_view stated) {
  for (const Language& language : kLanguages)
    if (equal_ignoring_case(language.name, stated)) return std::string(language.code);
  constexpr std::size_t shortest = 2, longest = 3, longest_subtag = 8;
  std::string tag(stated);
  std::size_t part = 0, letters = 0;
  for (char& c : tag) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool divides = c == '-' || c == '_';
    if (divides ? letters < (part == 0 ? shortest : 1) : !is_letter && (part == 0 || c < '0' || c > '9')) return {};
    letters = divides ? 0 : letters + 1;
    part += divides;
    if (letters > (part == 0 ? longest : longest_subtag)) return {};
    if (divides) c = '-';
  }
  return letters < (part == 0 ? shortest : 1) ? std::string() : tag;
}

const Language* find_language(std::string_view code) {
  static_assert(std::is_sorted(std::begin(kLanguages), std::end(kLanguages),
                               [](const Language& a, const Language& b) { return a.code < b.code; }));
  constexpr std::size_t longest = 3;
  std::string_view primary = code.substr(0, code.find_first_of("-_"));
  if (primary.size() > longest) return nullptr;
  char letters[longest];
  std::transform(primary.begin(), primary.end(), letters, lower);
  primary = {letters, primary.size()};
  for (const OtherCode& row : kOtherCodes)
    if (row.other == primary) primary = row.code;
  const auto row = std::partition_point(std::begin(kLanguages), std::end(kLanguages),
                                        [&](const Language& language) { return language.code < primary; });
  return row != std::end(kLanguages) && row->code == primary ? row : nullptr;
}

}  // namespace dateline::text
