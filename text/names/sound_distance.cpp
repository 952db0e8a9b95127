#include "text/names/sound_distance.hpp"

#include <algorithm>
#include <array>

#include "text/names/name_sound.hpp"

namespace dateline::text {
namespace {

struct Pair {
  char a, b;
  double exact, consonants, rough;
};

// Between classes of a skeleton. Measured on names of public figures in thirteen languages.
constexpr Pair kClassPairs[] = {{'K', 'H', .3, .3, .3},    {'M', 'N', .8, .8, .4},    {'S', 'K', .7, .7, .6},
                                {'S', 'T', .7, .6, .6},    {'B', 'H', 1, 1, .6},      {'J', 'K', .25, .25, .25},
                                {'J', 'S', .2, .2, .2},    {'J', 'T', .35, .35, .35}, {'J', 'H', .4, .4, .4},
                                {'F', 'B', .15, .15, .15}, {'F', 'H', .15, .15, .15}, {'X', 'S', .1, .1, .1},
                                {'X', 'H', .2, .2, .2},    {'X', 'K', .45, .45, .45}, {'W', 'B', .2, .2, .2},
                                {'W', 'H', .6, .6, .6},    {'W', 'K', .6, .6, .6}};

// Between sounds of one class; all others of a class differ by kWithinClass.
constexpr Pair kSoundPairs[] = {{'f', 'v', .35, .3, .3},  {'p', 'b', .85, .3, .3}, {'p', 'f', .85, .3, .3},
                                {'b', 'v', .85, .3, .3},  {'b', 'f', .9, .6, .3},  {'p', 'v', .9, .6, .3},
                                {'k', 'g', .85, .3, .3},  {'t', 'd', .85, .7, .3}, {'s', 'z', .35, .3, .3},
                                {'S', 'C', .35, .35, .3}, {'s', 'C', .5, .4, .3},  {'z', 'C', .5, .4, .3},
                                {'s', 'S', .5, .35, .3},  {'z', 'S', .7, .5, .3},  {'l', 'r', .9, .9, .2}};
constexpr double kWithinClass = .3;

double of(const Pair& pair, Hearing hearing) {
  switch (hearing) {
    case Hearing::exact:
      return pair.exact;
    case Hearing::consonants:
      return pair.consonants;
    case Hearing::rough:
      break;
  }
  return pair.rough;
}

template <std::size_t count>
const Pair* find(const Pair (&pairs)[count], char a, char b) {
  for (const Pair& pair : pairs)
    if ((pair.a == a && pair.b == b) || (pair.a == b && pair.b == a)) return &pair;
  return nullptr;
}

double vowel_difference(char a, char b, Hearing hearing) {
  if (a == '.' || b == '.') return .15;
  return hearing == Hearing::exact ? .4 : .3;
}

double sound_difference(char a, char b, Hearing hearing) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return vowel_difference(a, b, hearing);
  if (is_vowel(a) != is_vowel(b)) {
    const char vowel = is_vowel(a) ? a : b, consonant = is_vowel(a) ? b : a;
    if (consonant == 'J' && vowel == 'i') return .4;
    if (consonant != 'w') return 1.2;
    return vowel == 'u' || vowel == 'o' ? .15 : .5;
  }
  if (class_of(a) != class_of(b)) return class_difference(class_of(a), class_of(b), hearing);
  const Pair* pair = find(kSoundPairs, a, b);
  return pair ? of(*pair, hearing) : kWithinClass;
}

float class_gap(char c) {
  switch (c) {
    case 'H':
      return .35F;
    case 'N':
      return .7F;
    case 'B':
      return .8F;
    case 'W':
      return .25F;
    case 'L':
      return .9F;
    case 'J':  // a vowel in many languages
      return .5F;
    default:
      return 1;
  }
}

float sound_gap(char c) {
  if (c == '.') return .1F;
  if (c == 'w' || is_vowel(c)) return .4F;
  return c == 'h' ? .5F : 1;
}

// What it costs to change one into another, and to leave one out.
struct Costs {
  std::array<std::array<float, 128>, 128> change{};
  std::array<float, 128> gap{};
};

template <class Difference>
Costs costs_of(std::string_view alphabet, Difference&& difference, float (*gap)(char)) {
  Costs costs;
  costs.gap.fill(1);
  for (auto& row : costs.change) row.fill(1);
  for (const char a : alphabet) {
    costs.gap[static_cast<unsigned char>(a)] = gap(a);
    for (const char b : alphabet)
      costs.change[static_cast<unsigned char>(a)][static_cast<unsigned char>(b)] = static_cast<float>(difference(a, b));
  }
  return costs;
}

template <class Make>
const Costs& cached(Hearing hearing, Make make) {
  static const std::array<Costs, 3> costs = {make(Hearing::exact), make(Hearing::consonants), make(Hearing::rough)};
  return costs[static_cast<std::size_t>(hearing)];
}

const Costs& skeleton_costs(Hearing hearing) {
  return cached(hearing, [](Hearing how) {
    return costs_of(
        "BTKHSLNMJFXW", [how](char a, char b) { return class_difference(a, b, how); }, class_gap);
  });
}

const Costs& sound_costs(Hearing hearing) {
  return cached(hearing, [](Hearing how) {
    return costs_of(
        "aeiou.pbfvtdkgqhszSCJFXlrnmw", [how](char a, char b) { return sound_difference(a, b, how); }, sound_gap);
  });
}

// The cheapest way to change one into the other.
float distance(std::string_view a, std::string_view b, const Costs& costs) {
  constexpr std::size_t most = 64;
  a = a.substr(0, most);
  b = b.substr(0, most);
  std::array<float, most + 1> row;
  row[0] = 0;
  for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + costs.gap[static_cast<unsigned char>(b[j])];
  for (const char x : a) {
    const auto& change = costs.change[static_cast<unsigned char>(x)];
    const float gap = costs.gap[static_cast<unsigned char>(x)];
    float diagonal = row[0];
    row[0] += gap;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto y = static_cast<unsigned char>(b[j]);
      const float best = std::min({row[j + 1] + gap, row[j] + costs.gap[y], diagonal + change[y]});
      diagonal = row[j + 1];
      row[j + 1] = best;
    }
  }
  return row[b.size()];
}

float weight(std::string_view sounds, const Costs& costs) {
  float sum = 0;
  for (const char sound : sounds) sum += costs.gap[static_cast<unsigned char>(sound)];
  return sum;
}

}  // namespace

double class_difference(char a, char b, Hearing hearing) {
  if (a == b) return 0;
  const Pair* pair = find(kClassPairs, a, b);
  return pair ? of(*pair, hearing) : 1;
}

double skeleton_likeness(std::string_view a, std::string_view b, Hearing hearing) {
  const std::size_t longest = std::max(a.size(), b.size());
  if (longest == 0) return .6;  // vowels alone say little
  return 1 - static_cast<double>(distance(a, b, skeleton_costs(hearing))) / static_cast<double>(longest);
}

double sound_likeness(std::string_view a, std::string_view b, Hearing hearing) {
  const Costs& costs = sound_costs(hearing);
  const float whole = std::max({weight(a, costs), weight(b, costs), .5F});
  return std::max(0., 1 - static_cast<double>(distance(a, b, costs) / whole));
}

}  // namespace dateline::text
