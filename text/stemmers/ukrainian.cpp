// The longest ending of case, gender or number that leaves three letters goes; then that of names and of the past
// (заявив, заявила) and softened consonants (допомога, допомозі) become one, in all forms of a word alike. Works on
// folded letters: ї is і, ґ is г, and there is no apostrophe.
#include "text/fold.hpp"
#include "text/stemmers/affixes.hpp"
#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {
namespace {

constexpr Affix kCases[] = {
    {"ого", 3}, {"ього", 3}, {"ому", 3}, {"ьому", 3}, {"им", 3},  {"іми", 3}, {"ими", 3}, {"их", 3},  {"іх", 3},
    {"ій", 3},  {"оі", 3},   {"ьоі", 3}, {"ою", 3},   {"ьою", 3}, {"ею", 3},  {"єю", 3},  {"ами", 3}, {"ями", 3},
    {"ах", 3},  {"ях", 3},   {"ів", 3},  {"ам", 3},   {"ям", 3},  {"ом", 3},  {"ем", 3},  {"єм", 3},  {"ові", 3},
    {"еві", 3}, {"єві", 3},  {"ім", 3},  {"а", 3},    {"я", 3},   {"о", 3},   {"е", 3},   {"є", 3},   {"у", 3},
    {"ю", 3},   {"и", 3},    {"і", 3},   {"ь", 3},    {"й", 3},   {"ий", 3},  {"ая", 3},
};

constexpr Affix kStems[] = {
    {"ів", 3},      {"ов", 3},         {"ев", 4},         {"ив", 3, "ил"}, {"ав", 3, "ал"},
    {"нн", 3, "н"}, {"иів", 1, "иєв"}, {"ост", 3, "іст"}, {"ц", 3, "к"},   {"з", 3, "г"},
};

}  // namespace

std::string stem_ukrainian(std::string_view word) {
  std::string stem = fold(word);
  replace_ending(stem, kCases);
  replace_ending(stem, kStems);
  return stem;
}

}  // namespace dateline::text
