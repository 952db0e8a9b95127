// The longest ending of case, gender or number that leaves three letters goes; then a vowel that comes and goes
// (wniosek, wniosku) and softened consonants (Polska, w Polsce) become one, in all forms of a word alike. Works on
// folded letters: ą is a, ł is l, ś is s.
#include "text/fold.hpp"
#include "text/stemmers/affixes.hpp"
#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {
namespace {

constexpr Affix kCases[] = {
    {"ego", 3}, {"iego", 3}, {"ej", 3},  {"iej", 3},  {"emu", 3},  {"iemu", 3}, {"ich", 3},  {"ych", 3}, {"im", 3},
    {"ym", 3},  {"imi", 3},  {"ymi", 3}, {"ami", 3},  {"iami", 3}, {"ach", 3},  {"iach", 3}, {"om", 3},  {"iom", 3},
    {"ow", 3},  {"iow", 3},  {"owi", 3}, {"iowi", 3}, {"owie", 3}, {"em", 3},   {"iem", 3},  {"a", 3},   {"ia", 3},
    {"e", 3},   {"ie", 3},   {"o", 3},   {"u", 3},    {"iu", 3},   {"i", 3},    {"y", 3},    {"io", 3},
};

constexpr Affix kConsonants[] = {
    {"iek", 3, "k"}, {"ek", 3, "k"}, {"iec", 3, "k"}, {"ec", 3, "k"}, {"ier", 2, "ier"}, {"er", 3, "r"},
    {"iel", 3, "l"}, {"c", 3, "k"},  {"dz", 3, "d"},  {"rz", 3, "r"}, {"sz", 3, "ch"},
};

}  // namespace

std::string stem_polish(std::string_view word) {
  std::string stem = fold(word);
  replace_ending(stem, kCases);
  replace_ending(stem, kConsonants);
  return stem;
}

}  // namespace dateline::text
