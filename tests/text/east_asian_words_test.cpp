// Our division into words against ICU's own, which reads the same dictionary: over the corpus and over random runs.
#include "text/east_asian_words.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "text/characters.hpp"
#include "text/dictionary_words.hpp"
#include "text/fold.hpp"
#include "text/segmenter.hpp"

using namespace dateline::text;

namespace {

// Stretches of Chinese and Japanese characters in a text, folded.
std::vector<std::vector<std::string>> runs_of(const std::string& text) {
  std::vector<std::vector<std::string>> runs;
  std::size_t end = 0;
  Segmenter segmenter(text);
  for (Segment segment; segmenter.next(segment); end = segment.end) {
    if (segment.script != CharacterClass::east_asian) continue;
    if (runs.empty() || segment.begin != end) runs.emplace_back();
    runs.back().push_back(fold(text.substr(segment.begin, segment.end - segment.begin)));
  }
  return runs;
}

struct Agreement {
  std::size_t words = 0, same = 0;
};

void compare(const std::vector<std::string>& run, EastAsianWords& ours, DictionaryWords& icu, Agreement& agreement) {
  std::string whole;
  std::vector<std::uint32_t> ends;  // in bytes, of each character
  for (const std::string& character : run) ends.push_back(static_cast<std::uint32_t>((whole += character).size()));
  std::vector<bool> divides(whole.size() + 1);
  for (const ByteRange& word : icu.find(whole)) divides[word.end] = true;
  std::size_t last = 0;
  const std::vector<std::string_view> characters(run.begin(), run.end());
  for (const std::uint32_t count : ours.divide(characters)) {
    const std::size_t first = last;
    last += count;
    bool same = divides[ends[last - 1]];
    for (std::size_t inside = first; inside + 1 < last; ++inside) same = same && !divides[ends[inside]];
    ++agreement.words;
    agreement.same += same;
  }
  CHECK(last == run.size());
}

std::string contents(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("Chinese and Japanese of the corpus are divided as ICU divides them") {
  EastAsianWords ours;
  DictionaryWords icu;
  REQUIRE(ours.available());
  for (const char* language : {"zh", "zh-Hant", "ja"}) {
    Agreement agreement;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(SOURCE_DIR "/sample_corpus") / language))
      if (entry.is_regular_file())
        for (const auto& run : runs_of(contents(entry.path()))) compare(run, ours, icu, agreement);
    INFO(language << ": " << agreement.same << " of " << agreement.words);
    CHECK(agreement.words > 200);
    CHECK(agreement.same * 1000 >= agreement.words * 995);  // ICU's releases differ in what they do beside the costs
  }
}

TEST_CASE("any characters are divided, and none is lost") {
  EastAsianWords words;
  REQUIRE(words.available());
  std::mt19937 random(7);
  const std::vector<std::string> characters{"中", "国", "カ",       "タ", "ナ", "ー",
                                            "の", "𠮷", "株式会社", "が", "々", "x"};
  for (int round = 0; round < 1000; ++round) {
    std::vector<std::string_view> run(1 + random() % 60);
    for (std::string_view& character : run) character = characters[random() % characters.size()];
    std::size_t covered = 0;
    for (const std::uint32_t count : words.divide(run)) {
      REQUIRE(count > 0);
      covered += count;
    }
    REQUIRE(covered == run.size());
  }
}
