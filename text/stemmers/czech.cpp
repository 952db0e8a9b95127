// For Czech and Slovak. The longest ending of case, gender or number that leaves three letters goes; then that of an
// owner; then a vowel that comes and goes (zákazek, zakázka) and softened consonants (Praha, v Praze) become one, in
// all forms of a word alike. Works on folded letters: š is s, ů is u.
#include "text/fold.hpp"
#include "text/stemmers/affixes.hpp"
#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {
namespace {

constexpr Affix kCases[] = {
    {"eho", 3}, {"iho", 3}, {"emu", 3}, {"imu", 3}, {"ych", 3},  {"ich", 3},  {"ymi", 3},   {"imi", 3}, {"ym", 3},
    {"im", 3},  {"ej", 3},  {"ou", 3},  {"eti", 3}, {"ete", 3},  {"etem", 3}, {"atech", 3}, {"ami", 3}, {"emi", 3},
    {"ama", 3}, {"ach", 3}, {"ech", 3}, {"och", 3}, {"iach", 3}, {"iami", 3}, {"iam", 3},   {"am", 3},  {"em", 3},
    {"om", 3},  {"um", 3},  {"ove", 3}, {"ovi", 3}, {"ovia", 3}, {"a", 3},    {"e", 3},     {"i", 3},   {"o", 3},
    {"u", 3},   {"y", 3},   {"ia", 3},  {"ie", 3},  {"iu", 3},   {"ho", 3},   {"mu", 3},
};

constexpr Affix kOwners[] = {
    {"ov", 4},
    {"uv", 4},
    {"in", 5},
};

constexpr Affix kConsonants[] = {
    {"ek", 3, "k"},    {"ok", 3, "k"}, {"ec", 3, "k"}, {"eb", 3, "b"},
    {"ier", 2, "ier"}, {"er", 3, "r"}, {"c", 3, "k"},  {"z", 3, "h"},
};

}  // namespace

std::string stem_czech(std::string_view word) {
  std::string stem = fold(word);
  replace_ending(stem, kCases);
  replace_ending(stem, kOwners);
  replace_ending(stem, kConsonants);
  return stem;
}

}  // namespace dateline::text
