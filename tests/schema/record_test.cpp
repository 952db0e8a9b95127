#include "schema/record.hpp"

#include <random>

#include "tests/support/catch.hpp"

using namespace dateline::schema;

TEST_CASE("varints come back, in as few bytes as they need") {
  struct Row {
    std::uint64_t value;
    std::size_t bytes;
  };
  for (const Row& row :
       {Row{0, 1}, Row{127, 1}, Row{128, 2}, Row{16383, 2}, Row{16384, 3}, Row{0xffffffff, 5}, Row{~0ull, 10}}) {
    std::string out;
    put_varint(out, row.value);
    CHECK(out.size() == row.bytes);
    std::string_view in = out;
    std::uint64_t value = 1;
    REQUIRE(take_varint(in, value));
    CHECK(value == row.value);
    CHECK(in.empty());
    in = std::string_view(out).substr(0, out.size() - 1);
    CHECK_FALSE(take_varint(in, value));
  }
}

TEST_CASE("a varint of more than 64 bits, or 32 where 32 are asked for, is damage") {
  std::string_view in = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02";
  std::uint64_t wide = 0;
  CHECK_FALSE(take_varint(in, wide));
  std::string out;
  put_varint(out, 0x100000000);
  in = out;
  std::uint32_t narrow = 0;
  CHECK_FALSE(take_varint(in, narrow));
}

TEST_CASE("zigzag keeps small numbers of either sign small") {
  CHECK(zigzag(0) == 0);
  CHECK(zigzag(-1) == 1);
  CHECK(zigzag(1) == 2);
  for (const std::int64_t value : {std::int64_t{0}, std::int64_t{-77}, INT64_MIN, INT64_MAX})
    CHECK(unzigzag(zigzag(value)) == value);
}

TEST_CASE("fixed numbers sort as they count") {
  CHECK(fixed32(1) < fixed32(256));
  CHECK(fixed64(255) < fixed64(256));
  CHECK(read_fixed32(fixed32(0xdeadbeef)) == 0xdeadbeef);
  CHECK(read_fixed64(fixed64(~0ull)) == ~0ull);
  CHECK_FALSE(read_fixed32("abc"));
  CHECK_FALSE(read_fixed64("abc"));
}

TEST_CASE("packed strings come back, empty ones too") {
  const std::vector<std::string> strings = {"", "one", std::string(300, 'x'), std::string("a\0b", 3)};
  const std::string packed = pack(strings);
  const auto read = unpack(packed);
  REQUIRE(read);
  CHECK(std::vector<std::string>(read->begin(), read->end()) == strings);
  CHECK(unpack("")->empty());
  CHECK_FALSE(unpack(std::string_view(packed).substr(0, packed.size() - 1)));
}

TEST_CASE("a record's reader stops at damage and says so") {
  RecordWriter writer;
  writer.number(1, 300);
  writer.text(2, "");
  writer.field(3, "");
  writer.text(700, "later");
  RecordReader reader(writer.bytes());
  std::vector<std::uint32_t> tags;
  for (RecordField field; reader.next(field);) tags.push_back(field.tag);
  CHECK(tags == std::vector<std::uint32_t>{1, 3, 700});
  CHECK_FALSE(reader.damaged());
  RecordReader cut(std::string_view(writer.bytes()).substr(0, writer.bytes().size() - 1));
  for (RecordField field; cut.next(field);) continue;
  CHECK(cut.damaged());
}
