#include "text/language.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::text {
namespace {

// code, name, stemmer, prefix_family, first_class
constexpr Language kLanguages[] = {
    {"af", "Afrikaans", "", false, false},
    {"am", "Amharic", "", false, false},
    {"ar", "Arabic", "arabic", false, true},
    {"az", "Azerbaijani", "", true, false},
    {"be", "Belarusian", "", true, false},
    {"bg", "Bulgarian", "", true, false},
    {"bn", "Bengali", "", true, false},
    {"bs", "Bosnian", "serbian", true, false},
    {"ca", "Catalan", "catalan", false, false},
    {"cs", "Czech", "", true, false},
    {"cy", "Welsh", "", false, false},
    {"da", "Danish", "danish", false, false},
    {"de", "German", "german", false, true},
    {"el", "Greek", "greek", true, false},
    {"en", "English", "english", false, true},
    {"es", "Spanish", "spanish", false, true},
    {"et", "Estonian", "", true, false},
    {"eu", "Basque", "basque", true, false},
    {"fa", "Persian", "", false, true},
    {"fi", "Finnish", "finnish", true, false},
    {"fr", "French", "french", false, true},
    {"ga", "Irish", "irish", false, false},
    {"gl", "Galician", "", true, false},
    {"gu", "Gujarati", "", true, false},
    {"ha", "Hausa", "", false, false},
    {"he", "Hebrew", "", false, true},
    {"hi", "Hindi", "hindi", false, true},
    {"hr", "Croatian", "serbian", true, false},
    {"hu", "Hungarian", "hungarian", true, false},
    {"hy", "Armenian", "armenian", true, false},
    {"id", "Indonesian", "indonesian", false, false},
    {"is", "Icelandic", "", true, false},
    {"it", "Italian", "italian", false, true},
    {"ja", "Japanese", "", false, true},
    {"ka", "Georgian", "", true, false},
    {"kk", "Kazakh", "", true, false},
    {"km", "Khmer", "", false, false},
    {"kn", "Kannada", "", true, false},
    {"ko", "Korean", "", false, true},
    {"ky", "Kyrgyz", "", true, false},
    {"lo", "Lao", "", false, false},
    {"lt", "Lithuanian", "lithuanian", true, false},
    {"lv", "Latvian", "", true, false},
    {"mk", "Macedonian", "", true, false},
    {"ml", "Malayalam", "", true, false},
    {"mn", "Mongolian", "", true, false},
    {"mr", "Marathi", "", true, false},
    {"ms", "Malay", "indonesian", false, false},
    {"my", "Burmese", "", false, false},
    {"ne", "Nepali", "nepali", false, false},
    {"nl", "Dutch", "dutch", false, false},
    {"no", "Norwegian", "norwegian", false, false},
    {"pa", "Punjabi", "", true, false},
    {"pl", "Polish", "", true, true},
    {"ps", "Pashto", "", true, false},
    {"pt", "Portuguese", "portuguese", false, true},
    {"ro", "Romanian", "romanian", true, false},
    {"ru", "Russian", "russian", true, true},
    {"si", "Sinhala", "", true, false},
    {"sk", "Slovak", "", true, false},
    {"sl", "Slovenian", "", true, false},
    {"so", "Somali", "", true, false},
    {"sq", "Albanian", "", true, false},
    {"sr", "Serbian", "serbian", true, false},
    {"sv", "Swedish", "swedish", false, false},
    {"sw", "Swahili", "", false, false},
    {"ta", "Tamil", "tamil", true, false},
    {"te", "Telugu", "", true, false},
    {"tg", "Tajik", "", true, false},
    {"th", "Thai", "", false, false},
    {"tl", "Filipino", "", false, false},
    {"tr", "Turkish", "turkish", true, true},
    {"uk", "Ukrainian", "", true, true},
    {"ur", "Urdu", "", true, false},
    {"uz", "Uzbek", "", true, false},
    {"vi", "Vietnamese", "", false, false},
    {"yi", "Yiddish", "yiddish", false, false},
    {"yo", "Yoruba", "", false, false},
    {"zh", "Chinese", "", false, true},
};

struct OtherCode {
  std::string_view other, code;
};

// Older, wider or narrower codes that people and programs write.
constexpr OtherCode kOtherCodes[] = {
    {"iw", "he"}, {"in", "id"}, {"ji", "yi"},  {"nb", "no"},  {"nn", "no"},  {"fil", "tl"},
    {"sh", "sr"}, {"mo", "ro"}, {"cmn", "zh"}, {"yue", "zh"}, {"prs", "fa"}, {"cnr", "sr"},
};

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::span<const Language> languages() { return kLanguages; }

const Language* find_language(std::string_view code) {
  std::string_view primary = code.substr(0, code.find_first_of("-_"));
  for (const OtherCode& row : kOtherCodes)
    if (equal_ignoring_case(row.other, primary)) primary = row.code;
  for (const Language& language : kLanguages)
    if (equal_ignoring_case(language.code, primary)) return &language;
  return nullptr;
}

}  // namespace dateline::text
