// How a name sounds, as far as its spelling tells: what names of different scripts and languages have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

struct NameSound {
  struct Part {
    std::string sounds;      // the alphabet of data/lexicons/names/sounds.tsv
    std::string consonants;  // of these, without vowels
    std::string skeleton;    // the classes of its consonants, neighbours of the same as one
  };
  std::string letters;         // folded: what is written alike is one name, however it is read
  std::vector<Part> parts;     // as written, particles left out; initials that stand together are one
  Part family, given, whole;   // the last part, those before it, and all, each as one
  std::string script;          // ISO 15924; Kana and Han names of Japanese are "Kana" and "Hani"
  std::string language;        // primary subtag, or the language that most use the script for
  bool vowels_written = true;  // not so in Arabic and Hebrew letters
  bool is_divided = true;      // not so in Han and Hangul without blanks: family and given name are one part

  bool empty() const { return parts.empty(); }
};

// `language` of the text that has the name; may be empty. Any thread. Han costs a millisecond the first time.
NameSound sound_of(std::string_view name, std::string_view language);

// Puts another part behind one: "Kim Min-su" is heard as "kiminsu".
void append(NameSound::Part& part, const NameSound::Part& next);

// What languages often make of each other is one class: B pbfv, T td, K kg, H, S szSC, L lr, N, M; J, F, X and W are
// half of two.
char class_of(char consonant);

// The classes of the consonants, one for neighbours of the same.
std::string skeleton_of(std::string_view sounds);

bool is_vowel(char sound);

}  // namespace dateline::text
