// The one list of languages. A language that is no row here is still indexed, by the common chain.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {

struct Language {
  std::string_view code;                 // BCP 47 as shown: "en", "pt", "zh"
  std::string_view name;                 // in English
  std::string_view stemmer;              // Xapian's or libstemmer's name; empty: none
  bool prefix_family = false;            // index the first five letters of longer words, for suffixing languages
  bool builds_words = false;             // joins words into one, or puts its small words before them without a blank
  bool first_class = false;              // has lexicons and tests of its own
  LightStemmer light_stemmer = nullptr;  // ours, instead of `stemmer`
};

std::span<const Language> languages();

// Whether four letters of a word are worth a term: there is no other way to its kin, or a word is inside others.
bool has_grams(const Language& language);

// The row with that code ("pt-BR" finds "pt"); null when there is none.
const Language* find_language(std::string_view code);

// What somebody calls a language, as a tag: "pt_BR" is "pt-BR", "Russian" is "ru"; "" for what is neither tag nor name.
std::string language_tag(std::string_view stated);

}  // namespace dateline::text
