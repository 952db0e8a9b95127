#include "indexer/input/json.hpp"

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

#include "indexer/input/quick_json.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::indexer;

namespace {

constexpr std::size_t deepest = 64;

std::string parsed(const std::string& text) {
  std::string reason;
  const auto value = parse_json(text, reason);
  return value ? to_text(*value) : reason;
}

// What the other parser makes of it; "" when it refuses.
std::string by_nlohmann(const std::string& text) {
  const auto value = nlohmann::ordered_json::parse(text, nullptr, false);
  return value.is_discarded() ? "" : value.dump();
}

const std::vector<std::string> documents{
    R"({"title":"The pier","text":"One \"word\"\n\u00e9 \ud83d\udea2","n":[1,-2,3.50,1e3,-0,true,false,null],"o":{}})",
    R"([{"id":"a","text":"Überfahrt"},{"id":7},[],[[]],""," "])",
    R"( { "a" : { "b" : [ 1 , 2 , { "c" : "d" } ] } , "e" : null } )",
    R"({"big":18446744073709551615,"small":-9223372036854775808,"f":0.1,"g":1E-7})",
    R"({"港":"新聞\\","key\t":"\/","":[""]})",
};

}  // namespace

TEST_CASE("JSON is read as it is written") {
  CHECK(parsed(R"({"a":[1,2.50,"x\u0041",null,true],"a":{}})") == R"({"a":[1,2.50,"xA",null,true],"a":{}})");
  CHECK(parsed(" [ -0 , 1e3 ] ") == "[0,1e3]");
  CHECK(parsed("7") == "7");
  CHECK(parsed("\"x\"") == "\"x\"");
  CHECK(parsed("null") == "null");
  CHECK(parsed("[123456789012345678901234567890]") == "[123456789012345678901234567890]");
  CHECK(parsed("[nul]") == "not JSON at byte 5");
  CHECK(parsed("[1] x") == "not JSON at byte 5");
  CHECK(parsed("{\"a\":1,}") == "not JSON at byte 8");
  CHECK(parsed("") == "not JSON at byte 1");
  CHECK(parsed("[\"\\ud800\"]").starts_with("not JSON"));
  CHECK(parsed("[\"\xFF\"]").starts_with("not JSON"));
  CHECK(parsed(std::string("[\"a\0b\"]", 7)).starts_with("not JSON"));
}

TEST_CASE("JSON is bounded in depth") {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK(parsed(nested(64)) == nested(64));
  CHECK(parsed(nested(65)) == "JSON nested deeper than 64 levels");
  CHECK(read_quickly(nested(64), deepest));
  CHECK_FALSE(read_quickly(nested(65), deepest));
  CHECK(parsed(nested(100'000)) == "JSON nested deeper than 64 levels");
}

TEST_CASE("what is read quickly is what the other parser reads") {
  for (const std::string& document : documents) {
    INFO(document);
    const auto quick = read_quickly(document, deepest);
    REQUIRE(quick);
    CHECK(by_nlohmann(to_text(*quick)) == by_nlohmann(document));
  }
}

TEST_CASE("damaged JSON is read quickly only when it is still JSON") {
  std::mt19937 random(11);
  const std::string marks = "{}[]\",:\\0 1-.enulltrue\x80\xC3\n";
  int still_json = 0, broken = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text = documents[random() % documents.size()];
    for (auto changes = 1 + random() % 3; changes > 0; --changes) {
      const std::size_t at = random() % text.size();
      if (random() % 3 == 0)
        text.erase(at, 1 + random() % 4);
      else if (random() % 2 == 0)
        text.insert(at, 1, marks[random() % marks.size()]);
      else
        text[at] = marks[random() % marks.size()];
      if (text.empty()) text = "[";
    }
    const auto quick = read_quickly(text, deepest);
    const std::string expected = by_nlohmann(text);
    if (!quick) {
      ++broken;
      continue;
    }
    ++still_json;
    if (expected.empty() || by_nlohmann(to_text(*quick)) != expected) FAIL(text);
  }
  CHECK(still_json > 1000);
  CHECK(broken > 1000);
}
