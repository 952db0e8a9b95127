// The longest ending of case, gender, number or the past that leaves three letters goes; then softened consonants
// (рака, рацэ) become one, in all forms of a word alike. Works on folded letters: ў is у, ё is е.
#include "text/fold.hpp"
#include "text/stemmers/affixes.hpp"
#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {
namespace {

constexpr Affix kCases[] = {
    {"іу", 3, "іл"}, {"ыу", 3, "ыл"}, {"ага", 3}, {"яга", 3}, {"аму", 3}, {"яму", 3}, {"ым", 3}, {"ім", 3}, {"ымі", 3},
    {"імі", 3},      {"ых", 3},       {"іх", 3},  {"ай", 3},  {"яй", 3},  {"ой", 3},  {"ей", 3}, {"ою", 3}, {"аю", 3},
    {"яю", 3},       {"ею", 3},       {"амі", 3}, {"ямі", 3}, {"ах", 3},  {"ях", 3},  {"ау", 3}, {"яу", 3}, {"оу", 3},
    {"ам", 3},       {"ям", 3},       {"ом", 3},  {"ем", 3},  {"ы", 3},   {"і", 3},   {"а", 3},  {"я", 3},  {"о", 3},
    {"е", 3},        {"э", 3},        {"у", 3},   {"ю", 3},   {"ь", 3},   {"й", 3},   {"ая", 3}, {"яя", 3}, {"ое", 3},
    {"ае", 3},       {"яе", 3},       {"ую", 3},  {"юю", 3},  {"ыя", 3},  {"ія", 3},
};

constexpr Affix kStems[] = {
    {"ал", 3},
    {"сс", 3, "с"},
    {"ц", 3, "к"},
    {"з", 4, "г"},
};

}  // namespace

std::string stem_belarusian(std::string_view word) {
  std::string stem = fold(word);
  replace_ending(stem, kCases);
  replace_ending(stem, kStems);
  return stem;
}

}  // namespace dateline::text
