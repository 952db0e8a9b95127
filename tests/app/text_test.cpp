// What people see, at the widths of a terminal and of a narrow window, and in a pipe.
#include "app/print/answers.hpp"
#include "app/print/article.hpp"
#include "app/print/facts.hpp"
#include "tests/app/examples.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

TEST_CASE("an answer on 80 columns") {
  CHECK("\n" + answer_as_text(tests::answer(), {}, {80, false}) == R"(
2 articles and 9 partial matches (of 12,345) in 0.8 ms

 1  Envoys ask for restraint as the strait closes for a third night
    2024-10-02 · Harbour Ledger, AFP · en · 9f3e2a1b00c4d5e6
    The envoy asked both sides for “maximum restraint” while pilots waited for
    the tide.
    Speakers: Mara Lindqvist, 海運大臣
    Copies: 2024-10-03 Reuters 00aa

 2  海峡の閉鎖について当局は最大限の自制を求めたと述べ、船会社は代替航路を検討し
    ている。
    2024-09 · 海峡新聞 · ja · feed item 7

source
  Harbour Ledger  12  ████████████████████████
  海峡新聞         6  ████████████
  AFP              1  ██
  2 more values

date by month
  2024-09  1  ████████████
  2024-10  2  ████████████████████████
  1 dated less precisely · 3 without a date

speaker
  Mara Lindqvist  2  ████████████████████████
  (unknown)       1  ████████████
)");
}

TEST_CASE("an answer on 50 columns") {
  CHECK("\n" + answer_as_text(tests::answer(), {}, {50, false}) == R"(
2 articles and 9 partial matches (of 12,345) in
0.8 ms

 1  Envoys ask for restraint as the strait closes
    for a third night
    2024-10-02 · Harbour Ledger, AFP · en
    9f3e2a1b00c4d5e6
    The envoy asked both sides for “maximum
    restraint” while pilots waited for the tide.
    Speakers: Mara Lindqvist, 海運大臣
    Copies: 2024-10-03 Reuters 00aa

 2  海峡の閉鎖について当局は最大限の自制を求めたと
    述べ、船会社は代替航路を検討している。
    2024-09 · 海峡新聞 · ja · feed item 7

source
  Harbour Ledger  12  ██████████████
  海峡新聞         6  ███████
  AFP              1  █▏
  2 more values

date by month
  2024-09  1  ███████
  2024-10  2  ██████████████
  1 dated less precisely · 3 without a date

speaker
  Mara Lindqvist  2  ██████████████
  (unknown)       1  ███████
)");
}

TEST_CASE("in a pipe every fact stays on its line") {
  SearchAnswer answer = tests::answer();
  answer.facets.clear();
  CHECK("\n" + answer_as_text(answer, {}, {0, false}) == R"(
2 articles and 9 partial matches (of 12,345) in 0.8 ms

 1  Envoys ask for restraint as the strait closes for a third night
    2024-10-02 · Harbour Ledger, AFP · en · 9f3e2a1b00c4d5e6
    The envoy asked both sides for “maximum restraint” while pilots waited for the tide.
    Speakers: Mara Lindqvist, 海運大臣
    Copies: 2024-10-03 Reuters 00aa

 2  海峡の閉鎖について当局は最大限の自制を求めたと述べ、船会社は代替航路を検討している。
    2024-09 · 海峡新聞 · ja · feed item 7
)");
}

TEST_CASE("an article on 50 columns") {
  CHECK("\n" + article_as_text(tests::article(), {50, false}) == R"(
Envoys ask for restraint

Id        9f3e2a1b00c4d5e6
Date      2024-10-02
Updated   2024-10-03
Sources   Harbour Ledger, AFP
Byline    AFP
Language  en (en 93 %, ja 7 %)
Speakers  Mara Lindqvist: 1 quotation, written
          Mara Lindqvist, Lindqvist
Tags      shipping
Path      strait.html

“We wait.” Lindqvist said.

Some held the tide was late.

Quotations
 1  “We wait.”
    Mara Lindqvist · said · name after verb
    confidence high
 2  the tide was late
    (unknown) · no name near · confidence low

Removed
boilerplate  Read more

Evidence
date     line 5: October 2
sources  url host
sources  byline

Other fields
desk  {"floor":2}
odd   not json
)");
}

TEST_CASE("facts stand below their names where there is no room beside them") {
  const std::string text = article_as_text(tests::article(), {26, false});
  CHECK(text.find("\nSources\n  Harbour Ledger, AFP\n") != std::string::npos);
  CHECK(text.find("\nboilerplate\n  Read more\n") != std::string::npos);
}

TEST_CASE("quotations are numbered on from the page before") {
  QuoteAnswer answer;
  answer.total = 21;
  answer.took_ms = 0.4;
  answer.quotes = {
      {"We ask both sides for restraint, tonight of all nights.",
       "Mara Lindqvist",
       true,
       tests::day(2024, 10, 2),
       {"AFP"},
       "9f3e",
       "Envoys ask for restraint",
       "en",
       std::nullopt,
       {{17, 26}},
       {}},
      {"the tide was late", std::nullopt, false, std::nullopt, {}, "00aa", std::nullopt, "en", std::nullopt, {}, {}}};
  CHECK("\n" + quotes_as_text(answer, {9}, {50, false}) == R"(
21 quotations in 0.4 ms

 10  Mara Lindqvist
     “We ask both sides for restraint, tonight of
     all nights.”
     2024-10-02 · AFP · Envoys ask for restraint
     9f3e

 11  (unknown)
     the tide was late
     00aa

10 more: --offset 11
)");
}

TEST_CASE("speakers stand in columns whatever their script") {
  const std::vector<SpeakerEntry> speakers = {{"Mara Lindqvist",
                                               "m",
                                               SpeakerKind::person,
                                               {"Lindqvist", "Мара Линдквист"},
                                               3,
                                               1200,
                                               tests::day(2024, 1, 1),
                                               tests::day(2024, 10, 2)},
                                              {"海運大臣", "x", SpeakerKind::person, {"海運大臣"}, 1, 2, {}, {}}};
  CHECK("\n" + speakers_as_text(speakers, {80, false}) == R"(
speaker         quotes  articles  from..to                as written
Mara Lindqvist   1,200         3  2024-01-01..2024-10-02  Lindqvist, Мара Линдк…
海運大臣             2         1                          海運大臣
)");
}

TEST_CASE("nothing is said to be nothing") {
  CHECK(speakers_as_text({}, {80, false}) == "No speaker\n");
  CHECK(suggestions_as_text({}, {80, false}) == "No suggestion\n");
  CHECK(facets_as_text({FacetAnswer()}, {80, false}) == "source\n  none\n");
  CHECK(quotes_as_text({}, {}, {80, false}) == "No quotation in 0.0 ms\n");
}

TEST_CASE("suggestions stand in columns") {
  CHECK("\n" + suggestions_as_text(tests::suggestions(), {}) == R"(
suggestion     kind     articles  query
pestilence     word        1,200  pestilence
Dmitry Peskov  speaker         3  speaker:"Dmitry Peskov"
)");
}

TEST_CASE("what is asked for is added to an answer") {
  SearchAnswer answer;
  answer.interpreted = "(tide AND moon)";
  answer.undated = 1;
  answer.suggestion = "tide moon";
  answer.articles = 5;
  Hit hit;
  hit.id = "a";
  hit.score = 1.5;
  hit.explanation = "title 1.0 + body 0.5";
  answer.hits = {hit};
  CHECK("\n" + answer_as_text(answer, {0, true, true}, {0, false}) == R"(
No article (of 5) in 0.0 ms
Read as: (tide AND moon)
1 article without a date is left out
Did you mean: tide moon

 1  (untitled)
    a
    Score: 1.5000
    title 1.0 + body 0.5
)");
}

TEST_CASE("colour marks what was searched for, inside a bold title too") {
  Hit hit;
  hit.id = "a";
  hit.title = "Red tide";
  hit.title_highlights = {{4, 8}};
  SearchAnswer answer;
  answer.hits = {hit};
  CHECK(answer_as_text(answer, {}, {0, true}) ==
        "\x1b[2mNo article (of 0) in 0.0 ms\x1b[0m\n\n\x1b[2m 1  \x1b[0m\x1b[1mRed \x1b[0m\x1b[1;31mtide\x1b[0m\n"
        "\x1b[2m    \x1b[0m\x1b[2ma\x1b[0m\n");
}

TEST_CASE("an answer says how it goes on") {
  SearchAnswer answer;
  answer.total = 3;
  answer.total_partial = 4;
  answer.hits.resize(2);
  const auto ends_with = [&](std::size_t offset, const std::string& end) {
    const std::string text = answer_as_text(answer, {offset}, {80, false});
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
  };
  CHECK(ends_with(0, "\n\n1 more: --offset 2\n"));
  CHECK(ends_with(2, "\n\n3 more: --offset 4\n"));  // partial matches come behind
  CHECK_FALSE(ends_with(1, "more: --offset 3\n"));  // or not at all, when sorted by date
  CHECK_FALSE(ends_with(5, "more: --offset 7\n"));
  answer.hits.clear();
  CHECK_FALSE(ends_with(0, "more: --offset 0\n"));
}

TEST_CASE("an explanation keeps its lines") {
  SearchAnswer answer;
  answer.hits.resize(1);
  answer.hits[0].id = "a";
  answer.hits[0].explanation = "one\ntwo\n";
  const std::string text = answer_as_text(answer, {0, true}, {80, false});
  CHECK(text.find("    one\n    two\n") != std::string::npos);
}

TEST_CASE("figures for people") {
  CHECK(grouped_digits(0) == "0");
  CHECK(grouped_digits(999) == "999");
  CHECK(grouped_digits(1234567) == "1,234,567");
  CHECK(size_in_words(1) == "1 byte");
  CHECK(size_in_words(999) == "999 bytes");
  CHECK(size_in_words(12345678) == "12.3 MB");
  CHECK(size_in_words(999999) == "1.0 MB");
  CHECK(to_string(Date{2024, 1, 1, DatePrecision::year}) == "2024");
  CHECK(to_string(Date{2024, 4, 1, DatePrecision::month}) == "2024-04");
  CHECK(to_string(Date{987, 4, 1, DatePrecision::day}) == "0987-04-01");
}
