// A table that is written from its first key to its last is one for Xapian and for our reader.
#include "schema/glass/table_writer.hpp"

#include <map>
#include <random>

#include <xapian.h>

#include "dateline/error.hpp"
#include "schema/glass/version_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::schema::glass;
using dateline::tests::TemporaryDirectory;

namespace {

using Items = std::map<std::string, std::string>;

std::string random_bytes(std::mt19937& random, std::size_t bytes) {
  std::string made(bytes, '\0');
  for (char& c : made) c = static_cast<char>(random());
  return made;
}

WrittenTable write(const std::filesystem::path& file, const Items& items) {
  TableWriter writer(file);
  for (const auto& [key, tag] : items) writer.add(key, tag);
  return writer.finish();
}

void check_with_reader(const std::filesystem::path& file, const WrittenTable& written, const Items& items) {
  const Table table(file, written.root);
  Table::Cursor cursor(table);
  auto expected = items.begin();
  bool more = cursor.find_from(items.empty() ? "" : items.begin()->first);
  for (; more; more = cursor.next(), ++expected) {
    REQUIRE(expected != items.end());
    REQUIRE(cursor.key() == expected->first);
    REQUIRE(cursor.tag() == expected->second);
  }
  REQUIRE(expected == items.end());
  Table::Cursor jumping(table);
  for (auto item = items.rbegin(); item != items.rend(); ++item) {
    REQUIRE(jumping.find(item->first));
    REQUIRE(jumping.tag() == item->second);
    REQUIRE_FALSE(jumping.find(item->first + '\0' + '\1'));
  }
}

// Metadata have keys and tags of any bytes.
void check_with_xapian(const std::filesystem::path& folder, const Items& metadata) {
  Items items;
  for (const auto& [key, tag] : metadata) items[std::string("\0\xc0", 2) + key] = tag;
  WrittenTables tables;
  tables.postings = write(folder / "postlist.glass", items);
  write_version_file(folder / "iamglass", tables, {});
  REQUIRE(Xapian::Database::check(folder.string(), 0, nullptr) == 0);
  const Xapian::Database database(folder.string());
  for (const auto& [key, tag] : metadata) REQUIRE(database.get_metadata(key) == tag);
  auto expected = metadata.begin();
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key, ++expected) {
    REQUIRE(expected != metadata.end());
    REQUIRE(*key == expected->first);
  }
  REQUIRE(expected == metadata.end());
}

void check(const Items& items) {
  const TemporaryDirectory folder;
  const WrittenTable written = write(folder / "table", items);
  CHECK(written.entries == items.size());
  check_with_reader(folder / "table", written, items);
  check_with_xapian(folder.path(), items);
}

}  // namespace

TEST_CASE("a table of no item, of one, of two") {
  check({});
  check({{"a", "1"}});
  check({{"a", "2"}, {"b", std::string(1, '\0')}});
}

TEST_CASE("random keys and tags, of three levels") {
  std::mt19937 random(5);
  Items items;
  for (int i = 0; i < 30'000; ++i) {
    // Long keys that begin alike make branches full.
    const std::string key =
        random() % 3 == 0 ? random_bytes(random, 1 + random() % 200) : std::string(150, 'k') + random_bytes(random, 8);
    items[key] = random_bytes(random, 1 + random() % 60);
  }
  check(items);
}

TEST_CASE("tags of each length around what one item, one block and several hold") {
  for (const std::size_t key_bytes : {std::size_t{1}, std::size_t{2}, std::size_t{100}, std::size_t{250}}) {
    std::mt19937 random(static_cast<unsigned>(key_bytes));
    Items items;
    for (std::size_t bytes = 1; bytes < 9000; bytes += bytes % 2030 < 2000 && bytes > 100 ? 97 : 1)
      items[random_bytes(random, key_bytes)] = random_bytes(random, bytes);
    items[random_bytes(random, key_bytes)] = random_bytes(random, 3'000'000);
    check(items);
  }
}

TEST_CASE("what the format has no room for is refused") {
  const TemporaryDirectory folder;
  TableWriter writer(folder / "table");
  writer.add(std::string(255, 'a'), "tag");
  CHECK_THROWS_AS(writer.add(std::string(256, 'b'), "tag"), Error);
  CHECK_THROWS_AS(writer.add("b", std::string(140'000'000, 't')), Error);
  CHECK_THROWS_AS(TableWriter(folder / "no/folder"), Error);
}
