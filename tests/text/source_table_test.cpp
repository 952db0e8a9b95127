#include "text/names/source_table.hpp"

#include <optional>
#include <stdexcept>
#include <string>

#include "tests/support/catch.hpp"

using namespace dateline::text;

namespace {

std::string canonical(const std::optional<Source>& source) { return source ? source->canonical : ""; }

}  // namespace

TEST_CASE("sources are found by name and house name") {
  struct Row {
    const char *name, *found;
    SourceKind kind;
  };
  const Row rows[] = {
      {"AFP", "AFP", SourceKind::agency},
      {"agence france-presse", "AFP", SourceKind::agency},
      {"ТАСС", "TASS", SourceKind::agency},
      {"新华社", "Xinhua", SourceKind::agency},
      {"共同通信", "Kyodo", SourceKind::agency},
      {"연합뉴스", "Yonhap", SourceKind::agency},
      {"رويترز", "Reuters", SourceKind::agency},
      {"ANADOLU AJANSI", "Anadolu", SourceKind::agency},
      {"the moscow times", "The Moscow Times", SourceKind::publisher},
      {"Le Monde", "Le Monde", SourceKind::publisher},
      {"el pais", "El País", SourceKind::publisher},
      {"Smi24.net", "Smi24.net", SourceKind::aggregator},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const auto source = SourceTable::built_in().find(row.name);
    REQUIRE(source);
    CHECK(source->canonical == row.found);
    CHECK(source->kind == row.kind);
  }
  CHECK_FALSE(SourceTable::built_in().find("The Evening Nobody"));
  CHECK_FALSE(SourceTable::built_in().find(""));
}

TEST_CASE("hosts are found with their subdomains") {
  const SourceTable& table = SourceTable::built_in();
  CHECK(canonical(table.find_host("www.bbc.co.uk")) == "BBC");
  CHECK(canonical(table.find_host("WWW.TheMoscowTimes.com:443")) == "The Moscow Times");
  CHECK(canonical(table.find_host("english.pravda.ru.")) == "Pravda.Ru");
  CHECK(canonical(table.find_host("asia.nikkei.com")) == "Nikkei");
  CHECK(canonical(table.find_host("news.yahoo.com")) == "Yahoo News");
  for (const char* host : {"", "com", "notbbc.co.uk", "co.uk", "example.com", "..."}) {
    INFO(host);
    CHECK(canonical(table.find_host(host)).empty());
  }
}

TEST_CASE("a user's sources come first") {
  const SourceTable table =
      SourceTable::with_user_rows("Our Gazette\tpublisher\tgazette.example\nThe Tea\tpublisher\tAFP\n");
  CHECK(canonical(table.find_host("www.gazette.example")) == "Our Gazette");
  CHECK(canonical(table.find("our gazette")) == "Our Gazette");
  CHECK(canonical(table.find("AFP")) == "The Tea");
  CHECK(canonical(table.find("Reuters")) == "Reuters");
}

TEST_CASE("a wrong source row is named") {
  CHECK_THROWS_AS(SourceTable::with_user_rows("A\tpublisher"), std::invalid_argument);
  CHECK_THROWS_AS(SourceTable::with_user_rows("A\tpub\tB"), std::invalid_argument);
  CHECK_THROWS_AS(SourceTable::with_user_rows("A\tpublisher\t"), std::invalid_argument);
}
