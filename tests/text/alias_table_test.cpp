#include "text/names/alias_table.hpp"

#include <stdexcept>
#include <string>

#include "tests/support/catch.hpp"

using namespace dateline::text;

TEST_CASE("a name is found in any script, case and spacing") {
  const AliasTable& table = AliasTable::built_in();
  for (const char* name :
       {"Dmitry Peskov", "DMITRY  PESKOV", "Дмитрий Песков", "دمیتری پسکوف", "دميتري بيسكوف", "Dmitrij Peskow"}) {
    INFO(name);
    REQUIRE_FALSE(table.find(name).empty());
    CHECK(table.find(name).front()->canonical == "Dmitry Peskov");
    CHECK(table.find(name).front()->kind == AliasKind::person);
    CHECK(table.find(name).front()->gender == 'm');
    CHECK(table.find(name).front()->row().find("built-in row ") == 0);
  }
  CHECK(table.find("Nobody Atall").empty());
  CHECK(table.find("").empty());
  CHECK(table.spellings("Dmitry Peskov").size() > 10);
  CHECK(table.rows().size() > 1500);
}

TEST_CASE("short rows say that they are short") {
  const auto& rows = AliasTable::built_in().find("Песков");
  REQUIRE_FALSE(rows.empty());
  CHECK_FALSE(rows.front()->full);
}

TEST_CASE("a user's rows come first") {
  const AliasTable table = AliasTable::with_user_rows(
      "# mine\n\nDimitri the Baker\tperson\tm\ten\tDmitry Peskov\tfull\nThe Guild\torg\t-\t*\tBakers’ Guild\tfull\n");
  const auto& rows = table.find("dmitry peskov");
  REQUIRE(rows.size() >= 2);
  CHECK(rows[0]->canonical == "Dimitri the Baker");
  CHECK(rows[0]->row() == "aliases row 3");
  CHECK(rows[1]->canonical == "Dmitry Peskov");
  REQUIRE_FALSE(table.find("BAKERS' GUILD").empty());
  CHECK(table.find("BAKERS' GUILD").front()->kind == AliasKind::body);
}

TEST_CASE("a wrong row is named") {
  struct Row {
    const char *tsv, *message;
  };
  const Row rows[] = {
      {"A\tperson\tm\ten\tB", "aliases row 1: 5 columns"},
      {"#\nA\tking\tm\ten\tB\tfull", "aliases row 2: kind is 'king'"},
      {"A\tperson\tx\ten\tB\tfull", "aliases row 1: gender is 'x'"},
      {"A\tperson\tm\ten\tB\tlong", "aliases row 1: scope is 'long'"},
      {"\tperson\tm\ten\tB\tfull", "aliases row 1: no canonical"},
      {"A\tperson\tm\ten\t...\tfull", "aliases row 1: no alias"},
  };
  for (const Row& row : rows) {
    INFO(row.tsv);
    std::string message;
    try {
      AliasTable::with_user_rows(row.tsv);
    } catch (const std::invalid_argument& error) {
      message = error.what();
    }
    CHECK(message.find(row.message) == 0);
  }
}

TEST_CASE("a name's id is its folded words") {
  CHECK(name_id("Dmitry Peskov") == "dmitry-peskov");
  CHECK(name_id("  José  O’Brien, Jr. ") == "jose-o-brien-jr");
  CHECK(name_id("Лук’яненко") == "лукяненко");
  CHECK(name_id("習近平") == "習近平");
  CHECK(name_id("...").empty());
}
