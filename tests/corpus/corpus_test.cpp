// The sample corpus is understood at least as well as sample_corpus/floors.json says. Floors only rise.
// With DATELINE_SHOW_MISSES=1 every miss is printed.
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "dateline/indexer.hpp"
#include "tests/corpus/gold.hpp"
#include "tests/corpus/score.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace dateline;
using namespace dateline::tests;

const std::string corpus = SOURCE_DIR "/sample_corpus";

std::string content_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The articles of each file, in order.
std::map<std::string, std::vector<Article>> read_corpus(const std::vector<GoldArticle>& gold) {
  IndexOptions options;
  options.aliases = corpus + "/aliases.tsv";
  options.source_table = corpus + "/sources.tsv";
  std::map<std::string, std::vector<Article>> articles;
  for (const GoldArticle& wanted : gold) {
    if (articles.count(wanted.input)) continue;
    std::vector<ReportEntry> rejected;
    articles[wanted.input] = Indexer::inspect(content_of(corpus + "/" + wanted.input), wanted.input, options, rejected);
    for (const ReportEntry& entry : rejected) UNSCOPED_INFO(entry.input << " was rejected: " << entry.reason);
  }
  return articles;
}

TEST_CASE("the sample corpus is understood as its gold says") {
  const std::vector<GoldArticle> gold = load_gold(corpus);
  REQUIRE(gold.size() >= 60);
  const auto articles = read_corpus(gold);

  Score score;
  for (const GoldArticle& wanted : gold) {
    const std::vector<Article>& of_file = articles.at(wanted.input);
    const std::size_t at = wanted.line ? wanted.line - 1 : 0;
    score.add(wanted, at < of_file.size() ? &of_file[at] : nullptr);
  }

  if (std::getenv("DATELINE_SHOW_MISSES"))
    for (const std::string& miss : score.misses()) std::cout << miss << '\n';
  const std::map<std::string, double> floors = load_floors(corpus);
  for (const auto& [measure, fraction] : score.fractions()) {
    std::cout << std::left << std::setw(20) << measure << std::fixed << std::setprecision(3) << fraction.value()
              << "  (" << fraction.right << " of " << fraction.of << ")\n";
    INFO(measure);
    REQUIRE(floors.count(measure) == 1);
    CHECK(fraction.value() >= floors.at(measure));
  }
}

}  // namespace
