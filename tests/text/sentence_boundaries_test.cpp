// Our boundaries against ICU's own rules: over the corpus and over random runs of all their classes.
#include "text/sentence_boundaries.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "text/utf8.hpp"

using dateline::text::sentence_boundaries;

namespace {

class IcuSentences {
 public:
  IcuSentences() {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    REQUIRE(U_SUCCESS(status));
  }

  std::vector<std::uint32_t> operator()(const std::string& text) {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    iterator_->setText(units);
    std::vector<std::uint32_t> boundaries;
    std::int32_t before = 0;
    std::uint32_t byte = 0;
    for (std::int32_t at = iterator_->next(); at != icu::BreakIterator::DONE; at = iterator_->next()) {
      std::string piece;
      units.tempSubStringBetween(before, at).toUTF8String(piece);
      byte += static_cast<std::uint32_t>(piece.size());
      boundaries.push_back(byte);
      before = at;
    }
    return boundaries;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

// Characters of one class of the rules, from all of Unicode.
std::vector<char32_t> characters_of(int sentence_break) {
  std::vector<char32_t> found;
  for (UChar32 c = 1; c <= 0x1FFFF; ++c)
    if (!(c >= 0xD800 && c < 0xE000) && u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK) == sentence_break)
      found.push_back(static_cast<char32_t>(c));
  return found;
}

std::vector<std::vector<char32_t>> all_classes() {
  std::vector<std::vector<char32_t>> classes;
  for (int i = 0; i < U_SB_COUNT; ++i) {
    classes.push_back(characters_of(i));
    REQUIRE_FALSE(classes.back().empty());
  }
  return classes;
}

}  // namespace

TEST_CASE("sentences of the sample corpus end where ICU ends them") {
  IcuSentences icu;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCE_DIR "/sample_corpus")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path());
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    if (!dateline::text::is_utf8(bytes)) continue;
    INFO(entry.path());
    CHECK(sentence_boundaries(bytes) == icu(bytes));
    ++files;
  }
  CHECK(files > 50);
}

TEST_CASE("random runs of every class end where ICU ends them") {
  const std::vector<std::vector<char32_t>> classes = all_classes();
  IcuSentences icu;
  std::mt19937 random(7);
  for (int i = 0; i < 30'000; ++i) {
    std::string text;
    for (std::size_t length = 1 + random() % 12; length > 0; --length) {
      const std::vector<char32_t>& some = classes[random() % classes.size()];
      dateline::text::append(text, some[random() % some.size()]);
    }
    INFO(text);
    REQUIRE(sentence_boundaries(text) == icu(text));
  }
}

TEST_CASE("an empty text has no sentence") { CHECK(sentence_boundaries("").empty()); }
