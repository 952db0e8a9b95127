// Tables with a header, as spreadsheets and programs write them.
#include <string>
#include <vector>

#include "indexer/input/csv_rows.hpp"
#include "indexer/input/formats.hpp"
#include "indexer/input/record_fields.hpp"
#include "tests/indexer/input/read_inputs.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

using Fields = std::vector<std::string>;

struct Rows {
  std::vector<Fields> rows;
  std::vector<std::size_t> lines, broken;
};

Rows rows_of(std::string_view text, std::size_t piece, char delimiter = ',') {
  Rows all;
  Pieces source(std::string(text), piece);
  ByteReader bytes(source);
  CsvRows rows(bytes, delimiter);
  for (CsvRows::Found found = rows.next(); found != CsvRows::Found::end; found = rows.next())
    if (found == CsvRows::Found::row) {
      all.rows.push_back(rows.fields());
      all.lines.push_back(rows.line());
    } else {
      all.broken.push_back(rows.line());
    }
  return all;
}

}  // namespace

TEST_CASE("rows of CSV") {
  struct Row {
    std::string text;
    std::vector<Fields> rows;
    std::vector<std::size_t> lines, broken;
  };
  const Row row = GENERATE(values<Row>({
      {"", {}, {}, {}},
      {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}, {1, 2}, {}},
      {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}, {1, 2}, {}},
      {",\n", {{"", ""}}, {1}, {}},
      {"\n\na\n", {{""}, {""}, {"a"}}, {1, 2, 3}, {}},
      {"\"a,\"\"b\"\"\",\"\"\n", {{"a,\"b\"", ""}}, {1}, {}},
      {"\"one\ntwo\r\n\",x\ny,z\n", {{"one\ntwo\r\n", "x"}, {"y", "z"}}, {1, 4}, {}},
      {"a \"quoted\" word,b\n", {{"a \"quoted\" word", "b"}}, {1}, {}},
      {"a,\"said \"so\" there\"\nb,c\n", {{"b", "c"}}, {2}, {1}},
      {"a,\"never closed\nb,c\nd,e\n", {{"b", "c"}, {"d", "e"}}, {2, 3}, {1}},
      {"\"a\"b\n\"c\n\"\n", {{"c\n"}}, {2}, {1}},
  }));
  CAPTURE(row.text);
  for (const std::size_t piece : {1, 2, 3, 1000}) {
    CAPTURE(piece);
    const Rows read = rows_of(row.text, piece);
    CHECK(read.rows == row.rows);
    CHECK(read.lines == row.lines);
    CHECK(read.broken == row.broken);
  }
}

TEST_CASE("columns are known by the names that people give them") {
  struct Row {
    std::string name, field;
  };
  const Row row = GENERATE(values<Row>({
      {"Title", "title"},
      {"HEADLINE", "title"},
      {"body", "text"},
      {"Content", "text"},
      {"full_text", "text"},
      {"Publication Date", "date"},
      {"publishedAt", "date"},
      {"pub_date", "date"},
      {"Author", "byline"},
      {"Authors", "byline"},
      {"Publisher", "source"},
      {"lang", "language"},
      {"Link", "url"},
      {"keywords", "tags"},
      {"article-id", "id"},
      {"speaker", "speakers"},
      {"mood", ""},
      {"", ""},
  }));
  CHECK(known_field(row.name) == row.field);
}

TEST_CASE("a table is one article a row") {
  const std::string table =
      "\xEF\xBB\xBFID;Headline;Content;Published;Publisher;Keywords;Edition\r\n"
      "7;Lock opens;\"First.\r\n\r\nIt was \"\"opened\"\"; on Monday.\";2024-10-02;The Paper; Reuters;\"a, b\";late\r\n"
      "8;Lock shuts;It was shut.;2024-10-03;The Paper;\"a, b\";early\r\n"
      "9;;;;;;\r\n"
      "\r\n"
      "10;Lamp \"lit\" again;It was lit.;;\"The Paper; Reuters\";x|y;\r\n";
  for (const std::size_t piece : {1, 7, 4096}) {
    const ReadInput read = read_in_pieces(table, piece, "a.csv");
    CHECK(read.places() == std::vector<std::string>{"a.csv:5", "a.csv:8"});
    CHECK(read.rejected() == std::vector<std::string>{"a.csv:2", "a.csv:6"});
    CHECK(read.rejections[0].reason.find("8 fields where the header has 7") == 0);
    const RawArticle& shut = read.articles.at(0);
    CHECK(shut.structured);
    CHECK(shut.id->value == "8");
    CHECK(shut.title->value == "Lock shuts");
    CHECK(shut.title->origin == "field Headline");
    CHECK(shut.text == "It was shut.");
    CHECK(shut.date->value == "2024-10-03");
    CHECK(shut.sources.at(0).value == "The Paper");
    CHECK(shut.tags.size() == 2);
    CHECK(shut.extra == std::vector<std::pair<std::string, std::string>>{{"Edition", "\"early\""}});
    const RawArticle& lamp = read.articles.at(1);
    CHECK(lamp.title->value == "Lamp \"lit\" again");
    CHECK(lamp.sources.size() == 2);
    CHECK(lamp.tags.at(1).value == "y");
    CHECK_FALSE(lamp.date);
    CHECK(lamp.extra.empty());
  }
}

TEST_CASE("delimiters and encodings are found out") {
  struct Row {
    std::string bytes;
  };
  const Row row = GENERATE(values<Row>({
      {"title,text\nSchlüssel,Er war fort.\n"},
      {"title;text\nSchlüssel;Er war fort.\n"},
      {"title\ttext\nSchlüssel\tEr war fort.\n"},
      {"title|text\nSchlüssel|Er war fort.\n"},
      {"sep=;\ntitle;text\nSchlüssel;Er war fort.\n"},
      {"\xEF\xBB\xBF\"title\",\"text\"\n\"Schlüssel\",\"Er war fort.\"\n"},
      {"title;text\nSchl\xFCssel;Er war fort.\n"},
      {std::string("\xFF\xFEt\0i\0t\0l\0e\0\t\0t\0e\0x\0t\0\n\0S\0c\0h\0l\0\xFC\0s\0s\0e\0l\0\t\0E\0r\0 \0w\0a\0r\0 "
                   "\0f\0o\0r\0t\0.\0\n\0",
                   70)},
  }));
  CAPTURE(row.bytes);
  const RawArticle article = only(row.bytes);
  CHECK(article.title->value == "Schlüssel");
  CHECK(article.text == "Er war fort.");
}

TEST_CASE("what is a table, and what only looks like one") {
  struct Row {
    std::string bytes, name;
    InputFormat format;
  };
  const Row row = GENERATE(values<Row>({
      {"title,text\na,b\n", "a", InputFormat::csv},
      {"title,mood\na,b\n", "a", InputFormat::text},
      {"title,mood\na,b\n", "a.csv", InputFormat::csv},
      {"one,two\na,b\n", "a.csv", InputFormat::csv},
      {"Only a line of prose.\n", "a.csv", InputFormat::text},
      {"Title, author, text\n\nA guide to headlines.\n", "a.txt", InputFormat::text},
      {"Headline\n\nBody, date and link.\n", "a.txt", InputFormat::text},
  }));
  CAPTURE(row.bytes, row.name);
  CHECK(kind_of(Head(row.bytes, row.name), InputFormat::detect).format == row.format);
}

TEST_CASE("a table without a title or text says which columns it has") {
  const ReadInput read = read_all("one,two\na,b\n", "a.csv");
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].input == "a.csv");
  CHECK(read.rejections[0].reason.find("one, two") != std::string::npos);
  CHECK(read_all("\"", "a", InputFormat::csv).rejections.size() == 1);
  CHECK(read_all("title\n", "a", InputFormat::csv).articles.empty());
}

TEST_CASE("a field of a hundred megabytes costs no more than reading it") {
  const std::string huge =
      "title,text\nOne,a\nTwo,\"" + repeated("lines of \"\"text\"\"\n", 6'000'000) + "\"\nThree,c\n";
  const ReadInput read = read_in_pieces(huge, 1 << 16);
  CHECK(read.places() == std::vector<std::string>{"a:2", "a:6000004"});
  REQUIRE(read.rejected() == std::vector<std::string>{"a:3"});
  CHECK(read.rejections[0].reason.find("64 MB") != std::string::npos);
}
