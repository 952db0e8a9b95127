// One person in several scripts, whom no table knows.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

using Ids = std::vector<std::string>;

SearchRequest query(const std::string& text) {
  SearchRequest request;
  request.query = text;
  return request;
}

std::vector<schema::StoredArticle> orlov_news() {
  return {news("en1").language("en").paragraph("We wait here. We go.").said("We wait here", "Viktor Orlov"),
          news("en2").language("en").paragraph("We go now.").said("We go now", "Viktor Orlov", "Orlov"),
          news("ru").language("ru").paragraph("Мы ждём.").said("Мы ждём", "Виктор Орлов"),
          news("other").language("en").paragraph("We wait.").said("We wait", "Anna Berg")};
}

class OrlovArchive {
 public:
  explicit OrlovArchive(std::size_t batch = 0, std::vector<schema::StoredArticle> later = {}) {
    write_archive(folder_ / "news", orlov_news(), batch);
    if (later.empty()) return;
    auto writer = indexer::ArchiveWriter::open(folder_ / "news", {});
    for (schema::StoredArticle& article : later) writer.add(std::move(article));
    writer.commit();
  }
  Archive open() const { return Archive::open(folder_ / "news"); }

 private:
  TemporaryDirectory folder_;
};

}  // namespace

TEST_CASE("a speaker is found by any spelling, in any script") {
  const OrlovArchive made;
  const Archive archive = made.open();
  for (const char* name : {"Орлов", "orlov", "\"Viktor Orlov\"", "\"Виктор Орлов\"", "виктор"}) {
    INFO(name);
    CHECK(ids(archive, query(std::string("speaker:") + name)) == Ids{"en1", "en2", "ru"});
  }
  CHECK(ids(archive, query("speaker:=\"Виктор Орлов\"")) == Ids{"ru"});
  CHECK(ids(archive, query("speaker:orlov said:ждём")) == Ids{"ru"});
  CHECK(ids(archive, query("speaker:орлов said:(wait NEAR here)")) == Ids{"en1"});
  CHECK(ids(archive, query("speaker:орлов said:\"we go\"")) == Ids{"en2"});
  CHECK(ids(archive, query("-speaker:орлов")) == Ids{"other"});
}

TEST_CASE("spellings of one speaker are counted as one") {
  const OrlovArchive made;
  SearchRequest request = query("");
  request.facets = {Facet::speaker};
  const SearchAnswer answer = made.open().search(request);
  REQUIRE(answer.facets.size() == 1);
  REQUIRE(answer.facets[0].counts.size() == 2);
  CHECK(answer.facets[0].counts[0].value == "Viktor Orlov");
  CHECK(answer.facets[0].counts[0].count == 3);

  const std::vector<SpeakerEntry> speakers = made.open().speakers("орл");
  REQUIRE(speakers.size() == 1);
  CHECK(speakers[0].name == "Viktor Orlov");
  CHECK(speakers[0].articles == 3);
  CHECK(std::count(speakers[0].spellings.begin(), speakers[0].spellings.end(), "Виктор Орлов") == 1);
}

TEST_CASE("an article says why its speaker is called otherwise than written") {
  const OrlovArchive made;
  const auto article = made.open().show("ru");
  REQUIRE(article);
  REQUIRE(article->speakers.size() == 1);
  CHECK(article->speakers[0].name == "Viktor Orlov");
  CHECK(article->speakers[0].id == "viktor-orlov");
  CHECK(article->speakers[0].as_written == Ids{"Виктор Орлов"});
  CHECK(article->speakers[0].evidence.find("sounds like Viktor Orlov") != std::string::npos);
  REQUIRE(article->quotes.size() == 1);
  CHECK(article->quotes[0].speaker == "Viktor Orlov");
}

TEST_CASE("what was decided holds for articles that come later, and new spellings wait for a reindex") {
  const OrlovArchive made(0, {news("late").language("ru").paragraph("Мы едем.").said("Мы едем", "Виктор Орлов"),
                              news("greek").language("el").paragraph("Πάμε.").said("Πάμε", "Βίκτορ Ορλόφ")});
  const Archive archive = made.open();
  CHECK(ids(archive, query("speaker:orlov")) == Ids{"en1", "en2", "late", "ru"});
  CHECK(archive.show("late")->speakers[0].name == "Viktor Orlov");
  CHECK(archive.show("greek")->speakers[0].name == "Βίκτορ Ορλόφ");
}

TEST_CASE("who speak in one article are not one, however alike") {
  const TemporaryDirectory folder;
  write_archive(folder / "news", {news("a")
                                      .language("en")
                                      .paragraph("We wait. We go.")
                                      .said("We wait", "Viktor Orlov")
                                      .said("We go", "Виктор Орлов")});
  CHECK(Archive::open(folder / "news").speakers().size() == 2);
}

TEST_CASE("a later article with both spellings has one speaker and counts once") {
  const OrlovArchive made(0, {news("both")
                                  .language("en")
                                  .paragraph("We wait. We go.")
                                  .said("We wait", "Viktor Orlov")
                                  .said("We go", "Виктор Орлов")});
  const Archive archive = made.open();
  CHECK(archive.show("both")->speakers.size() == 1);
  CHECK(archive.speakers("orlov")[0].articles == 4);
  CHECK(archive.speakers("orlov")[0].quotes == 5);
  SearchRequest request = query("id:both");
  CHECK(archive.search(request).hits.at(0).speakers == Ids{"Viktor Orlov"});
  CHECK(ids(archive, query("speaker:=\"Виктор Орлов\" said:wait")) == Ids{"both"});
}

TEST_CASE("who are perhaps one are listed with the row that makes them one") {
  const TemporaryDirectory folder;
  write_archive(folder / "news", {news("a").language("en").paragraph("We wait.").said("We wait", "Kim Min-su"),
                                  news("b").language("ko").paragraph("기다린다.").said("기다린다", "김민수"),
                                  news("c").language("en").paragraph("We wait.").said("We wait", "Kim Min-su"),
                                  news("d").language("en").paragraph("We wait.").said("We wait", "Anna Berg")});
  const std::vector<SpeakerPair> pairs = Archive::open(folder / "news").unsure_speakers();
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].speaker.name == "Kim Min-su");
  CHECK(pairs[0].speaker.articles == 2);
  CHECK(pairs[0].other.name == "김민수");
  CHECK(pairs[0].alias_row == "Kim Min-su\tperson\t-\t*\t김민수\tfull");
  CHECK(Archive::open(folder / "news").unsure_speakers(0).empty());
}
