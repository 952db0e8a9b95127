// Mail: messages, boxes of them, and how they carry what is not ASCII.
#include <string>
#include <vector>

#include "indexer/input/formats.hpp"
#include "indexer/input/mail/transfer.hpp"
#include "tests/indexer/input/read_inputs.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeds.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

const std::string head =
    "Return-Path: <desk@ledger.example>\nFrom: \"The Harbour Ledger\" <desk@ledger.example>\nSubject: Lock "
    "opens\nDate: "
    "Wed, 02 Oct 2024 10:00:00 +0300\nMessage-ID: <77@ledger.example>\nMIME-Version: 1.0\n";

const std::string separator = "From desk@ledger.example Wed Oct  2 10:00:00 2024\n";

std::string part(const std::string& type, const std::string& body, const std::string& more = "") {
  return "--b\nContent-Type: " + type + "\n" + more + "\n" + body + "\n";
}

std::string multipart(const std::string& parts, const std::string& kind = "alternative") {
  return head + "Content-Type: multipart/" + kind + ";\n boundary=\"b\"\n\npreamble\n" + parts + "--b--\nepilogue\n";
}

}  // namespace

TEST_CASE("base64 and quoted-printable") {
  CHECK(from_base64("TG9jaw==") == "Lock");
  CHECK(from_base64("TG9\njaw") == "Lock");
  CHECK(from_base64("!!!!") == "");
  CHECK(from_quoted_printable("caf=C3=A9 =\nau=\r\n lait =3D 1=2") == "café au lait = 1=2");
  CHECK(from_quoted_printable("end=") == "end");
  CHECK(from_quoted_printable("a = b") == "a = b");
}

TEST_CASE("words of headers") {
  struct Row {
    std::string value, text;
  };
  const Row row = GENERATE(values<Row>({
      {"plain", "plain"},
      {"=?UTF-8?Q?caf=C3=A9_au_lait?=", "café au lait"},
      {"=?utf-8?B?0J/QvtGA0YI=?= closed", "Порт closed"},
      {"=?koi8-r?B?8M/S1A==?=", "Порт"},
      {"=?UTF-8?Q?caf=C3?= =?UTF-8?Q?=A9?=", "café"},
      {"a =?UTF-8?Q?b?= c =?UTF-8?Q?d?=", "a b c d"},
      {"=?UTF-8*en?Q?x?=", "x"},
      {"=?UTF-8?X?x?=", "=?UTF-8?X?x?="},
      {"=?UTF-8?Q?never closed", "=?UTF-8?Q?never closed"},
      {"=?", "=?"},
      {"caf\xC3\xA9", "café"},
      {"=?no-such?Q?abc?=", "abc"},
  }));
  CAPTURE(row.value);
  write_seed("Subject: " + row.value + "\nFrom: a\n\n");
  CHECK(header_text(row.value) == row.text);
}

TEST_CASE("a message is an article") {
  const std::string message =
      head + "\nThe northern lock was opened on Monday.\n\nIt had been shut.\n-- \nUnsubscribe here\n";
  const RawArticle article = only(message, "a.eml");
  CHECK(article.member.empty());
  CHECK(article.title->value == "Lock opens");
  CHECK(article.byline->value == "The Harbour Ledger");
  CHECK(article.date->value == "Wed, 02 Oct 2024 10:00:00 +0300");
  CHECK(article.date->origin == "header Date");
  CHECK(article.id->value == "77@ledger.example");
  CHECK(article.text == "The northern lock was opened on Monday.\n\nIt had been shut.");
  CHECK(article.removed.at(0) == "Unsubscribe here\n");
  CHECK(article.extra.at(0).second == "\"\\\"The Harbour Ledger\\\" <desk@ledger.example>\"");
}

TEST_CASE("the body of a message is its text, or its page") {
  const std::string page =
      "<html><body><table><tr><td><p>The northern lock was opened.</p><p>It had been "
      "shut.</p></td></tr></table></body></html>";
  struct Row {
    std::string message, text;
  };
  const Row row = GENERATE_COPY(values<Row>({
      {multipart(part("text/plain", "Only text.")), "Only text."},
      {multipart(part("text/html", page)), "The northern lock was opened.\n\nIt had been shut."},
      {multipart(part("text/plain", "See page.") + part("text/html", page)),
       "The northern lock was opened.\n\nIt had been shut."},
      {multipart(part("text/plain", "The northern lock was opened. It was shut.") + part("text/html", page)),
       "The northern lock was opened. It was shut."},
      {multipart(part("text/plain; charset=koi8-r", "8M/S1A==", "Content-Transfer-Encoding: base64\n")), "Порт"},
      {multipart(part("text/plain; charset=iso-8859-1", "caf=E9", "Content-Transfer-Encoding: Quoted-Printable\n")),
       "café"},
      {multipart(part("text/plain", "attached", "Content-Disposition: attachment\n") + part("text/plain", "shown"),
                 "mixed"),
       "shown"},
      {multipart(part("multipart/related; boundary=c", "--c\nContent-Type: text/plain\n\ninner\n--c--"), "mixed"),
       "inner"},
      {head + "Content-Type: text/plain; format=flowed\n\nA line that \ngoes on.\nAnother.\n",
       "A line that goes on.\nAnother."},
      {head + "\nThe northern lock was opened on Monday to barges after three weeks\nof repairs, the authority "
              "said.\n\nA\nB\n",
       "The northern lock was opened on Monday to barges after three weeks of repairs, the authority said.\n\nA\nB"},
      {head + "Content-Type: text/html\n\n" + page, "The northern lock was opened.\n\nIt had been shut."},
  }));
  CAPTURE(row.message);
  std::string text = only(row.message).text;
  while (text.ends_with('\n')) text.pop_back();
  CHECK(text == row.text);
}

TEST_CASE("a box has many messages") {
  const std::string box = separator + head +
                          "\nFirst.\n\n>From here on it is quoted.\nFrom Monday on, 2024 will do.\n\n" + separator +
                          "From: b@ledger.example\nSubject: Second\n\nText.\n\n" + separator + "From: nobody\n\n\n\n";
  for (const std::size_t piece : {1, 64, 100'000}) {
    const ReadInput read = read_in_pieces(box, piece);
    CHECK(read.places() == std::vector<std::string>{"a:1", "a:2"});
    CHECK(read.rejected() == std::vector<std::string>{"a:3"});
    CHECK(read.articles.at(0).text == "First.\n\nFrom here on it is quoted.\nFrom Monday on, 2024 will do.\n\n");
    CHECK_FALSE(read.articles.at(1).byline);
  }
  std::string windows;
  for (const char c : box) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(read_all(windows).places().size() == 2);
  const std::string packed = compressed("gzip", box + box + box);
  const ReadInput cut = read_all(packed.substr(0, packed.size() - 10));
  CHECK(cut.rejected().back() == "a");
}

TEST_CASE("mail, and texts that begin like mail") {
  struct Row {
    std::string bytes, name;
    InputFormat format;
  };
  const Row row = GENERATE_COPY(values<Row>({
      {head + "\nText", "a", InputFormat::mbox},
      {separator + head + "\nText", "a", InputFormat::mbox},
      {"From: Ann\nSubject: x\n\nText", "a.eml", InputFormat::mbox},
      {"From: Ann\nSubject: x\nDate: 2024\n\nText", "a.txt", InputFormat::text},
      {"From Monday on, the lock is open.\n\nIt was shut.", "a", InputFormat::text},
      {"From 10:00 to 12:00 on 2 Oct 2024 it was shut.\n\nText", "a", InputFormat::text},
      {"Note: a text\n\nFrom: x", "a", InputFormat::text},
  }));
  CAPTURE(row.bytes);
  CHECK(kind_of(Head(row.bytes, row.name), InputFormat::detect).format == row.format);
}

TEST_CASE("mail of any shape ends") {
  std::string bytes;
  SECTION("parts in parts") {
    bytes = head + "Content-Type: multipart/mixed; boundary=b\n\n" +
            repeated("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 20'000);
  }
  SECTION("parts") { bytes = multipart(repeated(part("text/plain", ""), 50'000)); }
  SECTION("fields") { bytes = head + repeated("X: y\n", 200'000) + "\nx"; }
  SECTION("a field of lines") { bytes = head + "X: y\n" + repeated(" z\n", 500'000) + "\nx"; }
  SECTION("words") { bytes = "Subject: " + repeated("=?utf-8?Q?x?= ", 100'000) + "\n\nx"; }
  SECTION("beginnings of words") { bytes = "Subject: " + repeated("=?a?Q?", 100'000) + "\n\nx"; }
  SECTION("boundaries in lines") { bytes = multipart(repeated("x--b", 500'000)); }
  SECTION("separators") { bytes = repeated(separator + "\n", 50'000); }
  SECTION("a message of 70 MB") { bytes = separator + head + "\n" + repeated("x\n", 35 << 20); }
  const ReadInput read = read_all(bytes, "a", InputFormat::mbox);
  CHECK(read.articles.size() + read.rejections.size() > 0);
}
