// A paragraph divided here and there gives the same sentences as one divided from end to end.
#include <algorithm>
#include <random>

#include "searcher/snippets/quotations.hpp"
#include "searcher/snippets/sentences.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::searcher;

namespace {

const std::vector<std::string> words = {"The",    "harbour", "of",       "Brenna",   "closed.", "Mr.",  "Halvask",
                                        "said.",  "\"We",    "waited\"", "“Nothing", "moved,”", "U.S.", "ships",
                                        "until.", "3.",      "Why?",     "(nobody",  "knows)",  "Буря", "стихла."};

std::string random_paragraph(std::mt19937& random) {
  std::string text;
  for (std::size_t i = 100 + random() % 400; i > 0; --i) text += words[random() % words.size()] + " ";
  return text;
}

std::vector<ByteRange> random_words(std::mt19937& random, const std::string& text) {
  std::vector<ByteRange> wanted;
  for (std::size_t at = random() % text.size(); at < text.size(); at += 1 + random() % (text.size() / 2)) {
    const std::size_t begin = text.find(' ', at);
    if (begin == std::string::npos || begin + 1 >= text.size()) break;
    const std::size_t end = text.find(' ', begin + 1);
    wanted.push_back({static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return wanted;
}

bool has_unit_around(const std::vector<ByteRange>& units, ByteRange one) {
  return std::any_of(units.begin(), units.end(),
                     [&](ByteRange unit) { return unit.begin <= one.begin && one.end <= unit.end; });
}

}  // namespace

TEST_CASE("sentences around some words are those of the whole paragraph") {
  std::mt19937 random(17);
  std::size_t fewer = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_paragraph(random);
    const auto wanted = random_words(random, text);
    const auto quotations = quotation_pairs(text);
    const std::size_t length = 20 + random() % 150;
    const auto all = sentence_units(text, "en", quotations, length);
    const auto some = sentence_units_around(wanted, text, "en", quotations, length);
    INFO(text);
    for (const ByteRange one : wanted)
      if (has_unit_around(all, one)) REQUIRE(has_unit_around(some, one));
    for (const ByteRange unit : some) {
      INFO(text.substr(unit.begin, unit.end - unit.begin));
      REQUIRE(std::find(all.begin(), all.end(), unit) != all.end());
    }
    fewer += some.size() < all.size() ? 1 : 0;
  }
  CHECK(fewer > 500);
}
