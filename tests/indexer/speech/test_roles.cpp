#include "tests/indexer/speech/last_quotes.hpp"
#include "tests/support/catch.hpp"

using dateline::tests::check_last_quotes;

TEST_CASE("a role and the name that a comma divides from it are one person") {
  check_last_quotes({
      {"en", "\"The lamp is dark again,\" the harbour minister, Ada Finch, told reporters.",
       "Ada Finch: «The lamp is dark again,»"},
      {"es", "La presidenta de Brilla, Ada Fincha, visitó el faro. «La lámpara es vieja», dijo la presidenta.",
       "Ada Fincha: «La lámpara es vieja»"},
      {"pt", "O ministro dos Faróis de Brilha, Ada Fincho, afirmou que a lâmpada é velha.",
       "Ada Fincho: a lâmpada é velha"},
  });
}

TEST_CASE("of two ministers the one who spoke last is the minister") {
  check_last_quotes({{"en",
                      "Minister Ada Finch came late. \"The lamp is dark again,\" Minister John Brill said. "
                      "\"It will be mended before winter,\" the minister added.",
                      "John Brill: «It will be mended before winter,»"}});
}

TEST_CASE("the diplomat is the envoy who spoke before") {
  check_last_quotes(
      {{"en",
        "\"The lamp is dark again,\" said envoy Ada Finch.\n\"It will be mended before winter,\" the diplomat noted.",
        "Ada Finch: «It will be mended before winter,»"}});
}

TEST_CASE("a role is that of the only person of the sentence before, unless the article calls them something else") {
  check_last_quotes({
      {"en", "Ada Finch was tired that evening. \"The lamp is dark again,\" the envoy said.",
       "Ada Finch: «The lamp is dark again,»"},
      {"en", "Mayor Ada Finch was tired that evening. \"The lamp is dark again,\" the envoy said.",
       "?: «The lamp is dark again,»"},
  });
}

TEST_CASE("she is not who was named under a preposition, nor in a sentence before a stranger's") {
  check_last_quotes({
      {"en", "Asked about Ada Finch, nobody smiled. \"The lamp is dark again,\" she said.",
       "?: «The lamp is dark again,»"},
      {"en",
       "\"Be careful with the lamp,\" Ada Finch said. One passenger praised the crew. \"They sang with the children,\" "
       "she "
       "said.",
       "?: «They sang with the children,»"},
  });
}

TEST_CASE("a country's genitive between role and name belongs to neither") {
  check_last_quotes({
      {"ru", "«Маяк починят к осени», — заявил министр обороны Бреллы Йорен Халваск.",
       "Йорен Халваск: «Маяк починят к осени»"},
      {"uk", "«Маяк полагодять до осені», — сказала президентка Брелли Мірена Толдас.",
       "Мірена Толдас: «Маяк полагодять до осені»"},
  });
}

TEST_CASE("a user's rows are known in scripts without capitals and without blanks") {
  const auto aliases = dateline::text::AliasTable::with_user_rows(
      "Ada Finch\tperson\tf\tar\tعدا فنتش\tfull\n"
      "Ada Finch\tperson\tf\tzh\t艾达芬奇\tfull\n"
      "Ada Finch\tperson\tf\tth\tเอดา ฟินช์\tfull\n");
  check_last_quotes(
      {
          {"ar", "قالت عدا فنتش: «سوف نصلح المنارة في الخريف».", "Ada Finch: «سوف نصلح المنارة في الخريف»"},
          {"zh", "艾达芬奇说：“灯塔将在秋天修好。”", "Ada Finch: «灯塔将在秋天修好。»"},
          {"th", "เอดา ฟินช์ กล่าวว่า “เราจะซ่อมประภาคารก่อนฤดูหนาว”", "Ada Finch: «เราจะซ่อมประภาคารก่อนฤดูหนาว»"},
      },
      aliases);
}

TEST_CASE("a comma and the verb end French speech behind a dash") {
  check_last_quotes(
      {{"fr", "— Je n’ai pas dormi cette nuit, répond Ada Finch.", "Ada Finch: «Je n’ai pas dormi cette nuit»"}});
}

TEST_CASE("the name before a role says whose it is, and is no person") {
  check_last_quotes({{"en", "A Selm Brill spokeswoman left early. \"The lamp is dark again,\" the director said.",
                      "?: «The lamp is dark again,»"}});
}
