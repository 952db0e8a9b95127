// What is packed is read as if it lay in a folder.
#include <string>
#include <vector>

#include "indexer/input/containers/decompression.hpp"
#include "tests/indexer/input/read_inputs.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeds.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

const std::string story = "Lock opens again\n\nThe northern lock was opened to barges on Monday, the authority said.\n";
const std::string page =
    "<!doctype html><title>Lamp lit</title><article><p>The lamp of the old tower was lit again last night, the keeper "
    "said, after a month of repairs.</p></article>";
const std::string records = "{\"title\": \"One\", \"text\": \"a\"}\n{\"title\": \"Two\", \"text\": \"b\"}\n";
const Members folder{{"news/", ""},           {"news/a.txt", story},       {"news/b.html", page},
                     {"feed.jsonl", records}, {"news/.hidden.txt", story}, {"__MACOSX/news/._a.txt", "resource"}};
const std::vector<std::string> places_in_folder{"/news/a.txt", "/news/b.html", "/feed.jsonl:1", "/feed.jsonl:2"};

std::vector<std::string> below(const std::string& name, std::vector<std::string> places) {
  for (std::string& place : places) place = name + place;
  return places;
}

}  // namespace

TEST_CASE("members of an archive are read like the files of a folder") {
  struct Row {
    std::string format, filter, name;
  };
  const Row row = GENERATE(values<Row>({
      {"ustar", "none", "x.tar"},
      {"pax", "none", "x"},
      {"gnutar", "gzip", "x.tar.gz"},
      {"pax", "bzip2", "x.tar.bz2"},
      {"pax", "xz", "x.tar.xz"},
      {"pax", "zstd", "x.tar.zst"},
      {"pax", "lz4", "x.tar.lz4"},
      {"pax", "lzip", "x.tar.lz"},
      {"zip", "none", "x.zip"},
      {"zip", "none", "no ending"},
      {"7zip", "none", "x.7z"},
  }));
  CAPTURE(row.format, row.filter);
  const std::string bytes = packed(row.format, row.filter, folder);
  const ReadInput whole = read_all(bytes, row.name);
  CHECK(whole.places() == below(row.name, places_in_folder));
  CHECK(whole.rejected().empty());
  CHECK(whole.articles.at(0).text == story);
  CHECK(whole.articles.at(0).input == row.name);
  CHECK(whole.articles.at(1).page_title->value == "Lamp lit");
  for (const std::size_t piece : {1, 100, 4096})
    CHECK(read_in_pieces(bytes, piece, row.name).places() == whole.places());
}

TEST_CASE("a compressed file is the file") {
  const std::string filter = GENERATE(values<std::string>({"gzip", "bzip2", "xz", "zstd", "lz4", "lzip"}));
  CAPTURE(filter);
  write_seed(compressed(filter, records));
  CHECK(read_all(compressed(filter, records), "feed.jsonl.gz").places() ==
        std::vector<std::string>{"feed.jsonl.gz:1", "feed.jsonl.gz:2"});
  CHECK(only(compressed(filter, story)).text == story);
  if (filter != "lz4")  // libarchive's writer cannot
    CHECK(read_all(compressed(filter, ""), "a").rejections.at(0).reason == "empty");
  // Larger than a piece, in pieces, and what is only text by its name.
  const std::string lines = repeated(records, 20'000);
  CHECK(read_in_pieces(compressed(filter, lines), 1000).articles.size() == 40'000);
  CHECK(read_all(compressed(filter, "broken"), "a.jsonl.gz").rejections.size() == 1);
}

TEST_CASE("compressed files put behind each other are one") {
  for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
    CAPTURE(filter);
    const std::string half = compressed(filter, records);
    CHECK(read_all(half + half).articles.size() == 4);
  }
  CHECK(read_all(compressed("gzip", records) + std::string(100, '\0')).articles.size() == 2);
}

TEST_CASE("containers in containers") {
  const std::string inner = packed("zip", "none", {{"a.txt", story}});
  const std::string middle = packed("zip", "none", {{"inner.zip", inner}, {"b.txt.gz", compressed("gzip", story)}});
  const std::string outer = packed("pax", "gzip", {{"middle.zip", middle}, {"c.7z", packed("7zip", "none", folder)}});
  ReadInput read = read_all(outer, "o.tgz");
  CHECK(read.rejected().empty());
  std::vector<std::string> expected{"o.tgz/middle.zip/inner.zip/a.txt", "o.tgz/middle.zip/b.txt.gz"};
  for (const std::string& place : below("o.tgz/c.7z", places_in_folder)) expected.push_back(place);
  CHECK(read.places() == expected);

  std::string deep = story;
  for (int i = 0; i < 20; ++i) deep = compressed("gzip", deep);
  CHECK(read_all(deep).rejections.at(0).reason.find("packed more than") == 0);
}

TEST_CASE("names of members are told in UTF-8, whatever the locale") {
  CHECK(read_all(packed("pax", "none", {{"Новости/статья.txt", story}})).places().at(0) == "a/Новости/статья.txt");
  CHECK(read_all(packed("zip", "none", {{"Новости/статья.txt", story}})).places().at(0) == "a/Новости/статья.txt");
  CHECK(read_all(packed("ustar", "none", {{"../../etc/../a\nb.txt", story}})).places().at(0) ==
        "a/../../etc/../a\nb.txt");
  CHECK(read_all(packed("ustar", "none", {{"/abs/./a.txt", story}})).places().at(0) == "a/abs/./a.txt");
  // "Новости" as Windows-1251 has it
  const std::string raw =
      read_all(packed("ustar", "none", {{"\xCD\xEE\xE2\xEE\xF1\xF2\xE8.txt", story}})).places().at(0);
  CHECK(raw.find(".txt") != std::string::npos);
}

TEST_CASE("what comes before a break is used as far as it is whole") {
  for (const char* filter : {"gzip", "zstd"}) {
    CAPTURE(filter);
    std::string lines;
    for (int i = 0; i < 200; ++i)
      lines += "{\"title\": \"No. " + std::to_string(i * 7919 % 1000) + "\", \"text\": \"a\"}\n";
    const std::string bytes = compressed(filter, lines);
    const ReadInput read = read_all(bytes.substr(0, bytes.size() * 3 / 4), "a.gz");
    if (std::string(filter) == "gzip") CHECK(read.articles.size() > 50);
    CHECK(read.articles.size() < 200);
    for (const RawArticle& article : read.articles) CHECK(article.text == "a");
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].input == "a.gz");
    CHECK(read.rejections[0].reason.find("breaks off") != std::string::npos);
    CHECK(read.rejections[0].reason.find("Get the file again") != std::string::npos);
    // Half an article is none.
    const std::string text = compressed(filter, repeated(story, 1000));
    const ReadInput half = read_all(text.substr(0, text.size() / 2));
    CHECK(half.articles.empty());
    CHECK(half.rejections.size() == 1);
  }
  const std::string tar = packed("pax", "gzip", folder);
  const ReadInput cut = read_all(tar.substr(0, tar.size() - 60));
  CHECK(cut.rejections.size() >= 1);
  CHECK(cut.rejections.back().input == "a");
}

TEST_CASE("an archive that is cut off or damaged is named, and costs what it holds") {
  for (const char* format : {"zip", "7zip", "pax"}) {
    const std::string bytes = packed(format, "none", folder);
    for (std::size_t size = 0; size < bytes.size(); size += bytes.size() / 40 + 1) {
      CAPTURE(format, size);
      const ReadInput read = read_all(bytes.substr(0, size));
      CHECK(read.articles.size() + read.rejections.size() > 0);
      std::string damaged = bytes;
      damaged[size] = static_cast<char>(damaged[size] ^ 0x55);
      read_all(damaged);
    }
  }
}

TEST_CASE("the first bytes of an archive alone are an archive that is cut off") {
  for (const char* bytes : {"PK\3\4", "PK\5\6", "\x1F\x8B\x08", "7z\xBC\xAF\x27\x1C", "\x28\xB5\x2F\xFD", "LZIP\1",
                            "\x04\x22\x4D\x18", "BZh91AY&SY"}) {
    CAPTURE(bytes);
    CHECK(read_all(bytes).rejections.size() == 1);
    CHECK(read_in_pieces(bytes, 1).rejections.size() == 1);
  }
}

TEST_CASE("what is encrypted is rejected with a remedy") {
  const ReadInput read = read_all(packed("zip", "none", {{"a.txt", story}, {"b.txt", story}}, "secret"), "x.zip");
  CHECK(read.articles.empty());
  CHECK(read.rejected() == std::vector<std::string>{"x.zip/a.txt", "x.zip/b.txt"});
  CHECK(read.rejections[0].reason.find("password") != std::string::npos);
}

TEST_CASE("files that are no news in a folder of news say what to do") {
  struct Row {
    std::string bytes, remedy;
  };
  const Row row = GENERATE(values<Row>({
      {"%PDF-1.7\n%\xE2\xE3", "pdftotext"},
      {"Rar!\x1A\x07\x01", "unpack"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "save it"},
  }));
  CHECK(read_all(row.bytes + std::string(100, '\0')).rejections.at(0).reason.find(row.remedy) != std::string::npos);
  CHECK(read_all(packed("zip", "none", {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}))
            .rejections.at(0)
            .reason.find("save it") != std::string::npos);
  CHECK(read_all(packed("pax", "none", {})).rejections.size() == 1);
}

TEST_CASE("bombs end early, with an answer") {
  SECTION("of nothing") {
    std::string zeros = compressed("gzip", std::string(64 << 20, '\0'));
    CHECK(read_all(zeros).rejections.at(0).reason == no_text);
  }
  SECTION("of one text") {
    const ReadInput read = read_all(compressed("gzip", repeated("all work and no play ", 5 << 20)));
    CHECK(read.articles.empty());
    CHECK(read.rejections.at(0).reason == text_too_large);
  }
  SECTION("of records") {
    const std::string blanks = repeated(std::string(999, ' ') + "\n", 300 << 10);
    const ReadInput read = read_all(compressed("zstd", blanks + records), "a.jsonl.zst", InputFormat::jsonl);
    CHECK(read.articles.empty());
    CHECK(read.rejections.at(0).reason.find("200 times") != std::string::npos);
  }
  SECTION("of members") {
    ArchiveMaker maker("zip", "none");
    const std::string text = repeated("all work and no play ", 280 << 10);  // 6 MB
    for (int i = 0; i < 60; ++i) maker.add(std::to_string(i) + ".txt", text);
    ReadInput read;
    std::size_t articles = 0;
    read_input(maker.finish(), "a.zip", InputFormat::detect,
               {[&](RawArticle) { ++articles; }, [&](Rejection rejection) { read.rejections.push_back(rejection); }});
    CHECK(articles > 0);
    CHECK(articles < 60);
    REQUIRE(read.rejections.size() == 2);
    CHECK(read.rejections[0].input == "a.zip/" + std::to_string(articles) + ".txt");
    CHECK(read.rejections[1].input == "a.zip");
    CHECK(read.rejections[1].reason.find("200 times") != std::string::npos);
  }
}

TEST_CASE("a hundred thousand members are a hundred thousand members") {
  const std::string format = GENERATE(values<std::string>({"zip", "pax", "7zip"}));
  ArchiveMaker maker(format, "none");
  for (int i = 0; i < 100'000; ++i) maker.add(std::to_string(i), "");
  CHECK(read_all(maker.finish()).rejections.size() == 100'000);
}

TEST_CASE("gzip of a server is inflated within a bound") {
  const std::string text = repeated(story, 100);
  CHECK(inflated(compressed("gzip", text), 1 << 20) == text);
  CHECK_FALSE(inflated(compressed("gzip", text), text.size() - 1));
  CHECK_FALSE(inflated(compressed("gzip", text).substr(0, 50), 1 << 20));
  CHECK_FALSE(inflated("no gzip", 1 << 20));
}
