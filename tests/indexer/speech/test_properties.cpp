#include <chrono>
#include <random>

#include "tests/indexer/speech/spoken.hpp"
#include "tests/support/catch.hpp"

using dateline::tests::Spoken;

namespace {

const char* const languages[] = {"en", "ru", "uk", "pl", "de", "fr", "es", "it", "pt",
                                 "tr", "ar", "fa", "he", "hi", "ko", "zh", "ja", ""};

bool on_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_sound(const Spoken& spoken) {
  std::uint32_t behind = 0, last_begin = 0;
  for (const auto& quote : spoken.speech.quotes) {
    REQUIRE(quote.begin <= quote.end);
    REQUIRE(quote.end <= spoken.body.size());
    REQUIRE(on_boundary(spoken.body, quote.begin));
    REQUIRE(on_boundary(spoken.body, quote.end));
    REQUIRE(quote.begin >= last_begin);
    last_begin = quote.begin;
    if (quote.direct) {
      REQUIRE(quote.begin >= behind);
      behind = quote.end;
    }
    if (quote.speaker) REQUIRE(*quote.speaker < spoken.speech.speakers.size());
  }
  for (const auto& speaker : spoken.speech.speakers) {
    REQUIRE_FALSE(speaker.name.empty());
    REQUIRE_FALSE(speaker.as_written.empty());
  }
}

std::string scrambled(std::mt19937& random) {
  static const char* const pieces[] = {"\"",        "“",
                                       "”",         "«",
                                       "»",         "„",
                                       "'",         "‘",
                                       "’",         "「",
                                       "」",        "—",
                                       "–",         ",",
                                       ".",         ":",
                                       "\n",        " ",
                                       "said",      "told",
                                       "Ada Finch", "he",
                                       "she",       "who",
                                       "that",      "according to",
                                       "Kremlin",   "Peskov",
                                       "Песков",    "сказал",
                                       "что",       "он",
                                       "По словам", "sagte",
                                       "a dit",     "قال",
                                       "بوتين",     "אמר",
                                       "कहा",       "说",
                                       "普京",      "は",
                                       "述べた",    "라고 말했다",
                                       "(",         ")",
                                       "the",       "spokesman",
                                       "''",        "``",
                                       "U.S.",      "Mr.",
                                       "é",         "𝕏"};
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 3) text += ' ';
  }
  return text;
}

}  // namespace

TEST_CASE("whatever the text, spans are sound and the answer is always the same") {
  std::mt19937 random(7);
  for (int round = 0; round < 600; ++round) {
    const std::string text = scrambled(random);
    for (const char* language : {languages[round % 18], "en"}) {
      INFO(language << ": " << text);
      const Spoken once(text, language), again(text, language);
      check_sound(once);
      CHECK(once.speech.quotes == again.speech.quotes);
      CHECK(once.speech.speakers == again.speech.speakers);
    }
  }
}

TEST_CASE("a megabyte of marks or cues takes no more than its time") {
  for (const std::string piece : {"\"", "\" ", "“ ", "« ", "' ", "‘ ", "” said ", "said ", "he said, ", "Ada Finch, ",
                                  "— ", "「", "to the ", "\"a b c d\" said Ada "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    INFO(piece);
    const auto start = std::chrono::steady_clock::now();
    check_sound(Spoken(text, "en"));
    check_sound(Spoken(text, "ja"));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
  }
}

TEST_CASE("nothing gives nothing") {
  CHECK(dateline::indexer::find_speech("", {}, {}, "", dateline::text::AliasTable::built_in()).quotes.empty());
  CHECK(Spoken("", "en").speech.quotes.empty());
}
