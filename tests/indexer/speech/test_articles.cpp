#include <iomanip>
#include <map>
#include <sstream>

#include "tests/indexer/speech/spoken.hpp"
#include "tests/indexer/speech/told_article.hpp"
#include "tests/support/catch.hpp"

using dateline::tests::compare_speakers;
using dateline::tests::read_told_articles;
using dateline::tests::Spoken;
using dateline::tests::Tally;
using dateline::tests::ToldArticle;

namespace {

Tally tally_of(const ToldArticle& article) {
  const Spoken spoken(article.lines, article.language, article.title);
  std::set<std::string> found;
  for (const auto& quote : spoken.speech.quotes)
    if (quote.speaker) found.insert(spoken.speech.speakers.at(*quote.speaker).name);
  return compare_speakers(article, found);
}

std::string line_of(const std::string& name, const Tally& tally) {
  std::ostringstream line;
  line << std::left << std::setw(6) << name << std::fixed << std::setprecision(2) << " precision " << tally.precision()
       << " recall " << tally.recall() << '\n';
  for (const std::string& complaint : tally.complaints) line << "         " << complaint << '\n';
  return line.str();
}

}  // namespace

// Every speaker of every article, in the languages that are neither English nor German. The floors are what is reached;
// they only rise.
TEST_CASE("who speaks in an article is found in every language") {
  std::map<std::string, Tally> by_language;
  for (const ToldArticle& article : read_told_articles(SOURCE_DIR "/tests/indexer/speech/articles"))
    by_language[article.language] += tally_of(article);
  Tally total;
  std::string report;
  for (const auto& [language, tally] : by_language) {
    report += line_of(language, tally);
    total.right += tally.right;
    total.wrong += tally.wrong;
    total.missed += tally.missed;
  }
  report += line_of("total", total);
  INFO(report);
  CHECK(total.precision() >= 0.995);
  CHECK(total.recall() >= 0.99);
}
