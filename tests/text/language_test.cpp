#include "text/language.hpp"

#include <set>
#include <string>

#include "tests/support/catch.hpp"
#include "text/lexicon.hpp"
#include "text/stemmer.hpp"

using namespace dateline::text;

TEST_CASE("a language is found by its code, with or without what follows") {
  struct Row {
    const char *asked, *found;
  };
  const Row rows[] = {{"en", "en"}, {"pt-BR", "pt"}, {"zh-Hant", "zh"}, {"EN_us", "en"},
                      {"nb", "no"}, {"iw", "he"},    {"sr-Latn", "sr"}, {"fil", "tl"},
                      {"", ""},     {"xx", ""},      {"e", ""},         {"eng", ""}};
  for (const Row& row : rows) {
    const Language* language = find_language(row.asked);
    INFO(row.asked);
    CHECK((language ? language->code : "") == row.found);
  }
}

TEST_CASE("what somebody calls a language becomes a tag or nothing") {
  struct Row {
    const char *stated, *tag;
  };
  const Row rows[] = {{"en", "en"},
                      {"pt_BR", "pt-BR"},
                      {"zh-Hant-TW", "zh-Hant-TW"},
                      {"Russian", "ru"},
                      {"greek", "el"},
                      {"ast", "ast"},
                      {"1.0", ""},
                      {"english language", ""},
                      {"e", ""},
                      {"en-", ""},
                      {"-en", ""},
                      {"en--US", ""},
                      {"", ""},
                      {"unknown", ""},
                      {"de-abcdefghi", ""},
                      {"русский", ""}};
  for (const Row& row : rows) {
    INFO(row.stated);
    CHECK(language_tag(row.stated) == row.tag);
  }
}

TEST_CASE("each language is listed once and its stemmer exists") {
  std::set<std::string_view> codes;
  for (const Language& language : languages()) {
    INFO(language.code);
    CHECK(codes.insert(language.code).second);
    CHECK(Stemmer(language).available() == (language.light_stemmer || !language.stemmer.empty()));
    CHECK_FALSE((language.light_stemmer && !language.stemmer.empty()));
  }
}

TEST_CASE("first-class languages have lexicons") {
  for (const Language& language : languages()) {
    const std::string code(language.code);
    INFO(code);
    CHECK(data_file("lexicons/reporting-verbs/" + code + ".tsv").empty() != language.first_class);
    CHECK(data_file("lexicons/roles/" + code + ".tsv").empty() != language.first_class);
  }
}

TEST_CASE("Korean particles come off where a word is left") {
  struct Row {
    const char *word, *rest;
  };
  const Row rows[] = {{"대통령은", "대통령"}, {"평양에서", "평양"}, {"정부가", "정부"},
                      {"나는", "나는"},       {"집에서", "집"},     {"서울까지", "서울"},
                      {"대통령", "대통령"},   {"은", "은"},         {"kbs는", "kbs"}};
  for (const Row& row : rows) CHECK(without_korean_particle(row.word) == row.rest);
}
