// The bounds of what is read, and that nothing beyond them harms.
#include <chrono>
#include <functional>

#include "tests/searcher/query/tables.hpp"

using namespace dateline::searcher;
using dateline::searcher::tests::read;

namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::size_t words(const Node& node) {
  std::size_t count = node.children.empty();
  for (const Node& child : node.children) count += words(child);
  return count;
}

void check_bounded(const std::string& query) {
  const ParsedQuery parsed = read(query);
  CHECK(words(parsed.root) <= 1000);
  CHECK(parsed.warnings.size() <= 20);
  for (const std::string& warning : parsed.warnings) CHECK(warning.size() < 1000);
  CHECK((read(print(parsed.root)).root == parsed.root));
}

}  // namespace

TEST_CASE("a thousand words are read") {
  CHECK(read(repeated("a ", 1000)).root.children.size() == 1000);
  CHECK(read(repeated("a ", 1000)).warnings.empty());
  CHECK(read(repeated("a ", 1001)).root.children.size() == 1000);
  CHECK(read(repeated("a ", 1001)).warnings.size() == 1);
  CHECK(read('"' + repeated("a ", 1001) + '"').root.kind == NodeKind::everything);
}

TEST_CASE("a hundred levels of brackets are read") {
  CHECK(print(read(repeated("(", 100) + "a" + repeated(")", 100) + " b").root) == "a b");
  const ParsedQuery deeper = read(repeated("(", 101) + "a" + repeated(")", 101) + " b");
  CHECK(print(deeper.root) == "b");
  CHECK(deeper.warnings.size() == 2);
  check_bounded(repeated("a OR (b AND (c -(", 30) + "d" + repeated(")", 90));
  check_bounded(repeated("title:(a ", 99) + repeated(")", 99));
  check_bounded(repeated("NOT (a ", 99) + repeated(")", 99));
  check_bounded(repeated("a NEAR/3 (b OR (", 50) + "x" + repeated("))", 50));
}

TEST_CASE("hostile lengths are read in linear time") {
  const std::size_t many = 300'000;
  for (const char* piece : {"(",       ")",   "\"",  "“",    "«",       "「",   "-",    "=",
                            "*",       "~",   ":",   "a:",   "-(",      "NOT ", "OR ",  "a NEAR/1 b NEAR/2 ",
                            "title:(", "a",   ".",   "~1",   "\"a\"~2", "a*",   "\xFF", "(a OR ",
                            "+",       "צ\"", "://", "a://", "、",      "1:",   "=(",   "title:\""}) {
    INFO(piece);
    const auto start = std::chrono::steady_clock::now();
    check_bounded(repeated(piece, many));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  }
}

TEST_CASE("a long word is cut, not refused") {
  for (const char* suffix : {"", "*", "~2"}) check_bounded(repeated("x", 5000) + suffix);
  check_bounded("=" + repeated("я", 5000));
  check_bounded("source:" + repeated("я", 5000));
  check_bounded("\"" + repeated("я", 5000) + "\"");
  check_bounded(repeated("x~1", 700));
  CHECK(read(repeated("x", 5000)).root.text.size() <= 1000);
}
