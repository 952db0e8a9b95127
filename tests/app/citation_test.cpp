#include "json/citation.hpp"

#include "app/print/answers.hpp"
#include "app/print/article.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "tests/app/examples.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

namespace {

const std::string whole =
    "“Envoys ask for restraint as the strait closes for a third night”, Harbour Ledger, AFP, 2024-10-02, "
    "https://ledger.example/strait";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a citation has what is known and invents nothing") {
  CHECK(json::citation(tests::hit_with_everything()) == whole);
  CHECK(json::citation(tests::hit_without_a_title()) == "海峡新聞, 2024-09");
  CHECK_FALSE(json::citation(Hit()));
  CHECK_FALSE(json::citation(QuoteHit()));
  CHECK_FALSE(json::citation(Article()));
  Hit hit;
  hit.title = "Tide\nand \x1b[31mtime";
  CHECK(json::citation(hit) == "“Tide and  [31mtime”");
}

TEST_CASE("a citation stands below a hit when it is asked for") {
  SearchAnswer answer;
  answer.hits = {tests::hit_with_everything(), Hit()};
  AnswerStyle style;
  CHECK_FALSE(has(answer_as_text(answer, style, {0, false}), "ledger.example"));
  style.cited = true;
  CHECK(has(answer_as_text(answer, style, {0, false}), "\n    " + whole + "\n"));

  QuoteAnswer quotes;
  quotes.quotes.resize(1);
  quotes.quotes[0].sources = {"AFP"};
  quotes.quotes[0].url = "https://a.example";
  CHECK(has(quotes_as_text(quotes, style, {0, false}), "\n    AFP, https://a.example\n"));
  CHECK(has(article_as_text(tests::article(), {0, false}, true),
            "\nCitation  “Envoys ask for restraint”, Harbour Ledger, AFP, 2024-10-02\n"));
  CHECK_FALSE(has(article_as_text(tests::article(), {0, false}), "Citation"));
}

TEST_CASE("JSON and rows have citations only when they are asked for") {
  const Hit hit = tests::hit_with_everything();
  CHECK_FALSE(has(hit_to_json(hit), "citation"));
  CHECK(has(hit_to_json(hit, true), "\"citation\":\"" + whole + "\"}"));
  CHECK(has(hit_to_json(Hit(), true), "\"citation\":null}"));
  SearchAnswer answer;
  answer.hits = {hit};
  CHECK(has(to_json(answer, Layout::compact, std::nullopt, true), whole));
  CHECK(csv_header_of_hits(true, true).find(",snippet,citation\n") != std::string::npos);
  CHECK(has(csv_of_hits(answer, nullptr, true), ",\"" + whole + "\"\n"));

  QuoteHit quote;
  quote.title = "Tide";
  CHECK(has(quote_to_json(quote, true), "\"citation\":\"“Tide”\"}"));
  CHECK_FALSE(has(quote_to_json(quote), "citation"));
  QuoteAnswer quotes;
  quotes.quotes = {quote};
  CHECK(has(to_json(quotes, Layout::compact, true), "“Tide”"));
  CHECK(csv_of_quotes(quotes, true) ==
        "speaker,text,direct,date,sources,article,title,language,url,copies,citation\n,,true,,,,Tide,,,0,“Tide”\n");
  CHECK(has(to_json(tests::article(), Layout::compact, true), "\"citation\":\"“Envoys ask for restraint”, "));
}
