#include "schema/document.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "schema/article_values.hpp"
#include "schema/record.hpp"
#include "tests/schema/random_article.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document_batches.hpp"

using namespace dateline;
using namespace dateline::schema;

namespace {

StoredArticle small_article() {
  StoredArticle article;
  article.key = "url:https://news.harbour.example/a";
  article.id = "a1";
  article.input = "day.jsonl";
  article.member = ":3";
  article.text = "Ships waited. \"We wait,\" said Wirth.\nDer Hafen";
  article.paragraphs = {{{0, 36}}, {{37, 46}}};
  article.title = "Ships wait";
  article.url = "https://www.news.harbour.example/a?x=1";
  article.byline = "Ada Pryce";
  article.date = Date{2024, 10, 2, DatePrecision::day};
  article.sources = {"The Quay"};
  article.language = "en";
  article.paragraph_languages = {"en", "de"};
  article.speakers = {{"Jonas Wirth", "jonas-wirth", SpeakerKind::person, {"Wirth"}, ""}};
  article.quotes = {{15, 23, 0, true, "said", "", Confidence::high}};
  article.tags = {"Ports"};
  return article;
}

std::string printed(const std::vector<tests::Posting>& postings) {
  std::ostringstream out;
  for (const tests::Posting& posting : postings) {
    out << posting.term << ' ' << posting.wdf;
    for (const auto& position : posting.positions)
      out << (&position == &posting.positions.front() ? " @" : ",") << position;
    out << '\n';
  }
  return out.str();
}

Structure structure_of(const tests::DocumentContent& content) {
  for (const auto& [slot, value] : content.values)
    if (slot == Slot::structure) return decode_structure(value).value();
  return {};
}

}  // namespace

// Title: ships 0, wait 1. First paragraph: ships 3, waited 4, we 5, wait 6, said 7, wirth 8. Second: der 10, hafen 11.
TEST_CASE("a small article becomes these terms") {
  text::Analyzer analyzer;
  const tests::DocumentContent content = tests::make_document(small_article(), analyzer);
  const std::string key = hex16(hash64("url:https://news.harbour.example/a"));
  CHECK(printed(content.postings) ==
        "Aada 0\n"
        "Apryce 0\n"
        "D20241002 0\n"
        "Gafen 0\n"
        "Ghafe 0\n"
        "Hexample 0\n"
        "Hharbour.example 0\n"
        "Hnews.harbour.example 0\n"
        "Ia1 0\n"
        "Kports 0\n"
        "Lde 0\n"
        "Len 0\n"
        "M202410 0\n"
        "Othe quay 0\n"
        "Pday.jsonl 0\n"
        "Pday.jsonl:3 0\n"
        "Q" +
            key +
            " 0\n"
            "SZship 1\n"
            "SZwait 1\n"
            "Sships 1\n"
            "Swait 1\n"
            "Wjonas-wirth 0\n"
            "Y2024 0\n"
            "Zder 1\n"
            "Zhaf 1\n"
            "Zsaid 1\n"
            "Zship 4\n"
            "Zwait 5\n"
            "Zwe 1\n"
            "Zwirth 1\n"
            "der 1 @10\n"
            "hafen 1 @11\n"
            "said 1 @7\n"
            "ships 4 @0,3\n"
            "wait 4 @1,6\n"
            "waited 1 @4\n"
            "we 1 @5\n"
            "wirth 1 @8\n");
}

TEST_CASE("the forms behind a stem are listed once") {
  text::Analyzer analyzer;
  const auto forms = tests::make_document(small_article(), analyzer).forms;
  const auto has = [&](const char* stem, const char* exact) {
    return std::count(forms.begin(), forms.end(), std::pair<std::string, std::string>(stem, exact));
  };
  CHECK(has("Zwait", "wait") == 1);
  CHECK(has("Zwait", "waited") == 1);
  CHECK(has("Zship", "ships") == 1);
  CHECK(std::is_sorted(forms.begin(), forms.end()));
}

TEST_CASE("the structure says where sentences, paragraphs and quotations lie") {
  text::Analyzer analyzer;
  const Structure structure = structure_of(tests::make_document(small_article(), analyzer));
  CHECK(structure.body_begin == 3);
  CHECK(structure.length == 12);
  CHECK(structure.sentence_ends == std::vector<std::uint32_t>{2, 5, 9, 12});
  CHECK(structure.paragraph_ends == std::vector<std::uint32_t>{2, 9, 12});
  REQUIRE(structure.quotes.size() == 1);
  CHECK(structure.quotes[0] == QuotePositions{{5, 7}, 1, true});
}

TEST_CASE("quotations without a word are left out and overlapping ones cut") {
  StoredArticle article = small_article();
  article.quotes = {{0, 13, std::nullopt, true, "", "", Confidence::low},  // ships waited
                    {6, 23, 0, false, "", "", Confidence::low},            // waited we wait
                    {13, 14, 0, true, "", "", Confidence::low}};           // a blank
  text::Analyzer analyzer;
  const auto quotes = structure_of(tests::make_document(article, analyzer)).quotes;
  REQUIRE(quotes.size() == 2);
  CHECK(quotes[0] == QuotePositions{{3, 5}, 0, true});
  CHECK(quotes[1] == QuotePositions{{5, 7}, 1, false});
}

TEST_CASE("values hold the facts, each in its slot") {
  text::Analyzer analyzer;
  std::map<Slot, std::string> values;
  for (const auto& [slot, value] : tests::make_document(small_article(), analyzer).values) values[slot] = value;
  CHECK(decode_day(values[Slot::first_day]) == 19998);
  CHECK(decode_day(values[Slot::last_day]) == 19998);
  CHECK(values[Slot::language] == "en");
  CHECK(unpack(values[Slot::sources])->at(0) == "The Quay");
  const auto speakers = decode_speakers(values[Slot::speakers]);
  REQUIRE(speakers);
  CHECK(speakers->at(0).id == "jonas-wirth");
  CHECK(speakers->at(0).quotes == 1);
  CHECK(values[Slot::byline] == "Ada Pryce");
  CHECK(read_fixed64(values[Slot::key_hash]) == hash64(small_article().key));
  CHECK(unpack(values[Slot::input])->at(1) == ":3");
  CHECK(values[Slot::shown_id] == "a1");
  CHECK(values[Slot::title] == "Ships wait");
  CHECK(decode_counts(values[Slot::counts])->text_bytes == small_article().text.size());
}

TEST_CASE("damaged values are refused or read, never worse") {
  const std::string value = [] {
    for (const auto& [slot, bytes] : make_values(small_article(), Structure()))
      if (slot == Slot::speakers) return bytes;
    return std::string();
  }();
  for (std::size_t length = 0; length < value.size(); ++length)
    for (int byte : {0, 1, 127, 255}) (void)decode_speakers(value.substr(0, length) + static_cast<char>(byte));
  CHECK(decode_speakers(value));
}

TEST_CASE("documents of any article keep the rules of the index") {
  std::mt19937 random(9);
  text::Analyzer analyzer;
  for (int i = 0; i < 100; ++i) {
    const StoredArticle article = tests::random_article(random);
    const tests::DocumentContent content = tests::make_document(article, analyzer);
    const Structure structure = structure_of(content);
    std::string before;
    for (const tests::Posting& posting : content.postings) {
      CHECK(posting.term.size() <= 245);
      CHECK((before < posting.term));
      before = posting.term;
      CHECK(std::is_sorted(posting.positions.begin(), posting.positions.end()));
      for (const auto position : posting.positions) CHECK(position < structure.length);
      // A text term's word is folded: never an ASCII capital where the prefix would end.
      if (!posting.positions.empty()) CHECK_FALSE((posting.term[0] >= 'A' && posting.term[0] <= 'Z'));
    }
    CHECK(decode_article(content.data) == article);
    CHECK(tests::make_document(article, analyzer).postings.size() == content.postings.size());
  }
}
