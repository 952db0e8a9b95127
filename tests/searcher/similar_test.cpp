#include <algorithm>

#include "searcher/similar/article_words.hpp"
#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

using Ids = std::vector<std::string>;

// Three subjects in English, one of them also in German, Japanese and Thai, and articles about nothing of the kind.
std::vector<schema::StoredArticle> subjects() {
  return {
      news("bridge-wire")
          .title("Bridge over the Orlane collapses after flood")
          .date("2024-05-02")
          .source("AFP")
          .paragraph("The old iron bridge over the river Orlane collapsed on Thursday after three days of flood.")
          .paragraph("\"Nobody was on the bridge,\" engineer Mara Velden said. Ferries carry commuters to Tessin now.")
          .said("Nobody was on the bridge,", "Mara Velden"),
      news("bridge-paper")
          .title("Iron bridge falls into the Orlane")
          .date("2024-05-03")
          .source("Coast Herald")
          .paragraph("The iron bridge over the Orlane collapsed on Thursday after three days of flood, leaving Tessin "
                     "cut off.")
          .paragraph("\"Nobody was on the bridge,\" said Mara Velden, the city's engineer. Commuters wait for ferries.")
          .said("Nobody was on the bridge,", "Mara Velden"),
      news("bridge-later")
          .title("Tessin rebuilds its crossing")
          .date("2025-01-10")
          .paragraph("Half a year after the flood Tessin votes on a new bridge across the Orlane. Ferries are slow."),
      news("bridge-de")
          .title("Brücke über die Orlane eingestürzt")
          .date("2024-05-03")
          .language("de")
          .paragraph("Die Brücke über die Orlane bei Tessin ist nach dem Hochwasser eingestürzt, sagte Mara Velden.")
          .said("Die Brücke", "Mara Velden"),
      news("garten-de")
          .title("Die Rosen im Garten")
          .language("de")
          .paragraph("Die Rosen blühen in diesem Jahr spät, und der Gärtner ist nach dem Frost nicht überrascht."),
      news("vaccine")
          .title("Vaccine trial begins in Harn")
          .paragraph("Doctors in Harn gave the first volunteers a malaria vaccine. The trial will last two years."),
      news("vaccine-2")
          .title("Malaria vaccine passes first trial")
          .paragraph("The malaria vaccine tried on volunteers in Harn is safe, doctors said after two years."),
      news("orchid")
          .title("Orchid blooms")
          .paragraph("A gardener in Quill showed a rare purple orchid to schoolchildren."),
      news("chess")
          .title("Chess title decided")
          .paragraph("Grandmaster Ruy Almas took the chess title after a long endgame."),
      news("flood-ja")
          .title("豪雨でオルラーネ橋が崩落")
          .language("ja")
          .paragraph("豪雨による洪水で鉄橋が崩落し、市民は渡し船で通勤している。"),
      news("flood-ja-2")
          .title("崩落した鉄橋の再建案")
          .language("ja")
          .paragraph("洪水で崩落した鉄橋について、市は再建案を示した。市民は渡し船を使う。"),
      news("tea-ja")
          .title("新茶の季節")
          .language("ja")
          .paragraph("茶畑では新茶の収穫が始まり、農家は香りに満足している。"),
      news("ferry-th").title("สะพานถล่มหลังน้ำท่วม").language("th").paragraph("สะพานเหล็กถล่มหลังน้ำท่วม ประชาชนต้องใช้เรือข้ามฟาก"),
      news("ferry-th-2").title("เรือข้ามฟากแทนสะพาน").language("th").paragraph("หลังสะพานเหล็กถล่ม ประชาชนใช้เรือข้ามฟากทุกวัน"),
      news("market-th").title("ตลาดดอกไม้").language("th").paragraph("ตลาดขายดอกกุหลาบและกล้วยไม้ในตอนเช้า"),
      news("empty").title("…"),
  };
}

const Archive& archive() {
  static const TemporaryDirectory folder;
  static const Archive opened = [] {
    write_archive(folder / "news", subjects(), 4);
    return Archive::open(folder / "news");
  }();
  return opened;
}

SearchAnswer similar(std::string id) {
  SimilarRequest request;
  request.id = std::move(id);
  const auto answer = archive().similar(request);
  REQUIRE(answer);
  return *answer;
}

Ids ids_of(const SearchAnswer& answer) {
  Ids found;
  for (const Hit& hit : answer.hits) found.push_back(hit.id);
  return found;
}

bool has(const SearchAnswer& answer, const std::string& id) {
  const Ids found = ids_of(answer);
  return std::find(found.begin(), found.end(), id) != found.end();
}

}  // namespace

TEST_CASE("the other version of a story comes first, then its subject") {
  const Ids found = ids_of(similar("bridge-wire"));
  REQUIRE(found.size() >= 2);
  CHECK(found[0] == "bridge-paper");
  CHECK(found[1] == "bridge-later");
  CHECK(ids_of(similar("bridge-paper")).front() == "bridge-wire");
}

TEST_CASE("what is alike is found in every script, and in its language first") {
  struct Row {
    const char* asked;
    const char* first;
    const char* unlike;
  };
  for (const Row& row : {Row{"vaccine", "vaccine-2", "orchid"}, Row{"flood-ja", "flood-ja-2", "tea-ja"},
                         Row{"flood-ja-2", "flood-ja", "tea-ja"}, Row{"ferry-th", "ferry-th-2", "market-th"},
                         Row{"bridge-de", "bridge-paper", "garten-de"}}) {
    const SearchAnswer answer = similar(row.asked);
    INFO("asked: " << row.asked << "\nby: " << answer.interpreted);
    REQUIRE_FALSE(answer.hits.empty());
    CHECK(answer.hits.front().id == row.first);
    CHECK(has(answer, row.first));
    CHECK_FALSE(has(answer, row.unlike));
  }
}

TEST_CASE("an article with nothing alike gives nothing") {
  for (const char* asked : {"orchid", "chess", "tea-ja", "market-th", "empty"}) {
    const SearchAnswer answer = similar(asked);
    INFO("asked: " << asked << "\nby: " << answer.interpreted);
    CHECK(ids_of(answer) == Ids{});
    CHECK(answer.total == 0);
  }
}

TEST_CASE("the asked article is never among the hits, and an unknown one has no answer") {
  for (const auto& article : subjects()) CHECK_FALSE(has(similar(article.id), article.id));
  SimilarRequest request;
  request.id = "no-such-article";
  CHECK_FALSE(archive().similar(request));
}

TEST_CASE("a similar answer has the shape of a search") {
  const SearchAnswer answer = similar("bridge-wire");
  CHECK(answer.query == "bridge-wire");
  CHECK(answer.articles == subjects().size());
  CHECK(answer.total == answer.hits.size());
  const Hit& first = answer.hits.front();
  CHECK(first.title == "Iron bridge falls into the Orlane");
  CHECK_FALSE(first.title_highlights.empty());
  REQUIRE_FALSE(first.snippets.empty());
  CHECK_FALSE(first.snippets.front().highlights.empty());
  CHECK(std::is_sorted(answer.hits.begin(), answer.hits.end(),
                       [](const Hit& a, const Hit& b) { return a.score > b.score; }));
  // `interpreted` is a query: it finds what was found.
  SearchRequest request;
  request.query = answer.interpreted;
  request.match = Match::any;
  const Ids found = ids(archive(), request);
  for (const Hit& hit : answer.hits) CHECK(std::find(found.begin(), found.end(), hit.id) != found.end());
}

TEST_CASE("filters and pages narrow what is similar") {
  SimilarRequest request;
  request.id = "bridge-wire";
  request.from = "2025";
  CHECK(ids_of(*archive().similar(request)) == Ids{"bridge-later"});
  request.from.reset();
  request.sources = {"Coast Herald"};
  CHECK(ids_of(*archive().similar(request)) == Ids{"bridge-paper"});
  request.sources.clear();
  const Ids all = ids_of(*archive().similar(request));
  REQUIRE(all.size() >= 2);
  request.limit = 1;
  request.offset = 1;
  const SearchAnswer page = *archive().similar(request);
  CHECK(ids_of(page) == Ids{all[1]});
  CHECK(page.total == all.size());
}

TEST_CASE("the copies of a story are those that a search shows with it") {
  SearchRequest everything;
  everything.limit = 100;
  for (const Hit& hit : archive().search(everything).hits) {
    Ids copies;
    for (const Copy& copy : hit.copies) copies.push_back(copy.id);
    SimilarRequest request;
    request.id = hit.id;
    request.duplicates = true;
    const SearchAnswer answer = *archive().similar(request);
    Ids found = ids_of(answer);
    CHECK(answer.total == found.size());
    std::sort(found.begin(), found.end());
    std::sort(copies.begin(), copies.end());
    CHECK(found == copies);
  }
}

TEST_CASE("what is similar does not depend on how an archive came about") {
  const TemporaryDirectory folder;
  write_archive(folder / "one", subjects());
  const Archive whole = Archive::open(folder / "one");
  for (const auto& article : subjects()) {
    SimilarRequest request;
    request.id = article.id;
    CHECK(ids_of(*whole.similar(request)) == ids_of(similar(article.id)));
  }
}

TEST_CASE("the words of an article, by stem and language") {
  text::Analyzer analyzer;
  const auto words = searcher::article_words(
      news("a").title("Strikes spread").paragraph("A strike, striking harbours; the harbour is shut."), analyzer);
  const auto strike = std::find_if(words.begin(), words.end(), [](const auto& word) { return word.root == "Zstrike"; });
  REQUIRE(strike != words.end());
  CHECK(strike->count == 5);  // the title's counts three times
  CHECK(strike->forms == std::vector<std::string>{"strikes", "strike", "striking"});
  CHECK(strike->shown == "strikes");
  CHECK(strike->language == "en");

  // Words of the dictionary and pairs of characters, each once, no single characters.
  const auto japanese =
      searcher::article_words(news("b").language("ja").paragraph("鉄橋が崩落した。鉄橋は古い。"), analyzer);
  const auto bridge = std::count_if(japanese.begin(), japanese.end(), [](const auto& w) { return w.shown == "鉄橋"; });
  CHECK(bridge == 1);
  for (const auto& word : japanese) CHECK(word.forms.empty());

  // Small words are about nothing; in another language they may be words.
  const auto german = searcher::article_words(news("c").language("de").paragraph("Die Brücke ist alt."), analyzer);
  const auto english = searcher::article_words(news("d").language("en-GB").paragraph("Die, bridge!"), analyzer);
  CHECK(german.size() == 2);
  CHECK(english.size() == 2);
  CHECK(english.front().language == "en");
}
