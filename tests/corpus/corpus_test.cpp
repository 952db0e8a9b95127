// The sample corpus is understood at least as well as sample_corpus/floors.json says. Floors only rise.
// With DATELINE_SHOW_MISSES=1 every miss is printed.
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dateline/indexer.hpp"
#include "schema/snapshot.hpp"
#include "tests/corpus/gold.hpp"
#include "tests/corpus/score.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

namespace {

using namespace dateline;
using namespace dateline::tests;

const std::string corpus = SOURCE_DIR "/sample_corpus";

// The articles of each file, in order.
std::map<std::string, std::vector<Article>> read_corpus(const std::vector<GoldArticle>& gold) {
  IndexOptions options;
  options.aliases = corpus + "/aliases.tsv";
  options.source_table = corpus + "/sources.tsv";
  std::map<std::string, std::vector<Article>> articles;
  for (const GoldArticle& wanted : gold) {
    if (articles.count(wanted.input)) continue;
    const std::filesystem::path file = corpus + "/" + wanted.input;
    REQUIRE(std::filesystem::is_regular_file(file));
    std::vector<ReportEntry> rejected;
    articles[wanted.input] = Indexer::inspect(read_file(file), wanted.input, options, rejected);
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

// Path and line, as the archive names the articles of a group.
using Group = std::set<std::string>;

std::set<Group> groups_in(const std::filesystem::path& archive) {
  const auto snapshot = schema::Snapshot::open(archive);
  std::set<Group> groups;
  for (std::uint32_t group = 0; group < snapshot->copies().size(); ++group) {
    Group inputs;
    for (const schema::ArticlePlace& place : snapshot->copies().members(group))
      inputs.emplace(snapshot->segments()[place.segment].columns->input(place.article));
    groups.insert(inputs);
  }
  return groups;
}

TEST_CASE("the copies of the sample corpus are grouped, and nothing else") {
  const std::vector<GoldArticle> gold = load_gold(corpus);
  std::map<std::string, Group> by_story;
  std::set<std::string> folders;
  for (const GoldArticle& article : gold) {
    const std::size_t slash = article.input.find('/');
    folders.insert(corpus + "/" + article.input.substr(0, slash));
    const std::string line = article.line ? ":" + std::to_string(article.line) : "";
    if (article.copies_of) by_story[*article.copies_of].insert(article.input.substr(slash + 1) + line);
  }
  std::set<Group> expected;
  for (const auto& [story, group] : by_story) expected.insert(group);
  REQUIRE(expected.size() == 3);

  const TemporaryDirectory folder;
  IndexOptions options;
  options.aliases = corpus + "/aliases.tsv";
  options.source_table = corpus + "/sources.tsv";
  Indexer::open(folder / "a", options).add_paths({folders.begin(), folders.end()});
  CHECK(groups_in(folder / "a") == expected);
}

}  // namespace
