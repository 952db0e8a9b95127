#include "app/print/json.hpp"

#include "tests/app/examples.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

TEST_CASE("an answer has the promised fields in the promised order") {
  CHECK(
      to_json(tests::answer()) ==
      R"({"format":1,"query":"restraint","interpreted":"restraint","warnings":[],"suggestion":null,)"
      R"("total":2,"total_partial":9,"total_exact":true,"articles":12345,"undated":0,"took_ms":0.821,"hits":[)"
      R"({"id":"9f3e2a1b00c4d5e6","score":7.25,"title":"Envoys ask for restraint as the strait closes for a third night",)"
      R"("title_highlights":[[15,24]],"date":"2024-10-02","date_precision":"day","sources":["Harbour Ledger","AFP"],)"
      R"("byline":"AFP","speakers":["Mara Lindqvist","海運大臣"],"language":"en",)"
      R"("url":"https://ledger.example/strait","path":"strait.html",)"
      R"("snippets":[{"text":"The envoy asked both sides for “maximum restraint” while pilots waited for the tide.",)"
      R"("highlights":[[32,49]],"field":"body"}],)"
      R"("copies":[{"id":"00aa","sources":["Reuters"],"date":"2024-10-03","matched":true}]},)"
      R"({"id":"feed item 7","score":3.5,"title":null,"title_highlights":[],"date":"2024-09","date_precision":"month",)"
      R"("sources":["海峡新聞"],"byline":null,"speakers":[],"language":"ja","url":null,"path":null,)"
      R"("snippets":[{"text":"海峡の閉鎖について当局は最大限の自制を求めたと述べ、船会社は代替航路を検討している。",)"
      R"("highlights":[[12,18]],"field":"body"}],"copies":[]}],)"
      R"("facets":{"source":[{"value":"Harbour Ledger","count":12},{"value":"海峡新聞","count":6},{"value":"AFP","count":1}],)"
      R"("date":[{"value":"2024-09","count":1},{"value":"2024-10","count":2}],)"
      R"("speaker":[{"value":"Mara Lindqvist","count":2},{"value":null,"count":1}]},)"
      R"("facet_info":{"source":{"more":2,"missing":0},)"
      R"("date":{"granularity":"month","imprecise":1,"holes":false,"more":0,"missing":3},)"
      R"("speaker":{"more":0,"missing":0,"unknown":1}}})");
}

TEST_CASE("an empty answer has every field") {
  CHECK(
      to_json(SearchAnswer{}, Layout::compact, "q1") ==
      R"({"format":1,"id":"q1","query":"","interpreted":"","warnings":[],"suggestion":null,"total":0,)"
      R"("total_partial":0,"total_exact":true,"articles":0,"undated":0,"took_ms":0.0,"hits":[],"facets":{},"facet_info":{}})");
}

TEST_CASE("an article has the promised fields in the promised order") {
  CHECK(
      to_json(tests::article()) ==
      R"({"format":1,"id":"9f3e2a1b00c4d5e6","path":"strait.html","url":null,"title":"Envoys ask for restraint",)"
      R"("subtitle":null,"byline":"AFP","date":"2024-10-02","date_precision":"day","updated":"2024-10-03","sources":["Harbour Ledger","AFP"],)"
      R"("language":"en","languages":[{"language":"en","share":0.93},{"language":"ja","share":0.07}],)"
      R"("speakers":[{"name":"Mara Lindqvist","id":"mara-lindqvist","kind":"person",)"
      R"("as_written":["Mara Lindqvist","Lindqvist"],"quotes":1,"evidence":"as written"}],)"
      R"("quotes":[{"text":"We wait.","speaker":"Mara Lindqvist","direct":true,"verb":"said","start":1,"end":9,)"
      R"("evidence":"name after verb","confidence":"high"},)"
      R"({"text":"the tide was late","speaker":null,"direct":false,"verb":null,"start":30,"end":47,)"
      R"("evidence":"no name near","confidence":"low"}],)"
      R"("tags":["shipping"],"body":"“We wait.” Lindqvist said.\n\nSome held the tide was late.",)"
      R"("removed":[{"text":"Read more","reason":"boilerplate"}],)"
      R"("evidence":{"date":"line 5: October 2","sources":["url host","byline"]},)"
      R"("extra":{"desk":{"floor":2},"odd":"not json"}})");
}

TEST_CASE("nothing is guessed: an article without facts has nulls and empty lists") {
  CHECK(
      to_json(Article{}) ==
      R"({"format":1,"id":"","path":null,"url":null,"title":null,"subtitle":null,"byline":null,"date":null,)"
      R"("date_precision":null,"updated":null,"sources":[],"language":null,"languages":[],"speakers":[],"quotes":[],"tags":[],)"
      R"("body":"","removed":[],"evidence":{}})");
}

TEST_CASE("an exported article says that it is one") {
  const std::string line = export_to_json(tests::article());
  CHECK(line.substr(line.size() - 21) == R"(,"dateline_export":1})");
  CHECK(line.find('\n') == std::string::npos);
  CHECK(line.find(R"("share":0.93)") != std::string::npos);
}

TEST_CASE("an exported article carries what makes it the same one, exactly") {
  Article article = tests::article();
  article.key = "id:desk:7";
  article.member = ":7";
  article.languages = {{"en", 0.123456789012}};
  article.paragraph_languages = {"en", "en"};
  article.extra = {{"n\"", "123456789012345678901234567890"}, {"odd", "not json"}};
  std::string line = export_to_json(article);
  CHECK(line.find(R"("share":0.123456789012)") != std::string::npos);
  CHECK(line.find("paragraph_languages") == std::string::npos);
  const std::string end =
      R"(,"key":"id:desk:7","member":":7","extra":{"n\"":123456789012345678901234567890,"odd":"not json"},"dateline_export":1})";
  REQUIRE(line.size() > end.size());
  CHECK(line.substr(line.size() - end.size()) == end);
  article.paragraph_languages = {"en", "ja"};
  CHECK(export_to_json(article).find(R"("paragraph_languages":["en","ja"])") != std::string::npos);
}

TEST_CASE("quotations, speakers, summaries and reports keep their shapes") {
  QuoteAnswer quotes;
  quotes.query = "restraint";
  quotes.total = 1;
  quotes.quotes = {{"We ask for restraint.",
                    std::nullopt,
                    true,
                    tests::day(2024, 10, 2),
                    {"AFP"},
                    "9f",
                    "Envoys",
                    "en",
                    std::nullopt,
                    {{11, 20}},
                    {{"a0", {"Reuters"}, tests::day(2024, 10, 3), true}}}};
  CHECK(to_json(quotes) ==
        R"({"format":1,"query":"restraint","interpreted":"","warnings":[],"total":1,"took_ms":0.0,"quotes":[)"
        R"({"text":"We ask for restraint.","speaker":null,"direct":true,"date":"2024-10-02","sources":["AFP"],)"
        R"("article":"9f","title":"Envoys","language":"en","url":null,"highlights":[[11,20]],)"
        R"("copies":[{"id":"a0","sources":["Reuters"],"date":"2024-10-03","matched":true}]}]})");

  // Counted, too: facets stand behind the quotations.
  quotes.quotes.clear();
  quotes.speakers = FacetAnswer{Facet::speaker, {{"Mara", 2}}, 0, 4, 1, {}, 0, false};
  CHECK(to_json(quotes) ==
        R"({"format":1,"query":"restraint","interpreted":"","warnings":[],"total":1,"took_ms":0.0,"quotes":[],)"
        R"("facets":{"speaker":[{"value":"Mara","count":2},{"value":null,"count":1}]},)"
        R"("facet_info":{"speaker":{"more":0,"missing":4,"unknown":1}}})");

  const SpeakerPair pair{{"Mara Lin", "mara-lin", SpeakerKind::person, {}, 3, 12, {}, {}},
                         {"Мара Лин", "мара-лин", SpeakerKind::person, {}, 1, 2, {}, {}},
                         0.8449,
                         "Mara Lin\tperson\t-\t*\tМара Лин\tfull"};
  CHECK(to_json(std::vector<SpeakerPair>{pair}) ==
        R"({"format":1,"pairs":[{"speaker":{"name":"Mara Lin","id":"mara-lin","articles":3,"quotes":12},)"
        R"("other":{"name":"Мара Лин","id":"мара-лин","articles":1,"quotes":2},"score":0.845,)"
        R"("alias_row":"Mara Lin\tperson\t-\t*\tМара Лин\tfull"}]})");

  CHECK(to_json(std::vector<SpeakerEntry>{
            {"Mara", "mara", SpeakerKind::body, {"Мара"}, 3, 12, tests::day(2024, 1, 1), {}}}) ==
        R"({"format":1,"speakers":[{"name":"Mara","id":"mara","kind":"body","as_written":["Мара"],"articles":3,)"
        R"("quotes":12,"first":"2024-01-01","last":null}]})");

  IndexSummary summary;
  summary.added = 3;
  summary.rejected = 1;
  summary.articles = 3;
  summary.bytes = 1000;
  summary.seconds = 0.5;
  summary.stages = {{"reading", 0.4}};
  CHECK(to_json(summary) ==
        R"({"format":1,"added":3,"updated":0,"unchanged":0,"removed":0,"rejected":1,"articles":3,"bytes":1000,)"
        R"("seconds":0.5,"bytes_per_second":2000,"stages":[{"stage":"reading","seconds":0.4}],"notes":[]})");

  CHECK(to_json(ReportEntry{"a.jsonl:3", "", Outcome::rejected, "it is no JSON"}) ==
        R"({"format":1,"input":"a.jsonl:3","id":null,"outcome":"rejected","reason":"it is no JSON"})");
}

TEST_CASE("suggestions keep their shape, and a query that was probably meant is text") {
  CHECK(suggestions_to_json("pes", tests::suggestions()) ==
        R"({"format":1,"text":"pes","suggestions":[)"
        R"({"text":"pestilence","kind":"word","articles":1200,"id":null,"query":"pestilence"},)"
        R"({"text":"Dmitry Peskov","kind":"speaker","articles":3,"id":"dmitry-peskov",)"
        R"("query":"speaker:\"Dmitry Peskov\""}]})");
  CHECK(suggestions_to_json("\xe9", {}) == "{\"format\":1,\"text\":\"\xef\xbf\xbd\",\"suggestions\":[]}");
  CHECK(suggestion_to_json(tests::suggestions().front()) ==
        R"({"format":1,"text":"pestilence","kind":"word","articles":1200,"id":null,"query":"pestilence"})");

  SearchAnswer answer;
  answer.suggestion = "tide \"moon\"";
  CHECK(to_json(answer).find(R"("suggestion":"tide \"moon\"",)") != std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 still make JSON") {
  SearchAnswer answer;
  answer.query = "caf\xe9";
  CHECK(to_json(answer).find("\"query\":\"caf\xef\xbf\xbd\"") != std::string::npos);
}
