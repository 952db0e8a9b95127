#include "text/small_words.hpp"

#include <set>

#include "tests/support/catch.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/lexicon.hpp"

using namespace dateline::text;

TEST_CASE("small words") {
  struct Row {
    const char* language;
    const char* word;
    WordClass kind;
  };
  const Row rows[] = {
      {"en", "which", WordClass::asking},    {"en", "the", WordClass::small},
      {"en", "harbour", WordClass::telling}, {"en-GB", "which", WordClass::asking},
      {"de", "wurde", WordClass::small},     {"en", "wurde", WordClass::telling},
      {"nb", "hvem", WordClass::asking},     {"no", "hvem", WordClass::asking},
      {"fr", "d", WordClass::small},         {"ru", "какой", WordClass::asking},
      {"tr", "nedir", WordClass::asking},    {"fi", "milloin", WordClass::asking},
      {"ko", "누구인가", WordClass::asking}, {"ko", "대통령", WordClass::telling},
      {"zh", "什么", WordClass::asking},     {"hi", "कौन", WordClass::asking},
      {"xx", "the", WordClass::telling},     {"", "the", WordClass::telling},
  };
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.word);
    CHECK(class_of(fold(row.word), row.language) == row.kind);
  }
}

TEST_CASE("the language with the most small words is likeliest") {
  using Languages = std::vector<std::string>;
  const Languages all = {"en", "de", "fr"};
  CHECK(likeliest_languages({"wer", "hat", "die", "wahl", "gewonnen"}, all) == Languages{"de"});
  CHECK(likeliest_languages({"who", "won", "the", "race"}, all) == Languages{"en"});
  CHECK(likeliest_languages({"harbour", "strike"}, all).empty());
  CHECK(likeliest_languages({"in", "paris"}, {"en", "de"}) == Languages{"en", "de"});
}

TEST_CASE("every row of the small words is of a known language and class") {
  for_each_row(data_file("lexicons/small-words.tsv"), [&](std::size_t line, const std::vector<std::string_view>& row) {
    INFO("line " << line);
    REQUIRE(row.size() == 3);
    const Language* language = find_language(row[0]);
    REQUIRE(language);
    CHECK(language->code == row[0]);
    CHECK((row[1] == "asking" || row[1] == "small"));
    CHECK(!row[2].empty());
  });
}
