#include "searcher/snippets/snippets.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "text/utf8.hpp"

using namespace dateline;
using namespace dateline::searcher;
using dateline::text::Family;

namespace {

text::Analyzer& analyzer() {
  static text::Analyzer instance;
  return instance;
}

// The words of a query as the plan hands them over, each in every family.
MatchTargets words(const std::vector<std::string>& query, const std::string& language) {
  MatchTargets targets;
  for (unsigned word = 0; word < query.size(); ++word) {
    const text::Analysis& analysis = analyzer().analyze(query[word], language);
    const bool single = analysis.tokens.size() == 1;
    for (const text::Token& token : analysis.tokens) {
      if (!single) break;
      targets.add_term(Family::exact, token.exact, word);
      targets.add_term(Family::stem, token.stem, word);
      targets.add_term(Family::prefix, token.prefix, word);
    }
    for (const text::Span& span : analysis.spans) targets.add_term(span.family, span.term, word);
  }
  return targets;
}

MatchTargets phrase(const std::string& words) {
  std::vector<std::string> terms;
  for (const text::Token& token : analyzer().analyze(words, "").tokens) terms.emplace_back(token.exact);
  MatchTargets targets;
  targets.add_phrase(terms, 0);
  return targets;
}

// The text with its highlights in square brackets.
std::string marked(const std::string& text, const std::vector<Range>& highlights) {
  std::string result;
  std::size_t number = 0;
  auto next = highlights.begin();
  for (std::size_t at = 0; at <= text.size(); ++number) {
    if (next != highlights.end() && next->second == number) result += ']', ++next;
    if (next != highlights.end() && next->first == number) result += '[';
    if (at == text.size()) break;
    text::append(result, text::next_code_point(text, at));
  }
  return result;
}

std::vector<std::string> shown(const std::string& body, const std::string& language, const MatchTargets& targets,
                               SnippetShape shape = {}) {
  std::vector<std::string> result;
  for (const Snippet& snippet : make_snippets({body, language}, targets, shape, analyzer())) {
    CHECK(snippet.field == "body");
    result.push_back(marked(snippet.text, snippet.highlights));
  }
  return result;
}

using Texts = std::vector<std::string>;

const std::string ferry =
    "The ferry left the harbour at dawn. Nobody on board had heard the warning.\n\n"
    "By noon the storm had reached the islands. Rescue boats were sent out, but the waves drove them back twice.\n\n"
    "“We did what we could. It was not enough,” the harbour master said. Relatives waited on the quay.";

}  // namespace

TEST_CASE("whole sentences are shown, with the words marked as written") {
  CHECK(shown(ferry, "en", words({"storm"}, "en"), {1, 60}) == Texts{"By noon the [storm] had reached the islands."});
  CHECK(shown(ferry, "en", words({"wave"}, "en"), {1, 70}) ==
        Texts{"Rescue boats were sent out, but the [waves] drove them back twice."});
  CHECK(shown(ferry, "en", words({"relative"}, "en"), {1, 40}) == Texts{"[Relatives] waited on the quay."});
}

TEST_CASE("neighbouring sentences of the paragraph fill the room") {
  CHECK(shown(ferry, "en", words({"ferry"}, "en"), {1, 100}) ==
        Texts{"The [ferry] left the harbour at dawn. Nobody on board had heard the warning."});
  CHECK(shown(ferry, "en", words({"warning"}, "en"), {1, 100}) ==
        Texts{"The ferry left the harbour at dawn. Nobody on board had heard the [warning]."});
}

TEST_CASE("fragments cover different words first and stand in the order of the text") {
  CHECK(shown(ferry, "en", words({"quay", "storm"}, "en"), {2, 50}) ==
        Texts{"By noon the [storm] had reached the islands.", "Relatives waited on the [quay]."});
  CHECK(shown(ferry, "en", words({"harbour", "dawn", "quay"}, "en"), {2, 50}) ==
        Texts{"The ferry left the [harbour] at [dawn].", "Relatives waited on the [quay]."});
  CHECK(shown(ferry, "en", words({"harbour", "dawn"}, "en"), {1, 50}) ==
        Texts{"The ferry left the [harbour] at [dawn]."});
}

TEST_CASE("sentences between one pair of quotation marks stay together") {
  CHECK(shown(ferry, "en", words({"enough"}, "en"), {1, 80}) ==
        Texts{"“We did what we could. It was not [enough],” the harbour master said."});
}

TEST_CASE("phrases are marked as one range") {
  CHECK(shown(ferry, "en", phrase("harbour master"), {1, 80}) ==
        Texts{"“We did what we could. It was not enough,” the [harbour master] said."});
  CHECK(shown(ferry, "en", phrase("master harbour"), {1, 40}) == Texts{"The ferry left the harbour at dawn."});
  MatchTargets gap;
  gap.add_phrase({"the", "", "had"}, 0);
  CHECK(shown(ferry, "en", gap, {1, 50}) == Texts{"By noon [the storm had] reached the islands."});
}

TEST_CASE("wildcards mark the whole word") {
  MatchTargets targets;
  targets.add_wildcard("resc", 0);
  CHECK(shown(ferry, "en", targets, {1, 70}) ==
        Texts{"[Rescue] boats were sent out, but the waves drove them back twice."});
}

TEST_CASE("without a match the beginning is shown") {
  CHECK(shown(ferry, "en", words({"volcano"}, "en"), {2, 40}) == Texts{"The ferry left the harbour at dawn."});
  CHECK(shown(ferry, "en", {}, {2, 20}) == Texts{"The ferry left the…"});
  CHECK(shown("", "en", {}).empty());
  CHECK(shown(" \n\n \n\n", "en", words({"a"}, "en")).empty());
  CHECK(shown(ferry, "en", words({"storm"}, "en"), {0, 100}).empty());
}

TEST_CASE("a long sentence is cut between words, with an ellipsis") {
  const std::string body =
      "After a night of talks that nobody had expected to last so long the two delegations agreed on a timetable for "
      "the "
      "release of prisoners and on the opening of the northern crossing before the end of the month.";
  CHECK(shown(body, "en", words({"night"}, "en"), {1, 40}) == Texts{"After a [night] of talks that nobody had…"});
  CHECK(shown(body, "en", words({"month"}, "en"), {1, 40}) == Texts{"…crossing before the end of the [month]."});
  const Texts both = shown(body, "en", words({"timetable", "prisoners"}, "en"), {1, 60});
  REQUIRE(both.size() == 1);
  CHECK(both[0].find("[timetable] for the release of [prisoners]") != std::string::npos);
  CHECK(both[0].find("…") == 0);
}

TEST_CASE("a cut avoids the inside of quotation marks") {
  const std::string body =
      "The minister called the plan “a gift to those who burn forests” and promised, in a speech that went on for more "
      "than an "
      "hour, to stop it in the courts";
  for (const char* word : {"minister", "plan", "promised", "speech"})
    for (std::size_t length = 70; length < 110; length += 5) {
      const std::string text = shown(body, "en", words({word}, "en"), {1, length}).at(0);
      INFO(text);
      CHECK((text.find("“") == std::string::npos) == (text.find("”") == std::string::npos));
    }
}

TEST_CASE("a quotation that fits is not cut, though more words could be shown") {
  const std::string body =
      "Asked on the quay whether the crew was coming home, she said: “We wait for the boats.” Then she left the quay";
  CHECK(shown(body, "en", words({"wait", "crew"}, "en"), {1, 44}) ==
        Texts{"Asked on the quay whether the [crew] was…"});
  // Two sentences of one quotation, with more before them than fits.
  CHECK(shown("On the quay of the old harbour the master of the port said: “We wait. We hope.” Then he left.", "en",
              words({"hope"}, "en"), {1, 40}) == Texts{"…of the port said: “We wait. We [hope].”"});
}

TEST_CASE("what a cut left out is still looked for elsewhere") {
  const std::string body =
      "The ferry left at dawn and nobody on board, not even the captain of her thirty years, had heard of the "
      "storm.\n\n"
      "The ferry was old. The ferry was late.\n\nThe ferry sank.\n\nA storm came.";
  CHECK(shown(body, "en", words({"ferry", "storm"}, "en"), {2, 40}) ==
        Texts{"The [ferry] left at dawn and nobody on…", "A [storm] came."});
}

TEST_CASE("line breaks are shown as blanks") {
  CHECK(shown("One line\nand the next.", "en", words({"next"}, "en")) == Texts{"One line and the [next]."});
}

TEST_CASE("scripts of every kind") {
  struct Row {
    const char *language, *body, *word, *expected;
  };
  const std::vector<Row> rows = {
      {"ru", "Паром вышел утром. Волны отбросили его назад.", "волна", "[Волны] отбросили его назад."},
      {"de", "Die Fähre lief aus. Die Größe der Wellen überraschte alle.", "GRÖSSE",
       "Die [Größe] der Wellen überraschte alle."},
      {"fr", "Le port dort. L’été finit par un orage.", "ete", "L’[été] finit par un orage."},
      {"ar", "غادرت العبارة الميناء. وصلت العاصفة ظهرا.", "العاصفة", "وصلت [العاصفة] ظهرا."},
      {"he", "המעבורת יצאה. הסערה הגיעה בצהריים.", "הסערה", "[הסערה] הגיעה בצהריים."},
      {"zh", "渡轮清晨离港。暴风雨中午抵达群岛。", "暴风雨", "[暴风雨]中午抵达群岛。"},
      {"ja", "フェリーは出港した。嵐が島に達した。", "出港", "フェリーは[出港]した。"},
      {"th", "เรือเฟอร์รี่ออกจากท่า", "ท่า", "เรือเฟอร์รี่ออกจาก[ท่า]"},
      {"ko", "배가 떠났다. 폭풍이 섬에 닿았다.", "폭풍", "[폭풍이] 섬에 닿았다."},
  };
  for (const Row& row : rows) {
    MatchTargets targets = words({row.word}, row.language);
    std::vector<std::string> exact;
    for (const text::Token& token : analyzer().analyze(row.word, row.language).tokens) exact.emplace_back(token.exact);
    if (exact.size() > 1) targets.add_phrase(exact, 0);
    INFO(row.language);
    const std::size_t length = text::count_code_points(row.expected) - 2;  // room for that sentence only
    CHECK(shown(row.body, row.language, targets, {1, length}).at(0) == std::string(row.expected));
  }
}

TEST_CASE("titles are highlighted whole") {
  const std::string title = "Storm drives boats back; storms to come";
  CHECK(marked(title, highlight(title, "en", words({"storm"}, "en"), analyzer())) ==
        "[Storm] drives boats back; [storms] to come");
  CHECK(highlight("", "en", words({"storm"}, "en"), analyzer()).empty());
  CHECK(highlight("été", "fr", words({"ete"}, "fr"), analyzer()) == std::vector<Range>{{0, 3}});
}

TEST_CASE("each paragraph is analysed in its own language") {
  const std::vector<std::string> languages = {"en", "ru"};
  const BodyText body{"The ferry left.\n\nВолны отбросили паром.", "en", languages};
  const auto snippets = make_snippets(body, words({"волна"}, "ru"), {1, 100}, analyzer());
  REQUIRE(snippets.size() == 1);
  CHECK(marked(snippets[0].text, snippets[0].highlights) == "[Волны] отбросили паром.");
}
