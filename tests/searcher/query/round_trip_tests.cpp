// Properties that hold for every string.
#include <random>
#include <string>
#include <vector>

#include "searcher/query/parse.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::searcher;

namespace {

constexpr ParseContext context{20'000};

void check_round_trip(const std::string& query) {
  const ParsedQuery read = parse(query, context);
  const std::string printed = print(read.root);
  const ParsedQuery again = parse(printed, context);
  if (!(again.root == read.root) || print(again.root) != printed) {
    INFO("query:         " << query);
    INFO("printed:       " << printed);
    INFO("printed again: " << print(again.root));
    REQUIRE(again.root == read.root);
  }
  if (read.warnings.size() > 20) FAIL("too many warnings for " << query);
}

const std::vector<std::string> pieces = {"a",
                                         "b",
                                         "Peskov",
                                         "vice-president",
                                         "café",
                                         "京都",
                                         "Песков",
                                         "צה\"ל",
                                         "فارس",
                                         "10:30",
                                         "U.S.",
                                         "C++",
                                         "https://a.example/b?c=1",
                                         " ",
                                         " ",
                                         " ",
                                         " ",
                                         "(",
                                         ")",
                                         "(",
                                         ")",
                                         "（",
                                         "）",
                                         "\"",
                                         "\"",
                                         "“",
                                         "”",
                                         "«",
                                         "»",
                                         "‹",
                                         "「",
                                         "」",
                                         "『",
                                         "』",
                                         "„",
                                         "《",
                                         "》",
                                         " AND ",
                                         " OR ",
                                         " NOT ",
                                         " && ",
                                         " || ",
                                         " | ",
                                         "OR",
                                         "AND",
                                         "NOT",
                                         " NEAR/5 ",
                                         " NEAR ",
                                         " NEAR/3 ",
                                         " ADJ/2 ",
                                         " w/5 ",
                                         " /s ",
                                         " /p ",
                                         " pre/4 ",
                                         "/",
                                         "-",
                                         "-",
                                         "=",
                                         "*",
                                         "~",
                                         "~1",
                                         "~2",
                                         "~9",
                                         "~0.7",
                                         ":",
                                         "：",
                                         "title:",
                                         "TITLE:",
                                         "body:",
                                         "said:",
                                         "by:",
                                         "byline:",
                                         "tag:",
                                         "speaker:",
                                         "speaker:=",
                                         "source:",
                                         "lang:",
                                         "site:",
                                         "id:",
                                         "path:",
                                         "date:",
                                         "after:",
                                         "before:",
                                         "since:",
                                         "until:",
                                         "foo:",
                                         "2024",
                                         "2024-04",
                                         "..",
                                         "2023-02-29",
                                         "2024-02-29",
                                         "yesterday",
                                         "last-week",
                                         "7d",
                                         "999999999y",
                                         "0001",
                                         "9999",
                                         ",",
                                         ".",
                                         ";",
                                         "!",
                                         "?",
                                         "…",
                                         "'",
                                         "’",
                                         "+",
                                         "#",
                                         "$",
                                         "&",
                                         "@",
                                         "[",
                                         "]",
                                         "、",
                                         "，",
                                         "\xFF",
                                         "\xC3",
                                         "\xE2\x80\x8F",
                                         "\n",
                                         "\t",
                                         "🚀",
                                         "\xEF\xBB\xBF",
                                         "－",
                                         "＊",
                                         "＝",
                                         "＂",
                                         "ＡＮＤ",
                                         "://",
                                         "\"*\"",
                                         "* "};

std::string random_query(std::mt19937& random, std::size_t longest) {
  std::string query;
  const std::size_t length = random() % longest;
  for (std::size_t i = 0; i < length; ++i) query += pieces[random() % pieces.size()];
  return query;
}

}  // namespace

TEST_CASE("what is printed is read as the same tree: random queries") {
  std::mt19937 random(1);
  for (int i = 0; i < 60'000; ++i) check_round_trip(random_query(random, i % 2 == 0 ? 8 : 40));
}

TEST_CASE("what is printed is read as the same tree: random bytes") {
  std::mt19937 random(2);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random() % 60, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    check_round_trip(bytes);
  }
}

TEST_CASE("what is printed is read as the same tree: random ASCII") {
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random() % 40, ' ');
    for (char& byte : bytes) byte = static_cast<char>(32 + random() % 95);
    check_round_trip(bytes);
  }
}
