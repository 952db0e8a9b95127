#include "text/utf8.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace dateline::text;

TEST_CASE("only well-formed sequences are UTF-8") {
  for (const char* good : {"", "a", "é", "京", "😀", "\xF4\x8F\xBF\xBF"}) CHECK(is_utf8(good));
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xF8\x88\x80\x80\x80", "a\xE4\xBA"})
    CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("bytes are repaired at the door") {
  struct Row {
    std::string bytes, text;
    std::size_t replaced;
  };
  const std::string replacement = "\xEF\xBF\xBD";
  const Row rows[] = {
      {"plain", "plain", 0},
      {"\xEF\xBB\xBFmark", "mark", 0},
      {"a\r\nb\rc\n\td", "a\nb\nc\n\td", 0},
      {std::string("a\0b\x01"
                   "c\x1B",
                   6),
       "a b c ", 0},
      {"caf\xE9!", "caf" + replacement + "!", 1},
      {"\xE4\xBA", replacement, 1},
      {"\xE4\xBA京", replacement + "京", 1},
      {"\xFF\xFF", replacement + replacement, 2},
      {"\xED\xA0\x80", replacement + replacement + replacement, 3},
      {"\r", "\n", 0},
      {"😀", "😀", 0},
  };
  for (const Row& row : rows) {
    INFO(row.bytes);
    const Repaired repaired = repair(row.bytes);
    CHECK(repaired.text == row.text);
    CHECK(repaired.replaced == row.replaced);
    CHECK(is_utf8(repaired.text));
  }
}

TEST_CASE("code points are decoded, appended and counted") {
  const std::string text = "aé京😀";
  const char32_t expected[] = {U'a', U'é', U'京', U'😀'};
  std::size_t at = 0;
  std::string copy;
  for (const char32_t c : expected) {
    CHECK(next_code_point(text, at) == c);
    append(copy, c);
  }
  CHECK(at == text.size());
  CHECK(copy == text);
  CHECK(count_code_points(text) == 4);
  CHECK(next_code_point(text, at) == 0xFFFD);  // behind the end
  append(copy, 0xD800);
  CHECK(is_utf8(copy));
}

TEST_CASE("byte offsets become code point offsets") {
  const std::string text = "aé京😀b";
  CodePointCounter counter(text);
  CHECK(counter.at(0) == 0);
  CHECK(counter.at(3) == 2);
  CHECK(counter.at(10) == 4);
  CHECK(counter.at(1) == 1);  // back again
  CHECK(counter.at(99) == 5);
}

TEST_CASE("a text is cut between code points") {
  using dateline::text::beginning;
  CHECK(beginning("abc", 2) == "ab");
  CHECK(beginning("aé", 2) == "a");
  CHECK(beginning("aé", 3) == "aé");
  CHECK(beginning("京都", 5) == "京");
  CHECK(beginning("京都", 2).empty());
  CHECK(beginning("", 4).empty());
}

TEST_CASE("the last code point is found from behind") {
  using dateline::text::last_code_point_at;
  CHECK(last_code_point_at("") == 0);
  CHECK(last_code_point_at("a") == 0);
  CHECK(last_code_point_at("a京") == 1);
  CHECK(last_code_point_at("京a") == 3);
}
