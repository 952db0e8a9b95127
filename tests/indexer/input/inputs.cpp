#include "indexer/input/inputs.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "indexer/input/decode.hpp"
#include "indexer/input/formats.hpp"
#include "tests/indexer/input/read_inputs.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

const std::string prose =
    "<p>The northern lock was opened to barges on Monday, after three weeks of repairs, the canal authority said.</p>"
    "<p>Forty barges had been waiting in the basin, some of them with fruit, skippers told the paper.</p>"
    "<p>The authority promised that the southern lock would be painted, and that the lamps would work.</p>";

}  // namespace

TEST_CASE("formats are told by content") {
  struct Row {
    std::string bytes, name;
    InputFormat format;
  };
  const Row row = GENERATE(values<Row>({
      {"A headline\n\nA paragraph.", "a.txt", InputFormat::text},
      {"A headline\n\nA paragraph.", "a.html", InputFormat::text},
      {"<!DOCTYPE html><html></html>", "a.txt", InputFormat::html},
      {"\n <!-- made by hand --> <HTML>", "a", InputFormat::html},
      {"<p>one</p><p>two</p><p>three</p>", "a", InputFormat::html},
      {"{\"title\": \"x\"}\n", "a.txt", InputFormat::jsonl},
      {"[ {\"title\": \"x\"} ]", "a", InputFormat::jsonl},
      {"[Ann Writer] begins a line", "a.txt", InputFormat::text},
      {"{not a record}", "a.txt", InputFormat::text},
      {"a < b and c > d", "a.txt", InputFormat::text},
      {"broken", "a.jsonl", InputFormat::jsonl},
  }));
  CAPTURE(row.bytes);
  CHECK(kind_of(Head(row.bytes, row.name), InputFormat::detect).format == row.format);
}

TEST_CASE("text in any encoding becomes UTF-8") {
  CHECK(only("\xEF\xBB\xBFSchleuse").text == "Schleuse");
  CHECK(only(std::string("\xFF\xFEh\0i\0", 6)).text == "hi");
  CHECK(only(std::string("\xFE\xFF\0h\0i", 6)).text == "hi");
  CHECK(only(std::string("\xFF\xFE\xFF\xFE\xFF\xFEh\0i\0", 10)).text == "hi");
  CHECK(only(std::string("S\0c\0h\0l\0e\0u\0s\0e\0", 16)).text == "Schleuse");
  const std::string russian_1251 =
      "\xCF\xEE\xF0\xF2 \xE1\xFB\xEB \xE7\xE0\xEA\xF0\xFB\xF2 \xF2\xF0\xE8 \xE4\xED\xFF \xEF\xEE\xF1\xEB\xE5 "
      "\xF8\xF2\xEE\xF0\xEC\xE0, "
      "\xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE8 \xE2\xEB\xE0\xF1\xF2\xE8.";
  CHECK(only(russian_1251).text == "Порт был закрыт три дня после шторма, сообщили власти.");
  CHECK(decode("gr\xFC\xDF", "iso-8859-1")->text == "grüß");
  CHECK(only("a\r\nb\rc").text == "a\nb\nc");
}

TEST_CASE("what is no text is rejected, by name and reason") {
  CHECK(read_all("").rejections.at(0).reason == "empty");
  CHECK(read_all(" \n\t\n").rejections.at(0).reason == "empty");
  CHECK(read_all(std::string("\x7F"
                             "ELF\0\0\0\0 not text",
                             18),
                 "program")
            .rejections.at(0)
            .reason == no_text);
  CHECK(read_all(repeated("\x01\x02\x03 ab", 50)).rejections.size() == 1);
  CHECK(read_all("", "folder/a.txt").rejections.at(0).input == "folder/a.txt");
}

TEST_CASE("records are read line by line, and a broken one does not stop the rest") {
  const ReadInput read = read_all(
      "{\"id\": 7, \"title\": \"One\", \"text\": \"a\", \"author\": [\"A\", \"B\"], \"lang\": \"en\", \"tags\": "
      "[\"x\", \"y\"], \"edition\": {\"no\": 3}}\n"
      "\n"
      "{\"title\": \"broken\n"
      "{\"body\": \"b\", \"source\": \"The Paper\", \"date\": \"2024-10-02\", \"speakers\": [{\"name\": \"Ann\"}]}\n"
      "[1, 2]\n"
      "{\"note\": 1}\n");
  REQUIRE(read.articles.size() == 2);
  const RawArticle& one = read.articles[0];
  CHECK(one.member == ":1");
  CHECK(one.id->value == "7");
  CHECK(one.byline->value == "A, B");
  CHECK(one.byline->origin == "field author");
  CHECK(one.language->value == "en");
  CHECK(one.tags.size() == 2);
  CHECK(one.extra == std::vector<std::pair<std::string, std::string>>{{"edition", "{\"no\":3}"}});
  const RawArticle& two = read.articles[1];
  CHECK(two.member == ":4");
  CHECK(two.text == "b");
  CHECK(two.sources.at(0).value == "The Paper");
  CHECK(two.speakers.at(0).value == "Ann");
  REQUIRE(read.rejections.size() == 3);
  CHECK(read.rejections[0].input == "a:3");
  CHECK(read.rejections[1].input == "a:5");
  CHECK(read.rejections[2].input == "a:6");
}

TEST_CASE("an array of records, and one record over several lines") {
  CHECK(read_all("[{\"text\": \"a\"},\n {\"text\": \"b\"}]").articles.size() == 2);
  CHECK(read_all("{\n \"text\": \"a\"\n}\n").articles.size() == 1);
}

TEST_CASE("the same record has the same content hash, another has another") {
  const std::string line = "{\"text\": \"a\"}";
  CHECK(only(line).content_hash == only(line + "\n").content_hash);
  CHECK(only(line).content_hash != only("{\"text\": \"b\"}").content_hash);
}

TEST_CASE("an exported record is taken as it is") {
  const RawArticle record = only(
      "{\"format\": 1, \"dateline_export\": 1, \"id\": \"x1\", \"title\": \"T\", \"date\": \"2024-10\", \"body\": "
      "\"One.\\n\\nTwo.\", "
      "\"removed\": [{\"text\": \"Read more\", \"reason\": \"related articles\"}], \"evidence\": {\"title\": \"line "
      "1\", \"sources\": [\"a\", \"b\"]}, \"mood\": true}");
  REQUIRE(record.exported);
  CHECK(record.exported->id == "x1");
  CHECK(record.exported->date->precision == DatePrecision::month);
  CHECK(record.exported->removed.at(0).reason == "related articles");
  CHECK(record.exported->evidence.size() == 3);
  CHECK(record.exported->extra.at(0).second == "true");
}

TEST_CASE("a page's facts come from the best that states them") {
  const RawArticle page = only(
      "<!doctype html><html lang=de><head><title>Lock opens | The Paper</title>"
      "<meta property='og:title' content='Lock opens (social)'><meta property='og:site_name' content='The Paper'>"
      "<meta name=date content='2020-01-01'><link rel=canonical href='https://paper.example/lock'>"
      "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", \"headline\": \"Lock opens &amp; "
      "stays\", "
      "\"datePublished\": \"2024-10-02T10:00:00Z\", \"author\": [{\"name\": \"A\"}, \"B\"], \"publisher\": {\"name\": "
      "\"Paper Ltd\"}}]}</script></head>"
      "<body><nav>Home News</nav><article><h1>Lock opens</h1>" +
      prose + "</article><footer>All rights reserved</footer></body></html>");
  CHECK(page.title->origin == "JSON-LD headline");
  CHECK(page.date->value == "2024-10-02T10:00:00Z");
  CHECK(page.byline->value == "A, B");
  CHECK(page.sources.at(0).value == "Paper Ltd");
  CHECK(page.sources.size() == 1);
  CHECK(page.url->value == "https://paper.example/lock");
  CHECK(page.language->value == "de");
  CHECK(page.page_title->value == "Lock opens | The Paper");
}

TEST_CASE("the main text of a page, and what it loses") {
  struct Row {
    std::string html;
  };
  const Row row = GENERATE_COPY(values<Row>({
      {"<html><body><div class=menu><a href=/>Home</a></div><article>" + prose +
       "<aside>Teaser of the day</aside></article></body></html>"},
      {"<html><body><div id=nav><a href=/>Home</a></div><div><div>" + prose +
       "</div></div><div class=related>Teaser of the day</div></body></html>"},
      {"<html><body><table><tr><td><a href=/a>Home</a></td><td>" + prose +
       "</td></tr></table><aside>Teaser of the day</aside></body></html>"},
      {"<html><body><div class='entry-content'>" + prose +
       "</div><div class='share'>Teaser of the day</div><script>var home;</script></body></html>"},
  }));
  CAPTURE(row.html);
  const RawArticle page = only(row.html);
  CHECK(page.page);
  CHECK(page.text.find("The northern lock") != std::string::npos);
  CHECK(page.text.find("the lamps would work.") != std::string::npos);
  CHECK(page.text.find("Home") == std::string::npos);
  CHECK(page.text.find("Teaser") == std::string::npos);
  CHECK(page.text.find("home") == std::string::npos);
  bool lost = false;
  for (const std::string& removed : page.removed) lost = lost || removed.find("Teaser of the day") != std::string::npos;
  CHECK(lost);
}

TEST_CASE("hostile input ends in bounded time, with an answer") {
  std::string bytes;
  std::string name = "a";
  SECTION("tags 200,000 deep") { bytes = "<html>" + repeated("<div>", 200'000) + "x"; }
  SECTION("formatting never closed") { bytes = "<html>" + repeated("<b><i><p>x", 50'000); }
  SECTION("fonts of every size") {
    bytes = "<html>";
    for (int i = 0; i < 50'000; ++i) bytes += "<font size=" + std::to_string(i) + "><p>x";
  }
  SECTION("tables in tables") { bytes = "<html>" + repeated("<table><tr><td>", 60'000); }
  SECTION("comments never closed") { bytes = "<html>" + repeated("<!--", 100'000); }
  SECTION("a hundred thousand brackets on lines") {
    bytes = repeated("[\n", 100'000);
    name = "a.jsonl";
  }
  SECTION("brackets 200,000 deep on a line") {
    bytes = repeated("[", 200'000) + "\n{\"text\": \"a\"}";
    name = "a.jsonl";
  }
  SECTION("JSON-LD 100,000 deep") {
    bytes = "<html><script type='application/ld+json'>" + repeated("{\"a\":", 100'000) + "</script><p>x</p>";
  }
  SECTION("one word of a megabyte") { bytes = repeated("x", 1 << 20); }
  const auto start = std::chrono::steady_clock::now();
  const ReadInput read = read_all(bytes, name);
  CHECK(read.articles.size() + read.rejections.size() > 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("a page that is too large is rejected with a remedy") {
  const ReadInput read = read_all("<html>" + repeated("<p>0123456789</p>\n", 1'000'000));
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].reason.find("16 MB") != std::string::npos);
}
