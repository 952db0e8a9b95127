#include "indexer/reading/dates/kins.hpp"

#include <unordered_map>

namespace dateline::indexer {
namespace {

constexpr std::size_t english = 0;  // number of its kin

std::unordered_map<std::string_view, std::vector<std::size_t>> number_languages() {
  std::unordered_map<std::string_view, std::vector<std::size_t>> all;
  for (std::size_t kin = 0; kin < kins().size(); ++kin)
    for_each_locale(kins()[kin], [&](std::string_view locale) {
      std::vector<std::size_t>& of_language = all[language_of(locale)];
      if (of_language.empty() || of_language.back() != kin) of_language.push_back(kin);
    });
  for (auto& [name, of_language] : all)
    if (of_language.front() != english) of_language.push_back(english);
  return all;
}

}  // namespace

// Newspapers exist in these languages, and ICU has names for them.
const std::vector<std::string_view>& kins() {
  static const std::vector<std::string_view> all{"en",
                                                 "ru uk be bg mk sr kk ky tg",
                                                 "sr_Latn hr bs sl",
                                                 "cs sk pl",
                                                 "de de_AT lb nl af",
                                                 "fr es it pt pt_PT ro ca gl",
                                                 "sv nb nn da is",
                                                 "fi et",
                                                 "lv lt",
                                                 "hu",
                                                 "el",
                                                 "tr az uz tk",
                                                 "ka hy",
                                                 "ar ar_SY ar_MA ar_DZ",
                                                 "fa fa_AF ps ckb ur sd ug",
                                                 "he",
                                                 "hi mr ne",
                                                 "bn as",
                                                 "pa gu or",
                                                 "ta te kn ml si",
                                                 "th lo km my",
                                                 "vi",
                                                 "zh zh_Hant ja ko",
                                                 "id ms fil jv",
                                                 "sw ha yo ig so zu xh om rw rn lg ln sn mg",
                                                 "am ti",
                                                 "sq cy ga mt eu ku"};
  return all;
}

const std::vector<std::size_t>& kins_of(std::string_view language) {
  static const std::unordered_map<std::string_view, std::vector<std::size_t>> known = number_languages();
  static const std::vector<std::size_t> only_english{english};
  const auto found = known.find(language);
  return found == known.end() ? only_english : found->second;
}

std::string_view language_of(std::string_view tag) {
  const std::string_view language = tag.substr(0, tag.find_first_of("-_"));
  if (language == "no") return "nb";
  if (language == "sh") return "sr";
  if (language == "tl") return "fil";
  if (language == "iw") return "he";
  if (language == "prs") return "fa";
  return language;
}

}  // namespace dateline::indexer
