#include "indexer/writing/shards.hpp"

#include <xapian.h>

#include "dateline/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document_batches.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::indexer;

namespace fs = std::filesystem;

namespace {

tests::DocumentContent document(int number) {
  tests::DocumentContent content;
  content.postings = {{"Q" + std::to_string(number), 0, {}}, {"Zferri", 2, {}}, {"ferry", 2, {0, 7}}};
  content.values = {{schema::Slot::language, "en"}};
  content.data = "data " + std::to_string(number);
  content.forms = {{"Zferri", number % 2 == 0 ? "ferry" : "ferries"}};
  return content;
}

std::vector<Xapian::termpos> positions(const Xapian::Database& database, Xapian::docid id, const std::string& term) {
  return {database.positionlist_begin(id, term), database.positionlist_end(id, term)};
}

}  // namespace

TEST_CASE("more shards than can be open at once become one database in their order") {
  const tests::TemporaryDirectory folder;
  fs::create_directory(folder / "scratch");
  std::vector<fs::path> shards;
  constexpr int number = 131;  // three groups, the last one small
  for (int i = 0; i < number; ++i) {
    shards.push_back((folder / "scratch") / std::to_string(i));
    write_shard(shards.back(), tests::numbered({document(2 * i), document(2 * i + 1)}));
  }
  merge_shards(shards, folder / "scratch", folder / "db");
  CHECK(fs::is_empty(folder / "scratch"));
  const Xapian::Database database((folder / "db").string());
  REQUIRE(database.get_doccount() == 2 * number);
  REQUIRE(database.get_lastdocid() == 2 * number);
  for (int i = 0; i < 2 * number; ++i) {
    const auto id = static_cast<Xapian::docid>(i + 1);
    CHECK(database.get_document(id).get_data() == "data " + std::to_string(i));
    CHECK(*database.postlist_begin("Q" + std::to_string(i)) == id);
  }
  CHECK(positions(database, 200, "ferry") == std::vector<Xapian::termpos>{0, 7});
  CHECK(database.get_document(200).get_value(2) == "en");
  CHECK(database.get_collection_freq("ferry") == 4 * number);
  CHECK(database.get_doclength(9) == 4);  // boolean terms weigh nothing
  const std::vector<std::string> forms(database.synonyms_begin("Zferri"), database.synonyms_end("Zferri"));
  CHECK(forms == std::vector<std::string>{"ferries", "ferry"});
}

TEST_CASE("failures of the database are ours") {
  const tests::TemporaryDirectory folder;
  try {
    write_shard(folder / "no/such/folder", tests::numbered({document(1)}));
    FAIL("it was written");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("no/such/folder") != std::string::npos);
  }
}
