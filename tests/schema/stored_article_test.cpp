#include "schema/stored_article.hpp"

#include "dateline/error.hpp"
#include "tests/schema/damage.hpp"
#include "tests/schema/random_article.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::schema;

namespace {

StoredArticle two_paragraphs() {
  StoredArticle article;
  article.key = "input:a.txt";
  article.text = "The pier is\nclosed , he said.\n\nAD\n\n“Wir öffnen bald.”";
  article.paragraphs = {{{0, 18}, {19, 29}}, {{35, 58}}};
  article.removed = {{{31, 33}, "advertisement"}};
  return article;
}

}  // namespace

TEST_CASE("the body is the paragraphs, mended by what their spans leave out") {
  const StoredArticle article = two_paragraphs();
  CHECK(body_of(article) == "The pier is closed, he said.\n\n“Wir öffnen bald.”");
  const auto ranges = paragraph_ranges(article);
  REQUIRE(ranges.size() == 2);
  CHECK(body_of(article).substr(ranges[1].begin, ranges[1].end - ranges[1].begin) == "“Wir öffnen bald.”");
  CHECK(body_of(StoredArticle()).empty());
}

TEST_CASE("paragraph ranges are where the body has its paragraphs") {
  std::mt19937 random(3);
  for (int i = 0; i < 100; ++i) {
    const StoredArticle article = tests::random_article(random);
    const std::string body = body_of(article);
    const auto ranges = paragraph_ranges(article);
    std::string joined;
    for (std::size_t p = 0; p < ranges.size(); ++p)
      joined += (p > 0 ? "\n\n" : "") + body.substr(ranges[p].begin, ranges[p].end - ranges[p].begin);
    if (joined != body) FAIL(i);
  }
}

TEST_CASE("the public form counts code points and names the speakers of quotations") {
  StoredArticle article = two_paragraphs();
  article.speakers = {{"Jonas Wirth", "jonas-wirth", SpeakerKind::person, {"Wirth"}, "as written"}};
  const std::string body = body_of(article);
  const auto begin = static_cast<std::uint32_t>(body.find("Wir"));
  article.quotes = {{begin, begin + 17, 0, true, "said", "after", Confidence::high},
                    {0, 3, std::nullopt, false, "", "", Confidence::low}};
  const Article shown = present(article);
  CHECK(shown.id == hex16(hash64("input:a.txt")));
  CHECK_FALSE(shown.path);
  CHECK_FALSE(shown.language);
  REQUIRE(shown.quotes.size() == 2);
  CHECK(shown.quotes[0].text == "Wir öffnen bald.");
  CHECK(shown.quotes[0].start == 31);
  CHECK(shown.quotes[0].end == 47);
  CHECK(shown.quotes[0].speaker == "Jonas Wirth");
  CHECK_FALSE(shown.quotes[1].speaker);
  CHECK(shown.speakers.at(0).quotes == 1);
  REQUIRE(shown.removed.size() == 1);
  CHECK(shown.removed[0].text == "AD");
  article.id = "given";
  article.input = "a.jsonl";
  article.member = ":7";
  CHECK(present(article).id == "given");
  CHECK(present(article).path == "a.jsonl:7");
}

TEST_CASE("a stored article comes back as it was") {
  CHECK(decode_article(encode(StoredArticle())) == StoredArticle());
  CHECK(decode_article(encode(two_paragraphs())) == two_paragraphs());
  CHECK(decode_article(encode_quickly(two_paragraphs())) == two_paragraphs());
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    const StoredArticle article = tests::random_article(random);
    if (!(decode_article(encode(article)) == article)) FAIL(i);
  }
}

TEST_CASE("an article whose spans point nowhere cannot be stored") {
  const auto refuses = [](const auto& spoil) {
    StoredArticle article = two_paragraphs();
    spoil(article);
    CHECK(inconsistency(article));
    CHECK_THROWS_AS(encode(article), Error);
  };
  CHECK_FALSE(inconsistency(two_paragraphs()));
  refuses([](auto& a) { a.paragraphs[1][0].end = 1000; });
  refuses([](auto& a) { a.paragraphs[0][0] = {9, 3}; });
  refuses([](auto& a) { a.removed[0].span.end = 1000; });
  refuses([](auto& a) { a.quotes.push_back({0, 5000, std::nullopt, true, "", "", Confidence::low}); });
  refuses([](auto& a) { a.quotes.push_back({0, 5, 0, true, "", "", Confidence::low}); });
  refuses([](auto& a) { a.paragraphs.assign(100, {{0, 58}}); });  // a small text that would be a huge body
}

TEST_CASE("damaged articles are refused or read, never worse") {
  std::mt19937 random(11);
  StoredArticle article = tests::random_article(random);
  while (article.quotes.empty()) article = tests::random_article(random);
  tests::for_each_damage(encode(article), [](const std::string& bytes) {
    try {
      const StoredArticle read = decode_article(bytes);
      if (inconsistency(read)) FAIL("an inconsistent article was read");
      (void)present(read);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::archive_damaged) FAIL(error.what());
    }
  });
}

TEST_CASE("hashes are on disk for ever") {
  CHECK(hex16(0) == "0000000000000000");
  CHECK(hex16(0xABCDEF) == "0000000000abcdef");
  CHECK(hex16(hash64("")) == "2d06800538d394c2");
  CHECK(hex16(hash64("dateline")) == hex16(hash64(std::string("date") + "line")));
}

TEST_CASE("the head is what a hit shows") {
  std::mt19937 random(5);
  for (int i = 0; i < 200; ++i) {
    const StoredArticle article = tests::random_article(random);
    StoredArticle head;
    head.id = article.id;
    head.input = article.input;
    head.url = article.url;
    head.title = article.title;
    head.byline = article.byline;
    head.date = article.date;
    head.sources = article.sources;
    head.language = article.language;
    REQUIRE(decode_head(encode(article)) == head);
  }
}
