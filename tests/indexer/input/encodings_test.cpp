// Sentences of many languages, written in the encodings of their time, come back as they were.
#include <string>
#include <vector>

#include <unicode/ucnv.h>

#include "indexer/input/decode.hpp"
#include "tests/indexer/input/read_inputs.hpp"
#include "tests/indexer/input/sentences_in_encodings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeds.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

std::string converted(const char* to, const char* from, const std::string& text) {
  std::string out(text.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = ucnv_convert(to, from, out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                                         static_cast<std::int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size() && count > 0; --count) do
      ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return text.substr(0, at);
}

struct Sample {
  std::string language, encoding, bytes, text;
};

// In every encoding of every language; without what is not in an encoding, and what is ASCII in it.
std::vector<Sample> samples(std::size_t characters) {
  std::vector<Sample> all;
  for (const EncodedLanguage& language : encoded_languages())
    for (const std::string& encoding : language.encodings) {
      const std::string bytes = converted(encoding.c_str(), "UTF-8", first_characters(language.text, characters));
      if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0; }) && encoding != "ISO-2022-JP") continue;
      all.push_back({language.language, encoding, bytes, converted("UTF-8", encoding.c_str(), bytes)});
    }
  return all;
}

}  // namespace

TEST_CASE("sentences in any encoding are read, however short") {
  struct Row {
    std::size_t characters;
    std::vector<std::string> missed;  // known, and no more
  };
  const Row row = GENERATE(values<Row>({
      {20, {"fa windows-1256", "hu windows-1250", "hu ISO-8859-2"}},
      {50, {}},
      {100, {}},
      {1000, {}},
  }));
  std::vector<std::string> missed;
  std::size_t tried = 0;
  for (const Sample& sample : samples(row.characters)) {
    ++tried;
    write_seed(sample.bytes);
    const std::optional<Decoded> decoded = decode(sample.bytes);
    if (!decoded || decoded->text != sample.text) missed.push_back(sample.language + " " + sample.encoding);
  }
  CHECK(tried > 45);
  CHECK(missed == row.missed);
}

TEST_CASE("sentences inside markup are read") {
  for (const Sample& sample : samples(60)) {
    CAPTURE(sample.language, sample.encoding);
    const std::string page =
        "<html><head><style>p { color: red }</style><title>Page</title></head><body><div class='main'><p>" +
        sample.bytes + "</p><a href='https://paper.example/'>Home</a></div></body></html>";
    CHECK(decode(page)->text.find(sample.text) != std::string::npos);
  }
}

TEST_CASE("a declared encoding is believed where it can be true") {
  for (const Sample& sample : samples(1000)) {
    CAPTURE(sample.language, sample.encoding);
    CHECK(decode(sample.bytes, sample.encoding)->text == sample.text);
    // What servers say who know nothing.
    if (sample.encoding != "ISO-8859-8") CHECK(decode(sample.bytes, "utf-8")->text == sample.text);
    CHECK(decode(sample.bytes, "no-such-encoding")->text == sample.text);
    CHECK(decode(sample.text, sample.encoding)->text == sample.text);  // is UTF-8
    CHECK(decode(sample.text, "iso-8859-1")->text == sample.text);
  }
  for (const Sample& sample : samples(1000))
    if (sample.language == "ru" || sample.language == "ja" || sample.language == "zh-Hant" || sample.language == "ar") {
      CAPTURE(sample.language, sample.encoding);
      CHECK(decode(sample.bytes, "iso-8859-1")->text == sample.text);
    }
}

TEST_CASE("words of Western Europe are what they are, without a context") {
  for (const char* word :
       {"Schl\xFCssel", "S\xE3o Paulo", "na\xEFve", "p\xE8re", "\xE9t\xE9", "El Ni\xF1o", "\xE0 la carte", "lunedì",
        "K\xF8"
        "benhavns Havn",
        "Jos\xE9 Mar\xED"
        "a Aznar",
        "cr\xE8me br\xFBl\xE9"
        "e",
        "\x93quoted\x94 words", "10 \x80"}) {
    CAPTURE(word);
    const std::string bytes = word;
    if (converted("UTF-8", "UTF-8", bytes) == bytes) continue;
    CHECK(decode(bytes)->text == converted("UTF-8", "windows-1252", bytes));
  }
}

TEST_CASE("names of encodings mean what browsers take them for") {
  struct Row {
    std::string declared, bytes, text;
  };
  const Row row = GENERATE(values<Row>({
      {"iso-8859-1",
       "\x93"
       "caf\xE9\x94 \x96 10 \x80",
       "“café” – 10 €"},
      {"ISO_8859-1", "it\x92s", "it’s"},
      {"us-ascii", "caf\xE9", "café"},
      {"gb2312", "\xB8\xDB\xBF\xDA\xE9\x46", "港口镕"},
      {"shift_jis", "\x8D\x60\x87\x40", "港①"},
      {"ks_c_5601-1987", "\xC7\xD7\xB1\xB8", "항구"},
      {"koi8-r", "\xF0\xCF\xD2\xD4 \xA4", "Порт є"},
  }));
  CAPTURE(row.declared);
  CHECK(decode(row.bytes, row.declared)->text == row.text);
}

TEST_CASE("a page may name its encoding in several places") {
  const std::string port = "\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE8\xE7-\xE7\xE0 \xE1\xF3\xF0\xE8.";
  const std::string text = "Порт закрыт из-за бури.";
  CHECK(only("<html><head><meta charset=windows-1251></head><body><p>" + port + "</p>").text == text);
  CHECK(only("<html><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>" + port + "</p>")
            .text == text);
  CHECK(only("<?xml version='1.0' encoding='windows-1251'?><html><body><p>" + port + "</p></body></html>").text ==
        text);
  CHECK(only("<html><head><meta charset=utf-8></head><body><p>" + port + "</p>").text == text);
  CHECK(only("<html><head><meta charset=windows-1251></head><body><p>" + text + "</p>").text == text);
}
