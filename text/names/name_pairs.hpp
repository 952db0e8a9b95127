// Which of many names may be spellings of one: by sound across languages, by how Cyrillic is romanised within Latin.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::text {

struct NamedOne {
  std::string name;
  std::string language;  // of the text that has the name; may be empty
};

struct NamePair {
  std::uint32_t a = 0, b = 0;  // the smaller number first
  double score = 0;
  bool sure = false;       // nothing in the sound is left open, and nobody else comes near
  bool romanised = false;  // both in Latin letters, and only the romanisation differs
};

// Pairs of full names, the best first. Names of one word are in none: a surname is no person. Names of one script and
// language are never paired by sound.
std::vector<NamePair> find_name_pairs(const std::vector<NamedOne>& names);

}  // namespace dateline::text
