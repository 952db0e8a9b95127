// What a reader should find in the sample corpus (sample_corpus/README.md explains the fields).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dateline::tests {

struct GoldQuote {
  std::string text;
  std::optional<std::string> speaker;
};

struct GoldArticle {
  std::string input;
  std::size_t line = 0;  // of a JSONL file; 0 when the file is one article
  std::optional<std::string> title, byline, date;
  std::optional<std::string> copies_of;  // the same in all copies of one story
  std::vector<std::string> sources, speakers, cut, keep;
  std::string language;
  std::vector<GoldQuote> quotes;
};

std::vector<GoldArticle> load_gold(const std::string& corpus);
std::map<std::string, double> load_floors(const std::string& corpus);

}  // namespace dateline::tests
