// How far apart two strings of sounds are: 1 is the same, 0 has nothing in common.
#pragma once

#include <string_view>

namespace dateline::text {

// What two spellings keep apart: Latin, Cyrillic and Greek letters every sound; Arabic and Hebrew ones not b and p, nor
// vowels; Chinese, Japanese and Korean ones neither b and v nor l and r.
enum class Hearing : unsigned char { exact, consonants, rough };

// Of skeletons: what languages confuse (k and h) costs little.
double skeleton_likeness(std::string_view a, std::string_view b, Hearing hearing);

// Of sounds, vowels included: those cost less than consonants.
double sound_likeness(std::string_view a, std::string_view b, Hearing hearing);

// How much two classes of a skeleton differ, from 0 to 1.
double class_difference(char a, char b, Hearing hearing);

}  // namespace dateline::text
