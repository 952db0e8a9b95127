// What the analysis makes of each language's hard cases. golden/LANG.tsv: a text, and its terms as printed() has them.
// Texts were chosen by what is hard in the language; terms are the program's, each read over and kept, or the program
// mended. Snowball's own mistakes are in them (fr: français, française). A row changes only when the analysis does.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/text/printed_analysis.hpp"
#include "text/lexicon.hpp"

namespace {

constexpr std::size_t kLeastRows = 8;

std::string content(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("each language has its hard cases as its readers have them") {
  dateline::text::Analyzer analyzer;
  std::map<std::string, std::size_t> rows;
  for (const auto& entry : std::filesystem::directory_iterator(SOURCE_DIR "/tests/text/golden")) {
    const std::string language = entry.path().stem().string();
    const std::string table = content(entry.path());
    dateline::text::for_each_row(table, [&](std::size_t line, const std::vector<std::string_view>& fields) {
      INFO(language << ".tsv:" << line << ": " << fields.front());
      REQUIRE(fields.size() == 2);
      CHECK(dateline::tests::printed(analyzer.analyze(fields[0], language)) == fields[1]);
      ++rows[language];
    });
  }
  for (const char* language :
       {"en", "ru", "uk", "fr", "de", "es", "it", "pt", "pl", "tr", "ar", "fa", "he", "zh", "ja", "ko", "hi",
        "nl", "sv", "no", "da", "fi", "cs", "el", "ro", "hu", "bg", "sr", "hr", "vi", "id", "bn", "ur", "th"}) {
    INFO(language);
    CHECK(rows[language] >= kLeastRows);
  }
}
