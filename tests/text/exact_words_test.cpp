#include "text/exact_words.hpp"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "text/analyzer.hpp"

using namespace dateline::text;

namespace {

std::vector<std::string> exact_words(const std::string& text) {
  static ExactWords words;
  std::vector<std::string> found;
  words.for_each(text, [&](std::string_view word) { found.emplace_back(word); });
  return found;
}

std::vector<std::string> analyzed(const std::string& text, const char* language) {
  static Analyzer analyzer;
  std::vector<std::string> found;
  for (const Token& token : analyzer.analyze(text, language).tokens) found.emplace_back(token.exact);
  return found;
}

}  // namespace

TEST_CASE("exact words are those of the analyzer, in every script and whatever the language") {
  const char* const pieces[] = {
      "Harbour", " ",        ", ",   "U.S.",    "Russia's", "ПЁТР",       "т.д.",  "п'ять",
      "Straße",  "İstanbul", "ışık", "Łódź",    "vice-",    "1,5",        "٣٫٥",   "№7",
      "東京都",  "。",       "カナ", "ภาษาไทย", "සිංහල",     "한국어를",   "हिन्दी", "م‌خواهم",
      "הצה\"ל",  "ﬁn",       "½",    "…",       "\n",       "e\xCC\x81t", "A1b2",  "`x`"};
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto n = random() % 30; n > 0; --n) text += pieces[random() % std::size(pieces)];
    INFO(text);
    const auto words = exact_words(text);
    REQUIRE(words == analyzed(text, ""));
    REQUIRE(words == analyzed(text, i % 2 ? "ru" : "de"));
  }
  CHECK(exact_words(std::string(300, 'A')) == std::vector<std::string>{std::string(200, 'a')});
  CHECK(exact_words("").empty());
}
