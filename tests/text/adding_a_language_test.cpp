// The example of docs/ADDING_A_LANGUAGE.md: a stemmer for Esperanto, whose endings have no exceptions.
#include "tests/support/catch.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/stemmer.hpp"
#include "text/stemmers/affixes.hpp"

namespace {

using dateline::text::Affix;

// Accusative and plural go first, then the letter that says noun, adjective or tense.
constexpr Affix kCaseAndNumber[] = {{"n", 3}, {"j", 3}, {"jn", 3}};
constexpr Affix kKind[] = {{"o", 2},  {"a", 2},  {"e", 2},  {"i", 2}, {"as", 2},
                           {"is", 2}, {"os", 2}, {"us", 2}, {"u", 2}};

std::string stem_esperanto(std::string_view word) {
  std::string stem = dateline::text::fold(word);
  replace_ending(stem, kCaseAndNumber);
  replace_ending(stem, kKind);
  return stem;
}

constexpr dateline::text::Language kEsperanto{"eo", "Esperanto", "", true, false, false, stem_esperanto};

}  // namespace

TEST_CASE("a language is a row and at most a table of endings") {
  const dateline::text::Stemmer stemmer(kEsperanto);
  for (const char* form : {"haveno", "havenon", "havenoj", "havenojn", "havena", "HAVENOJ"})
    CHECK(stemmer.stem(form) == "haven");
  CHECK(stemmer.stem("ŝipo") == "sip");
  CHECK(stemmer.stem("la") == "la");
  CHECK_FALSE(has_grams(kEsperanto));
}
