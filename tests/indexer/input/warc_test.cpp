// Crawls, record by record.
#include <string>
#include <vector>

#include "indexer/input/header_fields.hpp"
#include "indexer/input/http_response.hpp"
#include "tests/indexer/input/read_inputs.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

const std::string page =
    "<!doctype html><html><head><title>Lamp lit</title></head><body><article><p>The lamp of the old tower was lit "
    "again "
    "last night, the keeper said.</p></article></body></html>";

std::string record(const std::string& type, const std::string& uri, const std::string& content_type,
                   const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2024-10-05T12:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& uri, const std::string& head, const std::string& body,
                     const std::string& status = "200 OK") {
  return record("response", uri, "application/http; msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + head + "\r\n" + body);
}

const std::string html = "Content-Type: text/html\r\n";

std::string chunked(const std::string& body, std::size_t size) {
  std::string all;
  for (std::size_t at = 0; at < body.size(); at += size) {
    const std::string chunk = body.substr(at, size);
    char length[32];
    std::snprintf(length, sizeof length, "%zX;x=y\r\n", chunk.size());
    all += length + chunk + "\r\n";
  }
  return all + "0\r\n\r\n";
}

}  // namespace

TEST_CASE("heads of messages") {
  const HeaderFields fields(
      "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML;\r\n charset=\"utf-8\"; x=y\r\nX:  a b \r\nX: c\r\n\r\n");
  CHECK(media_type(fields.value("content-type")) == "text/html");
  CHECK(parameter(fields.value("content-type"), "charset") == "utf-8");
  CHECK(parameter(fields.value("content-type"), "x") == "y");
  CHECK(parameter(fields.value("content-type"), "z").empty());
  CHECK(fields.value("x") == "a b");
  CHECK(behind_head("a: b\r\n\r\nc") == 8);
  CHECK(behind_head("a: b\n\nc") == 6);
  CHECK_FALSE(behind_head("a: b\nc"));
  CHECK(parameter("a; charset = koi8-r", "charset") == "koi8-r");
  CHECK(parameter("a; charset=", "charset").empty());
  CHECK(parameter("a; charset=\"x", "charset") == "x");
}

TEST_CASE("a page in a crawl is an article") {
  const std::string warc =
      record("warcinfo", "", "application/warc-fields", "software: made by hand\r\n") +
      record("request", "https://paper.example/lamp", "application/http", "GET / HTTP/1.1\r\n\r\n") +
      response("https://paper.example/lamp", html, page) +
      response("https://paper.example/logo.png", "Content-Type: image/png\r\n", "\x89PNG") +
      response("https://paper.example/gone", html, page, "404 Not Found") +
      response("https://paper.example/moved", html, page, "301 Moved") +
      record("resource", "https://paper.example/r", "text/html", page) +
      record("conversion", "https://paper.example/t", "text/plain", "Lamp lit\n\nThe lamp was lit.") +
      record("revisit", "https://paper.example/lamp", "application/http", "HTTP/1.1 200 OK\r\n\r\n");
  for (const std::size_t piece : {1, 50, 100'000}) {
    const ReadInput read = read_in_pieces(warc, piece);
    CHECK(read.places() == std::vector<std::string>{"a:3", "a:7", "a:8"});
    CHECK(read.rejections.empty());
    const RawArticle& article = read.articles.at(0);
    CHECK(article.url->value == "https://paper.example/lamp");
    CHECK(article.url->origin == "WARC-Target-URI");
    CHECK(article.text.find("The lamp of the old tower") == 0);
    CHECK_FALSE(article.date);
    CHECK(article.extra ==
          std::vector<std::pair<std::string, std::string>>{{"crawl_date", "\"2024-10-05T12:00:00Z\""}});
    CHECK(read.articles.at(2).text == "Lamp lit\n\nThe lamp was lit.");
  }
  // Each record compressed by itself, as crawlers do, and all at once.
  std::string members;
  for (std::size_t at = 0; at < warc.size();) {
    const std::size_t end = std::min(warc.find("WARC/1.0", at + 1), warc.size());
    members += compressed("gzip", warc.substr(at, end - at));
    at = end;
  }
  CHECK(read_all(members, "a.warc.gz").places().size() == 3);
  CHECK(read_all(compressed("zstd", warc), "a").places().size() == 3);
}

TEST_CASE("what a server does to a page for the journey is undone") {
  const std::string zipped = compressed("gzip", page);
  struct Row {
    std::string head, body;
  };
  const Row row = GENERATE_COPY(values<Row>({
      {html, page},
      {"", page},
      {html + "Transfer-Encoding: chunked\r\n", chunked(page, 20)},
      {html + "Transfer-Encoding: chunked\r\n", chunked(page, 10'000)},
      {html + "Transfer-Encoding: chunked\r\n", page},
      {html + "Content-Encoding: gzip\r\n", zipped},
      {html + "Content-Encoding: gzip\r\n", page},
      {html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(zipped, 30)},
      {html + "content-encoding:x-gzip\r\n", zipped},
      {"Content-Type: application/xhtml+xml\r\n", page},
  }));
  CAPTURE(row.head);
  CHECK(only(response("https://paper.example/a", row.head, row.body)).text.find("The lamp of the old tower") == 0);
}

TEST_CASE("the encoding that the server names is used") {
  const std::string russian = "<p>\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2.</p>";
  CHECK(only(response("https://a.example/", "Content-Type: text/html; charset=windows-1251\r\n", russian)).text ==
        "Порт закрыт.");
  CHECK(only(response("https://a.example/", "Content-Type: text/html; charset=windows-1251\r\n", "<p>Порт закрыт.</p>"))
            .text == "Порт закрыт.");
}

TEST_CASE("records that cannot be read are named, and the rest goes on") {
  const std::string good = response("https://a.example/1", html, page);
  const ReadInput brotli =
      read_all(response("https://a.example/0", html + "Content-Encoding: br\r\n", "\x1B\x03") + good);
  CHECK(brotli.places() == std::vector<std::string>{"a:2"});
  CHECK(brotli.rejections.at(0).reason.find("br") != std::string::npos);

  const ReadInput lost =
      read_all("WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n" + good + "rubbish\r\n" + good);
  CHECK(lost.places() == std::vector<std::string>{"a:2", "a:4"});
  CHECK(lost.rejected() == std::vector<std::string>{"a:1", "a:3"});

  const ReadInput cut = read_all(good + good.substr(0, good.size() - 20));
  CHECK(cut.places() == std::vector<std::string>{"a:1"});
  CHECK(cut.rejected() == std::vector<std::string>{"a:2"});
  CHECK(cut.rejections[0].reason.find("breaks off") != std::string::npos);

  std::string numbers;
  for (int i = 0; i < 1000; ++i) numbers += std::to_string(i * 7919) + " ";
  const std::string both = compressed("gzip", good + response("https://a.example/2", html, page + numbers));
  const ReadInput packed_cut = read_all(both.substr(0, both.size() - 20), "a.warc.gz");
  CHECK(packed_cut.articles.size() == 1);
  CHECK(packed_cut.rejected() == std::vector<std::string>{"a.warc.gz"});

  CHECK(only(response("https://a.example/\xF6\xB2", html, page)).url->value == "https://a.example/\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(read_all(record("warcinfo", "", "x", "y")).rejections.at(0).reason == "a crawl without pages");
}

TEST_CASE("a record of any size costs what is read of it") {
  const std::string huge = response("https://a.example/v", "Content-Type: video/mp4\r\n", std::string(40 << 20, 'v')) +
                           response("https://a.example/h", html, repeated("<p>ha</p>", 3 << 20)) +
                           response("https://a.example/1", html, page);
  const ReadInput read = read_in_pieces(huge, 1 << 16);
  CHECK(read.places() == std::vector<std::string>{"a:3"});
  CHECK(read.rejected() == std::vector<std::string>{"a:2"});
  CHECK(read.rejections[0].reason.find("16 MB") != std::string::npos);
  // A page that becomes a hundred times its size is none.
  const std::string bomb = compressed("gzip", repeated("<p>ha</p>", 1 << 20));
  CHECK(read_all(response("https://a.example/b", html + "Content-Encoding: gzip\r\n", bomb)).rejections.size() == 1);
}
