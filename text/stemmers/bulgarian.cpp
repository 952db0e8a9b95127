// The article at the end goes first, then the ending of number or gender, as long as three letters are left; then a
// vowel that comes and goes (министър, министри) and softened consonants (успех, успеси) become one. Macedonian, which
// has other articles, goes the same way.
#include "text/fold.hpp"
#include "text/stemmers/affixes.hpp"
#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {
namespace {

constexpr Affix kArticles[] = {
    {"ият", 3}, {"ия", 4}, {"ът", 3}, {"ят", 3}, {"та", 3}, {"то", 3}, {"те", 3},
};

constexpr Affix kNumbers[] = {
    {"ове", 3}, {"еве", 3}, {"ища", 3}, {"ии", 3}, {"ия", 3}, {"ие", 3},
    {"и", 3},   {"а", 3},   {"я", 3},   {"е", 3},  {"о", 3},  {"й", 3},
};

constexpr Affix kConsonants[] = {
    {"ър", 2, "р"}, {"ък", 3, "к"}, {"ец", 3, "к"}, {"ен", 3, "н"}, {"ц", 3, "к"}, {"с", 4, "х"}, {"з", 4, "г"},
};

constexpr Affix kMacedonianArticles[] = {
    {"иот", 3}, {"от", 3}, {"та", 3}, {"то", 3}, {"те", 3},
};

constexpr Affix kMacedonianNumbers[] = {
    {"ови", 3}, {"еви", 3}, {"ишта", 3}, {"ии", 3}, {"ија", 3}, {"ие", 3}, {"и", 3}, {"а", 3}, {"е", 3}, {"о", 3},
};

constexpr Affix kMacedonianConsonants[] = {
    {"ар", 3, "р"}, {"ер", 3, "р"}, {"ок", 3, "к"}, {"ец", 3, "к"},
    {"ен", 3, "н"}, {"ц", 3, "к"},  {"с", 4, "х"},  {"з", 4, "г"},
};

}  // namespace

std::string stem_bulgarian(std::string_view word) {
  std::string stem = fold(word);
  replace_ending(stem, kArticles);
  replace_ending(stem, kNumbers);
  replace_ending(stem, kConsonants);
  return stem;
}

std::string stem_macedonian(std::string_view word) {
  std::string stem = fold(word);
  replace_ending(stem, kMacedonianArticles);
  replace_ending(stem, kMacedonianNumbers);
  replace_ending(stem, kMacedonianConsonants);
  return stem;
}

}  // namespace dateline::text
