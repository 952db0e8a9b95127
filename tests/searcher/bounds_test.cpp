// Queries made to be dear: each is answered, and the answer says what was limited.
#include <algorithm>

#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

using Ids = std::vector<std::string>;

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// 0 -> "aaaa", 1 -> "aaab", ...: all begin with an a.
std::string word(std::size_t number) {
  std::string letters(5, 'a');
  for (std::size_t at = 4; at > 0; --at, number /= 26) letters[at] = static_cast<char>('a' + number % 26);
  return letters;
}

std::string words(std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) text += word(i) + ' ';
  return text;
}

// More words with one beginning than are followed; a word that is in all the places; sentences upon sentences.
const Archive& sample() {
  static const TemporaryDirectory folder;
  static const Archive archive = [] {
    write_archive(folder / "news", {news("many").paragraph(words(0, 12'000)),
                                    news("few").paragraph("One two three. Two three four. Three four five."),
                                    news("again").paragraph(repeated("again ", 3'000)).paragraph("Once."),
                                    news("frequent").paragraph("And again."),
                                    news("both").paragraph(repeated("Left and right. Right and left. ", 30))});
    return Archive::open(folder / "news");
  }();
  return archive;
}

SearchAnswer answer(const std::string& query, Match match = Match::all) {
  SearchRequest request;
  request.query = query;
  request.match = match;
  const SearchAnswer answer = sample().search(request);
  CHECK(answer.warnings.size() < 25);
  return answer;
}

Ids found(const SearchAnswer& answer) {
  Ids ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

bool warns(const SearchAnswer& answer, const std::string& part) {
  return std::any_of(answer.warnings.begin(), answer.warnings.end(),
                     [&](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("of 20,000 words a thousand are read") {
  const SearchAnswer first = answer(words(0, 1'000)), all = answer(words(0, 20'000));
  CHECK(found(all) == Ids{"many"});
  CHECK(found(all) == found(first));
  CHECK(all.interpreted == first.interpreted);
  CHECK(first.warnings.empty());
  CHECK(warns(all, "only its first 1,000 words were read"));
  CHECK(found(answer(words(11'500, 31'500), Match::any)) == Ids{"many"});
}

TEST_CASE("of 5,000 brackets a hundred are read") {
  const SearchAnswer deep = answer(repeated("(", 5'000) + "one" + repeated(")", 5'000) + " three");
  CHECK(found(deep) == Ids{"few"});
  CHECK(warns(deep, "nested too deeply"));
  CHECK(found(answer(repeated("(", 5'000) + "one")).size() == 5);
  CHECK(found(answer("three" + repeated(")", 5'000))) == Ids{"few"});
  CHECK(found(answer(repeated("-(", 100) + "one" + repeated(")", 100))) == Ids{"few"});
}

TEST_CASE("a wildcard stands for its most frequent words") {
  const SearchAnswer many = answer("a*");
  CHECK(found(many) == Ids{"again", "both", "frequent", "many"});
  CHECK(warns(many, "\"a*\" stands for more words than are followed; the 10000 most frequent were taken"));
  CHECK(warns(answer("body:a*"), "the 1000 most frequent were taken"));
  CHECK(warns(answer("a* NEAR/3 right"), "the 1000 most frequent were taken"));
  CHECK(found(answer("a* NEAR/3 right")) == Ids{"both"});
  CHECK(answer("thre*").warnings.empty());
}

TEST_CASE("all wildcards of a query together stand for a bounded number of words") {
  const SearchAnswer all = answer(repeated("a* ", 1'000));
  CHECK(found(all) == Ids{"again", "both", "frequent", "many"});
  std::size_t taken = 0;
  const SearchAnswer different =
      answer("aa* ab* ac* ad* ae* af* ag* ah* ai* aj* ak* al* am* an* ao* ap* aq* a*", Match::any);
  for (const std::string& warning : different.warnings) {
    const std::size_t number = warning.find("; the ");
    if (number != std::string::npos) taken += std::stoul(warning.substr(number + 6));
  }
  CHECK(taken <= 20'000);
  CHECK(found(different) == Ids{"again", "both", "frequent", "many"});
}

TEST_CASE("a phrase of gaps is a phrase") {
  CHECK(found(answer("\"one * * two\"")) == Ids{"few"});
  CHECK(found(answer("\"one * * * four\"")) == Ids{});
  CHECK(found(answer("\"" + word(0) + repeated(" *", 900) + " " + word(901) + "\"")) == Ids{"many"});
  CHECK(found(answer("\"" + repeated("again * ", 400) + "again\"")) == Ids{"again"});
  CHECK(found(answer("\"" + repeated("* ", 999) + "\"")).size() == 5);
}

TEST_CASE("short words may be few letters off") {
  CHECK(warns(answer("on~2"), "\"on\" is too short to be 2 letters off; it was read with 0."));
  CHECK(warns(answer("two~2"), "\"two\" is too short to be 2 letters off; it was read with 1."));
  CHECK(found(answer("twp~2")) == Ids{"few"});
  CHECK(answer("three~2").warnings.empty());
}

TEST_CASE("words some letters off are looked for among a bounded number of words") {
  std::string query;
  for (std::size_t i = 0; i < 900; ++i) query += word(i * 13) + "~2 ";
  const SearchAnswer many = answer(query);
  CHECK(found(many) == Ids{"many"});
  CHECK(warns(many, "was compared"));
}

TEST_CASE("NEAR a thousand times") {
  std::string query = word(0);
  for (std::size_t i = 1; i < 1'000; ++i) query += (i % 2 == 0 ? " NEAR/1 " : " ADJ/1 ") + word(i);
  CHECK(found(answer(query)) == Ids{"many"});
  CHECK(warns(answer(query + " NEAR/1 one"), "only its first 1,000 words"));
  query.clear();
  for (std::size_t i = 0; i < 1'000; ++i) query += word(i) + " NEAR/1 (";
  const SearchAnswer deep = answer(query + "x" + repeated(")", 1'000));
  CHECK(warns(deep, "nested too deeply"));
}

TEST_CASE("how words may stand near each other is tried so often, and the answer says if it was not enough") {
  const SearchAnswer endless = answer("again NEAR/1000 again NEAR/1000 again NEAR/1000 again NEAR/1000 once");
  CHECK(warns(endless, "could not be compared in full"));
  CHECK(answer("again NEAR/2 again").warnings.empty());
  CHECK(found(answer("again NEAR/2 again")) == Ids{"again"});
}

TEST_CASE("sentences inside paragraphs inside sentences") {
  // Each unit is looked into once, not once for each of those around it.
  std::string query = "left";
  for (std::size_t i = 0; i < 10; ++i) query += " /s right NEAR/2 and /p left";
  CHECK(found(answer(query)) == Ids{"both"});
  for (std::size_t i = 0; i < 100; ++i) query += " /s right NEAR/2 and /p left";
  const SearchAnswer deep = answer(query);
  CHECK((found(deep) == Ids{"both"} || warns(deep, "could not be compared in full")));
  query = "left";
  for (std::size_t i = 0; i < 60; ++i) query = "((" + query + " /s right) NEAR/9 and)";
  CHECK(warns(answer(query), "nested too deeply"));
}

TEST_CASE("hundreds of speakers and quotations are not all tied to each other") {
  CHECK(warns(answer(repeated("speaker:unknown ", 400) + repeated("said:one ", 400)), "tied"));
  CHECK(answer("speaker:unknown said:one").warnings.empty());
}

TEST_CASE("a query of a megabyte is answered") {
  for (const char* piece : {"one ", "x", "(", "\"", "one NEAR/3 ", "-", "said:one ", "a* ", "one~2 ", "\"one * \" ",
                            "{", "źdźbło ", "京", "date:2024 ", "\xFF", "OR ", "title:(", "\"a\"~2 ", "=One "}) {
    INFO(piece);
    std::string query = repeated(piece, (1 << 20) / std::string(piece).size());
    const SearchAnswer large = answer(query);
    CHECK(large.query == query);
    CHECK(large.interpreted.size() < 100'000);
    CHECK(found(answer("three " + query, Match::any)).size() <= 5);
  }
}
