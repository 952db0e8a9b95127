// How likely two spellings are one name, by their sound.
#pragma once

#include "text/names/name_sound.hpp"

namespace dateline::text {

struct NameLikeness {
  double score = 0;                            // 0 to 1
  double family = 0, given = 0;                // of consonants alone; given is 1 when one of them has none
  double family_sounds = 0, given_sounds = 0;  // with vowels, where both write them
  bool possible = false;                       // family and given names are near enough each, not only together
};

NameLikeness likeness(const NameSound& a, const NameSound& b);

// Among a few names one of which is meant, the best from here on, when no other comes near.
inline constexpr double same_name = 0.80;
// Where most names have no other spelling, only what leaves no sound open.
bool is_surely_one_name(const NameLikeness& like);
// From here on a person is asked.
inline constexpr double perhaps_one_name = 0.80;
// By so much the best must be ahead of the next.
inline constexpr double name_margin = 0.03;

}  // namespace dateline::text
