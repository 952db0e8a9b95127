#include "indexer/reading/line_key.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace dateline::indexer;

namespace {

LineKey key_of(std::string_view line) { return keys_of(line, Parts::not_asked_for).line; }

}  // namespace

TEST_CASE("a line is known again by its letters") {
  struct Pair {
    const char *one, *other;
  };
  for (const Pair& pair :
       {Pair{"Support the Quay: give today, 5 May 2024", "SUPPORT THE QUAY — give  today; 17 May 2025"},
        Pair{"Читайте «Берег» каждый день", "ЧИТАЙТЕ БЕРЕГ КАЖДЫЙ ДЕНЬ!"},
        Pair{"می‌خوانید؟ در ساحل بمانید", "میخوانید؟ در ساحل بمانید"},
        Pair{"Читайте п’ять новин щодня тут і завтра", "Читайте пʼять новин щодня тут і завтра"},
        Pair{"港の新聞を毎日お読みください2024", "港の新聞を毎日お読みください９"},
        Pair{"Ｑｕａｙ 全角の行もおなじ", "Ｑｕａｙ全角の行もおなじ"}}) {
    INFO(pair.one);
    CHECK(key_of(pair.one) != 0);
    CHECK(key_of(pair.one) == key_of(pair.other));
  }
  CHECK(key_of("Support the Quay: give today") != key_of("Support the Bay: give today"));
  CHECK(key_of("Support the Quay in 3 days") != key_of("Support the Quay in days"));
  CHECK(key_of(" -- !? ") == 0);
  CHECK(key_of("") == 0);
}

TEST_CASE("only a line that is long enough and begins anew may be cut") {
  CHECK(may_be_cut(key_of("Sign up for the letter of the harbour")));
  CHECK_FALSE(may_be_cut(key_of("Sign up")));
  CHECK_FALSE(may_be_cut(key_of("and the ferry sailed again on the next morning")));
}

TEST_CASE("a longer line is known by the words at its ends") {
  const std::string opening = "Write to our desk at the harbour office about the ferries and ";
  const std::string closing = " who has covered the islands and their ferries for longer than anybody";
  const LineKeys one = keys_of(opening + "Ada Marl" + closing, Parts::too);
  const LineKeys other = keys_of(opening + "Jens Holm Petersen" + closing, Parts::too);
  REQUIRE(one.parts.size() == 4);  // twelve words at each end, and twenty-four
  REQUIRE(other.parts.size() == 4);
  CHECK(one.parts[0] == other.parts[0]);
  CHECK(one.parts[1] == other.parts[1]);
  CHECK(one.parts[2] != other.parts[2]);
  CHECK(one.parts[0] != one.parts[1]);
  CHECK(one.line != other.line);
  CHECK(keys_of(opening + "12" + closing, Parts::too).parts.empty());
  CHECK(keys_of("and " + opening + "Ada Marl" + closing, Parts::too).parts.empty());
  CHECK(keys_of(opening + "Ada Marl" + closing, Parts::not_asked_for).parts.empty());
  CHECK(keys_of("Write to our desk", Parts::too).parts.empty());
}
