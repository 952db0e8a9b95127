// Whole pages in the shapes of the web, each with what a reader would call its article (tests/pages/gold.json).
// Floors are what is reached; they only rise.
#include <filesystem>
#include <string>

#include "dateline/indexer.hpp"
#include "tests/pages/score.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

namespace {

using namespace dateline;
using namespace dateline::tests;

const std::string folder = SOURCE_DIR "/tests/pages/";

PageAnswer read_page(const std::string& name) {
  const std::filesystem::path file = folder + "html/" + name;
  REQUIRE(std::filesystem::is_regular_file(file));
  std::vector<ReportEntry> rejected;
  const std::vector<Article> articles = Indexer::inspect(read_file(file), name, {}, rejected);
  REQUIRE(articles.size() == 1);
  return answer_of(articles.front());
}

TEST_CASE("web pages are read as a reader would") {
  PageScore score;
  std::string misses;
  for (const auto& [name, gold] : load_page_gold(folder + "gold.json")) {
    const PageAnswer answer = read_page(name);
    const double f1 = overlap_of(gold.body, answer.body).f1();
    const std::string missed = score.add(name, gold, answer);
    INFO(missed);
    CHECK(f1 >= 0.98);  // no page is lost, however good the others are
    if (!missed.empty()) misses += missed + '\n';
  }
  INFO(misses);
  CHECK(score.pages() >= 48);
  CHECK(score.body().f1() >= 0.999);
  CHECK(score.titles() == 1);
  CHECK(score.dates() == 1);
}

TEST_CASE("texts are compared by runs of four words") {
  CHECK(overlap_of("one two three four five", "one two three four five").f1() == 1);
  CHECK(overlap_of("one two three four five", "one two three four").recall == 0.5);
  CHECK(overlap_of("one two three four", "One, two: three four five!").precision == 0.5);
  CHECK(overlap_of("one two three four", "nothing of that kind").f1() == 0);
  CHECK(overlap_of("one two", "one two").f1() == 1);
}

}  // namespace
