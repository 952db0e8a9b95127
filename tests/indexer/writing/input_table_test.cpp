#include "indexer/writing/input_table.hpp"

#include "dateline/error.hpp"
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
  CHECK(table.rows()[0].input == "c");
  CHECK(table.rows()[0].size == 9);
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
