#include <algorithm>
#include <thread>

#include "searcher/suggest/frequent_words.hpp"
#include "searcher/suggest/name_list.hpp"
#include "searcher/suggest/typed.hpp"
#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

using Texts = std::vector<std::string>;

std::vector<schema::StoredArticle> typed_news() {
  std::vector<schema::StoredArticle> articles = sample_news();
  articles.push_back(news("alias").language("en").paragraph("\"No,\" said Ushakova.").said("No,", "Maria Zakharova"));
  articles.push_back(news("headline").paragraph("TEA OR COFFEE? All say OR. Nobody reads OR."));
  articles.push_back(news("names")
                         .source("Reuters")
                         .paragraph("\"Yes,\" said Naoko Mori. \"Oh,\" said Peter Dmitriev.")
                         .said("Yes,", "Naoko Mori", "森直子")
                         .said("Oh,", "Peter Dmitriev"));
  return articles;
}

const Archive& archive() {
  static const TemporaryDirectory folder;
  static const Archive opened = [] {
    write_archive(folder / "news", typed_news(), 5);
    return Archive::open(folder / "news");
  }();
  return opened;
}

std::vector<Suggestion> suggest(const std::string& text, std::vector<SuggestionKind> kinds = {},
                                std::size_t limit = 10) {
  SuggestRequest request;
  request.text = text;
  request.kinds = std::move(kinds);
  request.limit = limit;
  return archive().suggest(request);
}

Texts queries(const std::string& text, SuggestionKind kind, std::size_t limit = 10) {
  Texts found;
  for (const Suggestion& suggestion : suggest(text, {kind}, limit)) found.push_back(suggestion.query);
  return found;
}

Texts words(const std::string& text) { return queries(text, SuggestionKind::word); }
Texts speakers(const std::string& text) { return queries(text, SuggestionKind::speaker); }
Texts sources(const std::string& text) { return queries(text, SuggestionKind::source); }

bool has(const Texts& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("words are completed as readers write them, in any script, whatever the case, accents and width") {
  struct Row {
    const char* typed;
    const char* first;
  };
  const Row rows[] = {
      {"restr", "restraint"},    {"RESTR", "restraint"},     {"isr", "Israel"},       {"élis", "Élise"},
      {"elis", "Élise"},         {"ｖｅｌ", "Velmora"},      {"strass", "Straße"},    {"zurück", "Zurückhaltung"},
      {"сдерж", "сдержанности"}, {"الاط", "الأطراف"},        {"حارب", nullptr},       {"powsc", "Powściągliwość"},
      {"外", "外交部"},          {"京都の市", "京都の市長"}, {"นายกร", "นายกรัฐมนตรี"}, {"zyzzyva", nullptr},
  };
  for (const Row& row : rows) {
    INFO(row.typed);
    const Texts found = words(row.typed);
    if (row.first) {
      REQUIRE_FALSE(found.empty());
      CHECK(found.front() == row.first);
    } else {
      CHECK(found == Texts{});
    }
  }
}

TEST_CASE("most articles first, and each says in how many it is") {
  const auto found = suggest("s", {SuggestionKind::word}, 100);
  REQUIRE(found.size() > 5);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i > 0) CHECK(found[i - 1].articles >= found[i].articles);
    SearchRequest request;
    request.query = "\"" + found[i].text + "\"";  // the word itself, without its inflections
    INFO(request.query);
    CHECK(archive().search(request).total == found[i].articles);
  }
}

TEST_CASE("the words before are kept, and what occurs with them comes first") {
  CHECK(words("maximum re").front() == "maximum restraint");
  CHECK(words("bakery pri").front() == "bakery prize");
  CHECK(words("bakery s").front() == "bakery small");  // "strike" is in more articles, but in none about a bakery
  CHECK(words("\"maximum re").front() == "\"maximum restraint");
  CHECK(words("title:harb").front() == "title:harbours");
  CHECK(words("(strike OR isr").front() == "(strike OR Israel");
  CHECK(words("strike -isr").front() == "strike -Israel");
  CHECK(words("zyzzyva isr").front() == "zyzzyva Israel");
}

TEST_CASE("speakers are found by any word of any spelling in any script") {
  const std::string peskov = "speaker:\"Dmitry Peskov\"";
  for (const char* typed : {"pes", "Пес", "пеСков", "dmit", "dmitry pes", "pesk dm", "speaker:pes",
                            "speaker:\"Dmitry P", "speaker:песк", "Peskow", "佩斯科", "بيسكو"}) {
    INFO(typed);
    CHECK(has(speakers(typed), peskov));
  }
  CHECK(speakers("森") == Texts{"speaker:\"Naoko Mori\""});
  CHECK(speakers("restraint pes") == Texts{"restraint " + peskov});
  CHECK(speakers("restraint dmitry pes") == Texts{"restraint " + peskov});
  CHECK(speakers("strike AND speaker:bran") == Texts{"strike AND speaker:\"Lena Brandt\""});
  CHECK(speakers("-speaker:bran") == Texts{"-speaker:\"Lena Brandt\""});
  CHECK(speakers("speaker:(osten OR bran") == Texts{"speaker:(osten OR \"Lena Brandt\""});
  CHECK(speakers("захаров") == Texts{"speaker:\"Maria Zakharova\""});  // only the alias table writes her so
  CHECK(speakers("nobody") == Texts{});
  CHECK(speakers("title:pes") == Texts{});
  CHECK(speakers("\"pes") == Texts{});

  const auto found = suggest("pes", {SuggestionKind::speaker});
  REQUIRE(found.size() == 1);
  CHECK(found.front().text == "Dmitry Peskov");
  CHECK(found.front().id == "dmitry-peskov");
  CHECK(found.front().articles == 2);
}

TEST_CASE("sources are found by any word, and by the aliases of the source table") {
  CHECK(sources("her") == Texts{"source:\"Coast Herald\""});
  CHECK(sources("source:coast her") == Texts{"source:coast source:\"Coast Herald\""});
  CHECK(sources("source:\"coast her") == Texts{"source:\"Coast Herald\""});
  CHECK(sources("rou") == Texts{});
  CHECK(sources("рейт") == Texts{"source:Reuters"});
  CHECK(sources("restraint ev") == Texts{"restraint source:\"Evening Post\""});
  CHECK(suggest("coast", {SuggestionKind::source}).front().articles == 3);
}

TEST_CASE("a suggested query finds what is said of it") {
  for (const char* typed : {"p", "pes", "coa", "t", "в", "l", "k"}) {
    for (const Suggestion& suggestion : suggest(typed, {}, 30)) {
      INFO(suggestion.query);
      SearchRequest request;
      request.query = suggestion.query;
      if (suggestion.kind == SuggestionKind::word)
        CHECK(archive().search(request).total >= suggestion.articles);
      else
        CHECK(archive().search(request).total == suggestion.articles);
      CHECK(suggestion.articles > 0);
    }
  }
}

TEST_CASE("kinds share the limit") {
  const auto kinds_of = [](const std::vector<Suggestion>& found) {
    std::vector<int> kinds;
    for (const Suggestion& suggestion : found) kinds.push_back(static_cast<int>(suggestion.kind));
    return kinds;
  };
  CHECK(kinds_of(suggest("e", {}, 3)) == std::vector<int>{0, 1, 2});
  const auto many = kinds_of(suggest("e", {}, 8));
  CHECK(many.size() == 8);  // what speakers and sources do not need, words have
  CHECK(std::is_sorted(many.begin(), many.end()));
  CHECK(suggest("e", {}, 0).empty());
}

TEST_CASE("where nothing is to be completed nothing is offered") {
  for (const char* typed :
       {"", " ", "restraint ", "restraint AND", "restr*", "restr~", "=restr", "lang:e", "date:20", "id:har", "tag:p",
        "by:w", "\"restraint\"", "restraint)", "speaker:", "speaker:=pes", "..."}) {
    INFO(typed);
    CHECK(suggest(typed).empty());
  }
}

TEST_CASE("a word that is written like an operator is completed to a word") {
  CHECK(has(words("coffee o"), "coffee or"));
}

TEST_CASE("what is suggested does not depend on how an archive came about") {
  const TemporaryDirectory folder;
  write_archive(folder / "one", typed_news());
  const Archive whole = Archive::open(folder / "one");
  for (const char* typed : {"s", "re", "strike h", "pes", "h", "т", "东"}) {
    SuggestRequest request;
    request.text = typed;
    const auto one = whole.suggest(request), many = suggest(typed);
    INFO(typed);
    REQUIRE(one.size() == many.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(one[i].query == many[i].query);
      CHECK(one[i].articles == many[i].articles);
    }
  }
}

TEST_CASE("removed articles are not counted, and what only they had is not suggested") {
  const TemporaryDirectory folder;
  write_archive(folder / "news", typed_news());
  {
    auto writer = indexer::ArchiveWriter::open(folder / "news", {});
    writer.remove(schema::hash64("test:kremlin-en"));
    writer.commit();
  }
  const Archive archive = Archive::open(folder / "news");
  SuggestRequest request;
  request.text = "israe";
  CHECK(archive.suggest(request).empty());
  request.text = "peskov";
  request.kinds = {SuggestionKind::speaker};
  REQUIRE(archive.suggest(request).size() == 1);
  CHECK(archive.suggest(request).front().articles == 1);
  request.text = "peskow";  // is in no article that is left, but the alias table knows it
  CHECK(archive.suggest(request).size() == 1);
}

TEST_CASE("many threads may ask one archive") {
  const TemporaryDirectory folder;
  write_archive(folder / "news", typed_news(), 7);
  const Archive shared = Archive::open(folder / "news");
  std::vector<std::size_t> found(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] {
      for (const char* typed : {"s", "r", "pes", "source:h", "strike h"}) {
        SuggestRequest request;
        request.text = typed;
        found[i] += shared.suggest(request).size();
      }
      SearchRequest request;
      request.query = "restrant speaker:peskof";
      found[i] += shared.search(request).suggestion ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found.front() > 10);
  CHECK(std::count(found.begin(), found.end(), found.front()) == static_cast<std::ptrdiff_t>(found.size()));
}

TEST_CASE("what is being typed") {
  text::Analyzer analyzer;
  const auto typed = searcher::read_typed("strike dmitry pes", analyzer);
  REQUIRE(typed.words.size() == 1);
  CHECK(typed.words.front().begin == 14);
  CHECK(typed.words.front().folded == "pes");
  REQUIRE(typed.names.size() == 3);
  CHECK(typed.names[0].begin == 0);
  CHECK(typed.names[1].begin == 7);
  CHECK(typed.names[2].words == Texts{"pes"});

  // The characters of a run, taken together: the longest reading first.
  const auto run = searcher::read_typed("港 東京都", analyzer);
  REQUIRE(run.words.size() == 3);
  CHECK(run.words.front().begin == 4);
  CHECK(run.words.front().undivided);
  CHECK(run.words.back().folded.size() == 3);
}
