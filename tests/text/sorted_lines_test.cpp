#include "text/sorted_lines.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace dateline::text;

TEST_CASE("sorted lines are found by their keys") {
  const SortedLines table(
      "bay\t1\n"
      "bay herald\t2\n"
      "bay herald\t3\n"
      "bay.example\t4\n"
      "bayside\t5\n");
  CHECK(table.find("bay") == "bay\t1\n");
  CHECK(table.find("bay herald") == "bay herald\t2\nbay herald\t3\n");
  CHECK(table.find("bayside") == "bayside\t5\n");
  for (const char* other : {"", "ba", "bay h", "bays", "zebra", "a"}) CHECK(table.find(other).empty());
  CHECK(table.begins_key("bay"));
  CHECK(table.begins_key("bay herald"));
  CHECK_FALSE(table.begins_key("ba"));
  CHECK_FALSE(table.begins_key("bay her"));
  CHECK_FALSE(SortedLines("bay herald\t1\n").begins_key("herald"));
  CHECK(SortedLines("bay herald\t1\n").begins_key("bay"));
  CHECK(SortedLines("").find("bay").empty());
  CHECK_FALSE(SortedLines("").begins_key("bay"));
}

TEST_CASE("every key of a made table is found, and no other") {
  std::mt19937 random(7);
  std::set<std::string> keys;
  while (keys.size() < 500) {
    std::string key;
    for (auto length = 1 + random() % 6; length > 0; --length) key += "ab .\xC3\xA9"[random() % 6];
    keys.insert(key);
  }
  std::string lines;
  for (const std::string& key : keys) lines += key + "\tof " + key + "\n";
  const SortedLines table(lines);
  for (const std::string& key : keys) {
    if (table.find(key) != key + "\tof " + key + "\n") FAIL(key);
    if (!table.begins_key(key)) FAIL(key);
    const std::string other = key + "a";
    if (table.find(other).empty() == keys.contains(other)) FAIL(other);
    const bool begins = std::any_of(
        keys.begin(), keys.end(), [&](const std::string& one) { return one == other || one.starts_with(other + ' '); });
    if (table.begins_key(other) != begins) FAIL(other);
  }
}

TEST_CASE("fields and lines are taken off one by one") {
  std::string_view lines = "a\tb\t\nc";
  std::string_view line = take_line(lines);
  CHECK(take_field(line) == "a");
  CHECK(take_field(line) == "b");
  CHECK(take_field(line).empty());
  CHECK(take_line(lines) == "c");
  CHECK(lines.empty());
}
