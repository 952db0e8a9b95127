#include "dateline/error.hpp"
#include "schema/days.hpp"
#include "searcher/answer/today.hpp"
#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

using Ids = std::vector<std::string>;

// One archive for all tests that only read; in three segments, so that every answer is merged.
const Archive& sample() {
  static const TemporaryDirectory folder;
  static const Archive archive = [] {
    write_archive(folder / "news", sample_news(), 6);
    return Archive::open(folder / "news");
  }();
  return archive;
}

SearchRequest query(std::string text, std::size_t limit = 10, std::size_t offset = 0) {
  SearchRequest request;
  request.query = std::move(text);
  request.limit = limit;
  request.offset = offset;
  return request;
}

struct Row {
  const char* query;
  Ids found;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const SearchAnswer answer = sample().search(query(row.query));
    std::string warnings;
    for (const auto& warning : answer.warnings) warnings += warning + " ";
    INFO("query: " << row.query << "\ninterpreted: " << answer.interpreted << "\nwarnings: " << warnings);
    CHECK(ids(sample(), query(row.query)) == row.found);
  }
}

}  // namespace

TEST_CASE("words match across inflections, case and accents") {
  check({
      {"restraint", {"harbour-1", "harbour-2", "harbour-3", "kremlin-en", "undated"}},
      {"RESTRAINT", {"harbour-1", "harbour-2", "harbour-3", "kremlin-en", "undated"}},
      {"strike", {"Polish-case", "harbour-1", "harbour-2", "harbour-3"}},
      {"strikes", {"Polish-case", "harbour-1", "harbour-2", "harbour-3"}},
      {"cafe", {"bakery"}},
      {"angstrom", {"bakery"}},
      {"сдержанность", {"kremlin-ru"}},
      {"zurückhaltung", {"kremlin-de"}},
      {"zuruckhaltung", {"kremlin-de"}},
      {"strasse", {"kremlin-de"}},
      {"powściągliwość", {"warsaw-pl"}},
      {"frappe", {"paris-fr"}},
      {"note", {"undated"}},  // French makes it "not", as English does of "not"; each stem counts in its language only
  });
}

TEST_CASE("operators combine") {
  check({
      {"restraint AND israel", {"kremlin-en"}},
      {"israel OR bakery", {"bakery", "kremlin-en"}},
      {"restraint -strike", {"kremlin-en", "undated"}},
      {"restraint NOT (strike OR note)", {"kremlin-en"}},
      {"(bakery OR harbour) velmora", {"bakery", "harbour-1"}},
  });
}

TEST_CASE("phrases are exact but for case, accents and width") {
  check({
      {"\"maximum restraint\"", {"harbour-3", "kremlin-en"}},
      {"\"MAXIMUM restraint\"", {"harbour-3", "kremlin-en"}},
      {"\"restraint maximum\"", {}},
      {"\"harbour strikes\"", {}},
      {"\"strike ends\"", {"harbour-1"}},
      {"\"all * to maximum\"", {"kremlin-en"}},
      {"\"leere straße\"", {}},
      {"\"straße war leer\"", {"kremlin-de"}},
      {"vice-président", {"paris-fr"}},
      {"président-vice", {}},
      {"\"days dock\"", {}},  // title and body do not touch
  });
}

TEST_CASE("scripts without blanks are searched by characters") {
  check({
      {"東京都知事", {"tokyo-ja"}},
      {"京都", {"tokyo-ja"}},
      {"\"都知事\"", {"tokyo-ja"}},
      {"東京", {"tokyo-ja"}},
      {"港", {"osaka-ja", "tokyo-ja"}},
      {"克制", {"beijing-zh"}},
      {"นายกรัฐมนตรี", {"bangkok-th"}},
      {"ความอดกลั้น", {"bangkok-th"}},
  });
}

TEST_CASE("distances count words") {
  check({
      {"workers NEAR/3 velmora", {"harbour-1"}},
      {"velmora NEAR/3 workers", {"harbour-1"}},
      {"workers NEAR/1 velmora", {}},
      {"workers ADJ/2 velmora", {"harbour-1"}},
      {"velmora ADJ/2 workers", {}},
      {"strike w/3 ends", {"harbour-1"}},
      {"\"dock workers\" NEAR/2 velmora", {"harbour-1"}},
      {"harbour /s strike", {"Polish-case", "harbour-1"}},
      {"carpenter /s bread", {}},
      {"carpenter /p bread", {"Polish-case"}},
      {"closed /p restraint", {}},
  });
}

TEST_CASE("fields") {
  check({
      {"title:strike", {"harbour-1", "harbour-3"}},
      {"title:\"strike ends\"", {"harbour-1"}},
      {"body:strike", {"Polish-case", "harbour-1", "harbour-2"}},
      {"title:(harbour strike)", {"harbour-1"}},
      {"by:weir", {"harbour-2"}},
      {"tag:ports", {"harbour-1"}},
      {"tag:\"middle east\"", {"kremlin-en"}},
      {"said:restraint", {"harbour-1", "harbour-2", "kremlin-en"}},
      {"said:(strike restraint)", {}},
      {"said:\"maximum restraint\"", {"kremlin-en"}},
  });
}

TEST_CASE("speakers are found in any script, and said: is bound to them") {
  check({
      {"speaker:peskov", {"kremlin-en", "kremlin-ru"}},
      {"speaker:Песков", {"kremlin-en", "kremlin-ru"}},
      {"speaker:\"dmitry peskov\"", {"kremlin-en", "kremlin-ru"}},
      {"speaker:=Песков", {"kremlin-ru"}},
      {"speaker:unknown", {"harbour-3"}},
      {"speaker:osten said:restraint", {"harbour-2"}},
      {"speaker:brandt said:strike", {}},
      {"speaker:osten said:(theft weak)", {}},
      {"(speaker:brandt OR speaker:osten) said:restraint", {"harbour-1", "harbour-2"}},
      {"speaker:nobody", {}},
  });
  CHECK(sample().search(query("speaker:Песков")).interpreted == "speaker:\"Dmitry Peskov\"");
}

TEST_CASE("facts") {
  check({
      {"source:afp", {"harbour-2", "kremlin-en"}},
      {"source:herald", {"harbour-1", "harbour-2", "undated"}},
      {"lang:ru", {"kremlin-ru"}},
      {"id:bakery", {"bakery"}},
      {"site:coast-herald.example", {"harbour-2"}},
      {"path:notes", {"bakery", "undated"}},
      {"path:notes/food/b.txt", {"bakery"}},
      {"date:2024-03", {"harbour-1", "harbour-2"}},
      {"date:2024-03-02..2024-03-14", {"harbour-1"}},
      {"before:2023", {"Polish-case", "bakery", "polish-case"}},
  });
}

TEST_CASE("a date filter takes intervals that lie inside it, and says what had no date") {
  SearchRequest request = query("restraint");
  request.from = "2024-04-15";
  CHECK(ids(sample(), request) == Ids{"kremlin-en"});  // "April 2024" may be before the 15th
  request.from = "2024-04";
  CHECK(ids(sample(), request) == Ids{"harbour-3", "kremlin-en"});
  CHECK(sample().search(request).undated == 1);
  request.from = "soon";
  CHECK_THROWS_AS(sample().search(request), Error);
}

TEST_CASE("only what a missing date kept out is counted as undated") {
  CHECK(sample().search(query("date:2024")).undated == 1);
  CHECK(sample().search(query("date:2024 OR restraint")).undated == 0);  // the undated one speaks of restraint
  CHECK(sample().search(query("-date:2024")).undated == 0);              // and was not published in 2024
  CHECK(sample().search(query("bakery date:2024")).undated == 0);
}

TEST_CASE("a spelling that two people share is bound to the one who has it in the article") {
  const TemporaryDirectory folder;
  write_archive(folder / "news",
                {news("a").paragraph("We wait. We go.").said("We wait", "Ada Weir", "Weir").said("We go", "Tom Weir"),
                 news("b").paragraph("We go.").said("We go", "Tom Weir", "Weir")});
  const Archive archive = Archive::open(folder / "news");
  CHECK(ids(archive, query("speaker:=Weir")) == Ids{"a", "b"});
  CHECK(ids(archive, query("speaker:=Weir said:go")) == Ids{"b"});
  CHECK(ids(archive, query("(speaker:=Weir OR speaker:nobody) said:go")) == Ids{"b"});
  CHECK(ids(archive, query("(speaker:=Weir OR speaker:tom) said:go")) == Ids{"a", "b"});
  QuoteRequest quotes;
  quotes.query = "speaker:=Weir";
  CHECK(archive.quotes(quotes).total == 2);
}

TEST_CASE("tags are found whatever their punctuation, whole ones first") {
  const TemporaryDirectory folder;
  write_archive(folder / "news",
                {news("a").tag("UN-VEYRA/SHIPS (WRAPUP 1)"), news("b").tag("Ships"), news("c").tag("Climate Change")});
  const Archive archive = Archive::open(folder / "news");
  CHECK(ids(archive, query("tag:\"UN-VEYRA/SHIPS (WRAPUP 1)\"")) == Ids{"a"});
  CHECK(ids(archive, query("tag:ships")) == Ids{"b"});
  CHECK(ids(archive, query("tag:climate")) == Ids{"c"});
  CHECK(ids(archive, query("tag:\"change climate\"")) == Ids{"c"});
  CHECK(ids(archive, query("tag:(veyra OR ships)")) == Ids{"a", "b"});
  CHECK(archive.search(query("tag:weather")).warnings == Ids{"No tag of this archive is called \"weather\"."});
}

TEST_CASE("an exact number stands beside characters that need no blank") {
  const TemporaryDirectory folder;
  write_archive(folder / "news",
                {news("a").paragraph("2024年10月10日、港で。").language("ja"), news("b").paragraph("110")});
  const Archive archive = Archive::open(folder / "news");
  CHECK(ids(archive, query("=10")) == Ids{"a"});
  CHECK(ids(archive, query("=港")) == Ids{"a"});
}

TEST_CASE("what was interpreted finds the same") {
  const TemporaryDirectory folder;
  write_archive(folder / "news", {news("a").paragraph("We wait.").said("We wait", "Coast Guard", "the Guard"),
                                  news("b").paragraph("We go.").said("We go", "Velmoran Coast Guard"),
                                  news("c").paragraph("We go.").said("We go", "Ada Weir", "Captain Weir")});
  const Archive archive = Archive::open(folder / "news");
  const auto interpreted = [&](const char* text) { return archive.search(query(text)).interpreted; };
  CHECK(ids(archive, query("speaker:\"the guard\"")) == Ids{"a"});
  CHECK(interpreted("speaker:\"the guard\"") == "speaker:\"the guard\"");  // "Coast Guard" is also the other
  CHECK(interpreted("speaker:captain") == "speaker:\"Ada Weir\"");
  CHECK(interpreted("speaker:velmoran") == "speaker:\"Velmoran Coast Guard\"");
}

TEST_CASE("inflections are marked whatever the region of the language") {
  const TemporaryDirectory folder;
  write_archive(folder / "news", {news("a").paragraph("The strikes go on.").language("en-GB"),
                                  news("b").paragraph("A strike began.").language("en")});
  const SearchAnswer answer = Archive::open(folder / "news").search(query("strike"));
  REQUIRE(answer.hits.size() == 2);
  for (const Hit& hit : answer.hits) CHECK(hit.snippets.at(0).highlights.size() == 1);
}

TEST_CASE("wildcards, near spellings and exact spellings") {
  check({
      {"escal*", {"harbour-3"}},
      {"эскал*", {"kremlin-ru"}},
      {"velmara~", {"bakery", "harbour-1"}},
      {"vlemora~", {"bakery", "harbour-1"}},
      {"velmxxa~2", {"bakery", "harbour-1"}},
      {"=polish", {"polish-case"}},
      {"=Polish", {"Polish-case"}},
      {"polish", {"Polish-case", "polish-case"}},
      {"=café", {"bakery"}},
      {"=cafe", {}},
      {"=strike", {"harbour-1", "harbour-2"}},
  });
}

TEST_CASE("auto lists full matches first, then partial ones") {
  const SearchAnswer answer = sample().search(query("restraint israel"));
  CHECK(answer.total == 1);
  CHECK(answer.total_partial == 4);
  REQUIRE(answer.hits.size() == 5);
  CHECK(answer.hits[0].id == "kremlin-en");

  SearchRequest strict = query("restraint israel");
  strict.match = Match::all;
  CHECK(sample().search(strict).hits.size() == 1);
  strict.match = Match::any;
  CHECK(sample().search(strict).total == 5);

  const SearchAnswer none = sample().search(query("restraint bakery"));
  CHECK(none.total == 0);
  CHECK(none.total_partial == 6);
  CHECK(none.warnings.size() == 1);
}

TEST_CASE("without words the newest come first, undated ones last") {
  const SearchAnswer answer = sample().search(query("", 100));
  REQUIRE(answer.total == sample_news().size());
  CHECK(answer.hits.front().id == "beijing-zh");
  CHECK(answer.hits.back().id == "undated");
  SearchRequest request = query("", 100);
  request.sort = Sort::oldest;
  const SearchAnswer oldest = sample().search(request);
  CHECK(oldest.hits.front().id == "bakery");
  CHECK(oldest.hits.back().id == "undated");
}

TEST_CASE("pages fit together") {
  const SearchAnswer all = sample().search(query("restraint strike", 100));
  Ids paged;
  for (std::size_t offset = 0; offset < all.hits.size(); offset += 2)
    for (const Hit& hit : sample().search(query("restraint strike", 2, offset)).hits) paged.push_back(hit.id);
  Ids whole;
  for (const Hit& hit : all.hits) whole.push_back(hit.id);
  CHECK(paged == whole);
}

TEST_CASE("quotations are listed with their speakers") {
  QuoteRequest request;
  request.query = "restraint";
  const QuoteAnswer answer = sample().quotes(request);
  CHECK(answer.total == 3);
  REQUIRE(answer.quotes.size() == 3);
  for (const QuoteHit& quote : answer.quotes) CHECK_FALSE(quote.highlights.empty());

  request.query = "speaker:osten";
  CHECK(sample().quotes(request).total == 2);
  request.query = "speaker:osten strike";
  REQUIRE(sample().quotes(request).quotes.size() == 1);
  CHECK(sample().quotes(request).quotes[0].text == "The strike was a theft,");
  request.query = "";
  CHECK(sample().quotes(request).total == 7);
  request.query = "speaker:unknown";
  REQUIRE(sample().quotes(request).quotes.size() == 1);
  CHECK_FALSE(sample().quotes(request).quotes[0].speaker);
}

TEST_CASE("recency orders what is about equally good, and nothing else") {
  const TemporaryDirectory folder;
  const auto day = [](int days_ago) { return schema::to_string(schema::from_day(searcher::today("UTC") - days_ago)); };
  write_archive(folder / "a",
                {News("old").date(day(2000)).paragraph("A strike closed the harbour of Brenna."),
                 News("new").date(day(1)).paragraph("A strike closed the harbour of Brenna."),
                 News("undated").paragraph("A strike closed the harbour of Brenna."),
                 News("subject").date(day(2000)).title("Strike, strike").paragraph("Strike after strike.")});
  const Archive archive = Archive::open(folder / "a");
  const auto order = [&](std::uint32_t recency) {
    SearchRequest request;
    request.query = "strike";
    request.recency = recency;
    request.timezone = "UTC";
    std::vector<std::string> ids;
    for (const Hit& hit : archive.search(request).hits) ids.push_back(hit.id);
    return ids;
  };
  CHECK(order(0).front() == "subject");
  const std::vector<std::string> recent = order(30);
  CHECK(recent.front() == "subject");
  CHECK(recent[1] == "new");
}
