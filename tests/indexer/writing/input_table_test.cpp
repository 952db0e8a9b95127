#include "indexer/writing/input_table.hpp"

#include <memory>
#include <string>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;

TEST_CASE("recorded inputs are replaced by root and name, and come back from bytes") {
  InputTable table;
  table.record({"/news", "a.txt", 10, -5, "o", 1});
  table.record({"/news", "b.txt", 20, 1'700'000'000'000'000'000, "o", 3});
  table.record({"/other", "a.txt", 30, 0, "", 0});
  table.record({"/news", "a.txt", 11, -4, "p", 2});
  REQUIRE(table.rows().size() == 3);
  CHECK(table.rows()[0].size == 11);
  const InputTable read = decode_inputs(encode(table));
  REQUIRE(read.rows().size() == 3);
  CHECK(read.rows()[0].modified_ns == -4);
  CHECK(read.rows()[0].options == "p");
  CHECK(read.rows()[1].modified_ns == 1'700'000'000'000'000'000);
  CHECK(read.rows()[1].articles == 3);
  CHECK(read.rows()[2].root == "/other");
}

TEST_CASE("forgetting an input leaves the others") {
  InputTable table;
  for (const char* name : {"a", "b", "c"}) table.record({"/", name, 0, 0, "", 0});
  CHECK(table.forget("/", "a"));
  CHECK_FALSE(table.forget("/", "a"));
  table.record({"/", "c", 9, 0, "", 0});
  REQUIRE(table.rows().size() == 2);
  CHECK(table.rows()[0].input == "b");
  CHECK(table.rows()[1].input == "c");
  CHECK(table.rows()[1].size == 9);
  CHECK(table.forget("/", "c"));
  CHECK(table.forget("/", "b"));
  CHECK(table.rows().empty());
}

TEST_CASE("a damaged table of inputs is refused") {
  InputTable table;
  table.record({"/news", "a.txt", 10, 5, "o", 1});
  const std::string bytes = encode(table);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    CHECK_THROWS_AS(decode_inputs(bytes.substr(0, i)), Error);
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    CHECK_THROWS_AS(decode_inputs(damaged), Error);
  }
}

namespace {

std::shared_ptr<const WrittenInputs> written(int count) {
  InputTable table;
  for (int i = 0; i < count; ++i) table.record({"/news", std::to_string(i), static_cast<std::uint64_t>(i), i, "o", 1});
  return std::make_shared<const WrittenInputs>(encode(table));
}

}  // namespace

TEST_CASE("each written input is found, and nothing else") {
  const InputTable table(written(1000));
  for (int i = 0; i < 1000; ++i) {
    const auto row = table.find("/news", std::to_string(i));
    REQUIRE(row);
    CHECK(row->size == static_cast<std::uint64_t>(i));
  }
  CHECK_FALSE(table.find("/news", "1000"));
  CHECK_FALSE(table.find("/new", "s1"));
  CHECK_FALSE(table.find("/other", "1"));
  CHECK_FALSE(InputTable(written(0)).find("/news", "0"));
}

TEST_CASE("what changed since a table was written comes back with it") {
  const auto file = written(10);
  InputTable table(file);
  CHECK(table.forget("/news", "3"));
  table.record({"/news", "5", 55, 0, "o", 1});
  table.record({"/news", "new", 1, 0, "o", 1});
  table.record({"/news", "gone again", 1, 0, "o", 1});
  CHECK(table.forget("/news", "gone again"));
  CHECK_FALSE(table.forget("/news", "gone again"));

  const InputChanges changes = table.changes();
  CHECK(changes.rows.size() == 2);
  CHECK(changes.forgotten.size() == 1);
  const InputTable again(file, decode_input_changes(encode(changes)));
  for (const InputTable& one : {table, again, decode_inputs(encode(again))}) {
    CHECK_FALSE(one.find("/news", "3"));
    CHECK_FALSE(one.find("/news", "gone again"));
    CHECK(one.find("/news", "5").value().size == 55);
    std::string order;
    for (const InputStamp& row : one.rows()) order += row.input + ' ';
    CHECK(order == "0 1 2 4 5 6 7 8 9 new ");
  }
}

TEST_CASE("a table that an older version wrote, without an index, is read, and better written anew") {
  const auto file = written(100);
  schema::RecordWriter rows;
  for (int i = 0; i < 3; ++i) {
    schema::RecordWriter row;
    row.text(1, "/news");
    row.text(2, std::to_string(i));
    row.number(3, static_cast<std::uint64_t>(7 + i));
    rows.field(1, row.bytes());
  }
  const InputTable old = decode_inputs(schema::seal("INPT", rows.bytes()));
  REQUIRE(old.rows().size() == 3);
  CHECK(old.find("/news", "2").value().size == 9);
  CHECK_FALSE(old.find("/news", "3"));
  CHECK(old.has_many_changes());
  CHECK_FALSE(InputTable(file).has_many_changes());
}

TEST_CASE("all is written anew when much has changed") {
  InputTable table(written(10));
  for (int i = 0; i < 512; ++i) table.record({"/news", "more " + std::to_string(i), 1, 0, "o", 1});
  CHECK_FALSE(table.has_many_changes());
  table.record({"/news", "one more", 1, 0, "o", 1});
  CHECK(table.has_many_changes());
}

TEST_CASE("damaged changes of recorded inputs are refused") {
  const std::string bytes =
      encode(InputChanges{{{"/news", "a.txt", 10, 5, "o", 1}}, {{"/news", "b.txt", 0, 0, "", 0}}});
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    CHECK_THROWS_AS(decode_input_changes(bytes.substr(0, i)), Error);
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    CHECK_THROWS_AS(decode_input_changes(damaged), Error);
  }
}
