#include "tests/indexer/speech/spoken.hpp"
#include "tests/support/catch.hpp"

using dateline::tests::Spoken;

namespace {

using Quotes = std::vector<std::string>;

struct Row {
  const char *language, *text;
  Quotes quotes;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Spoken(row.text, row.language).quotes() == row.quotes);
  }
}

}  // namespace

TEST_CASE("a body that was named in full is meant by the end or the beginning of its name") {
  check({
      {"en",
       "The Brill Coast Guard stopped a boat on Monday.\n\"Nobody was hurt on the boat,\" the coast guard said.",
       {"Brill Coast Guard: «Nobody was hurt on the boat,»"}},
      {"en",
       "The Brill Harbour Authority shut the quay.\nThe authority said that the lamp would be mended.",
       {"Brill Harbour Authority: the lamp would be mended"}},
      {"it",
       "La Marina Ostrana ha spiegato che il faro sarà riparato.\n«La lampada era vecchia», ha detto la Marina.",
       {"Marina Ostrana: il faro sarà riparato", "Marina Ostrana: «La lampada era vecchia»"}},
  });
}

TEST_CASE("a common noun is no body where none or two were named by it") {
  check({
      {"en", "\"Nobody was hurt on the boat,\" the coast guard said.", {"?: «Nobody was hurt on the boat,»"}},
      {"en",
       "The Brill Harbour Authority and the Selm Port Authority met.\n\"Nobody was hurt on the boat,\" the authority "
       "said.",
       {"?: «Nobody was hurt on the boat,»"}},
  });
}

TEST_CASE("a verb in the plural has its body under a preposition, but no place") {
  check({
      {"ru", "«Маяк починят к осени», — сообщили в МЧС.", {"МЧС: «Маяк починят к осени»"}},
      {"ru", "В МЧС заявили, что маяк починят к осени.", {"МЧС: маяк починят к осени"}},
      {"uk", "У ДСНС повідомили, що маяк полагодять восени.", {"ДСНС: маяк полагодять восени"}},
      {"ru", "В Лондоне заявили, что маяк починят к осени.", {"?: маяк починят к осени"}},
  });
}

TEST_CASE("capes and harbours are nobody") {
  check({{"en",
          "The ferry drifted off Cape Brill.\n\"I was cold and very tired,\" she said.",
          {"?: «I was cold and very tired,»"}}});
}

TEST_CASE("a body behind a name is no part of it") {
  check({{"cs", "Podle Anny Novákové radnice opravu věže tajila.", {"Anna Nováková: radnice opravu věže tajila"}}});
}
