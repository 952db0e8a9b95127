// A story that was printed more than once is one hit and counts once.
#include <map>
#include <set>

#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

const char* const wire_text =
    "The pilots who guide ships through the western channel of the Veyra Strait called off their strike on Thursday "
    "after eleven hours of talks with the port authority. Some forty vessels had been waiting at anchor since Monday, "
    "among them two car carriers and a ship with medical supplies for Brenna.";
const char* const quarrel =
    "The question of pay was left to an arbitrator, who has until the first of March to make a proposal.";
const char* const local = "Bakers in Selm gave away bread to the crews.";

// Three tellings of one story and two of another, each in a segment of its own, with articles that stand alone between.
std::vector<schema::StoredArticle> printed_twice() {
  return {
      news("wire")
          .title("Pilots call off strike")
          .date("2024-03-07")
          .source("AFP")
          .paragraph(wire_text)
          .paragraph(quarrel),
      news("bakers").title("Bakers in Selm").date("2024-03-05").source("Coast Herald").paragraph("Bread was dear."),
      news("herald")
          .title("Ships move again")
          .date("2024-03-08")
          .source("Coast Herald")
          .source("AFP")
          .paragraph(wire_text)
          .paragraph("\"The harbour breathes,\" said Marta Oslin.")
          .said("The harbour breathes,", "Marta Oslin"),
      news("post")
          .title("Strike is over")
          .date("2024-03-09")
          .source("Evening Post")
          .source("AFP")
          .paragraph(wire_text)
          .paragraph(local)
          .paragraph("\"The harbour breathes,\" said Marta Oslin.")
          .said("The harbour breathes,", "Marta Oslin"),
      news("flood-a")
          .title("Flood in the library")
          .date("2024-03-08")
          .source("Coast Herald")
          .paragraph("A burst water main flooded the cellar of the city library on Saturday night and soaked about "
                     "nine thousand "
                     "volumes, among them manuscripts from the fourteenth century."),
      news("flood-b")
          .title("Books under water")
          .date("2024-03-10")
          .source("Evening Post")
          .paragraph("A burst water main flooded the cellar of the city library on Saturday night and soaked about "
                     "nine thousand "
                     "volumes, among them manuscripts from the fourteenth century. Bread was not harmed."),
  };
}

const Archive& archive() {
  static const TemporaryDirectory folder;
  static const Archive opened = [] {
    write_archive(folder / "news", printed_twice(), 1);
    return Archive::open(folder / "news");
  }();
  return opened;
}

SearchRequest asking(std::string query, std::optional<Sort> sort = {}) {
  SearchRequest request;
  request.query = std::move(query);
  request.sort = sort;
  return request;
}

using Ids = std::vector<std::string>;

Ids hits(const SearchAnswer& answer) {
  Ids ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.id);
  return ids;
}

// "herald+" matched too, "herald-" did not.
Ids copies(const Hit& hit) {
  Ids ids;
  for (const Copy& copy : hit.copies) ids.push_back(copy.id + (copy.matched ? "+" : "-"));
  return ids;
}

std::map<std::string, std::size_t> counts(const SearchAnswer& answer) {
  std::map<std::string, std::size_t> counts;
  for (const FacetCount& count : answer.facets.at(0).counts) counts[count.value.value_or("?")] = count.count;
  return counts;
}

}  // namespace

TEST_CASE("a story is one hit with its copies, wherever they are stored") {
  const SearchAnswer answer = archive().search(asking("veyra"));
  CHECK(answer.total == 1);
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].copies.size() == 2);
  CHECK(answer.articles == 6);
  const SearchAnswer everything = archive().search(asking("", Sort::oldest));
  CHECK(everything.total == 3);
  CHECK(hits(everything) == Ids{"bakers", "wire", "flood-a"});
  CHECK(copies(everything.hits[1]) == Ids{"herald+", "post+"});
  CHECK(everything.hits[1].copies[0].sources == Ids{"Coast Herald", "AFP"});
  REQUIRE(everything.hits[1].copies[1].date);
  CHECK(everything.hits[1].copies[1].date->day == 9);
}

TEST_CASE("words and filters apply to articles, and copies say whether they match") {
  const SearchAnswer arbitrator = archive().search(asking("arbitrator"));
  CHECK(hits(arbitrator) == Ids{"wire"});
  CHECK(copies(arbitrator.hits[0]) == Ids{"herald-", "post-"});
  const SearchAnswer bread = archive().search(asking("bread", Sort::oldest));
  CHECK(hits(bread) == Ids{"bakers", "post", "flood-b"});
  CHECK(copies(bread.hits[1]) == Ids{"wire-", "herald-"});
  CHECK(bread.total == 3);
  SearchRequest filtered = asking("strike");
  filtered.sources = {"Evening Post"};
  CHECK(hits(archive().search(filtered)) == Ids{"post"});
}

TEST_CASE("the best match stands for its story; by date the first one printed") {
  CHECK(archive().search(asking("title:ships OR veyra")).hits.at(0).id == "herald");
  CHECK(archive().search(asking("title:over OR veyra")).hits.at(0).id == "post");
  CHECK(hits(archive().search(asking("", Sort::newest))) == Ids{"flood-a", "wire", "bakers"});
  // Of those that match.
  CHECK(hits(archive().search(asking("harbour OR dear", Sort::newest))) == Ids{"herald", "bakers"});
  CHECK(hits(archive().search(asking("harbour OR dear", Sort::oldest))) == Ids{"bakers", "herald"});
}

TEST_CASE("without grouping, articles are found and counted") {
  SearchRequest request = asking("", Sort::oldest);
  request.group = false;
  request.facets = {Facet::source};
  const SearchAnswer answer = archive().search(request);
  CHECK(answer.total == 6);
  CHECK(hits(answer) == Ids{"bakers", "wire", "flood-a", "herald", "post", "flood-b"});
  for (const Hit& hit : answer.hits) CHECK(hit.copies.empty());
  CHECK(counts(answer) == std::map<std::string, std::size_t>{{"AFP", 3}, {"Coast Herald", 3}, {"Evening Post", 2}});
}

TEST_CASE("facets count stories, once for each value that a matching member holds") {
  SearchRequest request = asking("");
  request.facets = {Facet::source};
  CHECK(counts(archive().search(request)) ==
        std::map<std::string, std::size_t>{{"AFP", 1}, {"Coast Herald", 3}, {"Evening Post", 2}});
  request.facets = {Facet::speaker};
  CHECK(counts(archive().search(request)) == std::map<std::string, std::size_t>{{"Marta Oslin", 1}});
  request.facets = {Facet::month};
  CHECK(counts(archive().search(request)) == std::map<std::string, std::size_t>{{"2024-03", 3}});
  request.facets = {Facet::date};
  CHECK(counts(archive().search(request)) == std::map<std::string, std::size_t>{{"2024-03-05", 1},
                                                                                {"2024-03-06", 0},
                                                                                {"2024-03-07", 1},
                                                                                {"2024-03-08", 2},
                                                                                {"2024-03-09", 1},
                                                                                {"2024-03-10", 1}});
  request = asking("arbitrator");  // the copies do not match
  request.facets = {Facet::source};
  CHECK(counts(archive().search(request)) == std::map<std::string, std::size_t>{{"AFP", 1}});
}

TEST_CASE("a story of which a copy has all words is no partial match besides") {
  const SearchAnswer answer = archive().search(asking("arbitrator strike bakers"));
  CHECK(answer.total == 0);
  CHECK(answer.total_partial == 2);
  const SearchAnswer both = archive().search(asking("bakers strike"));
  CHECK(both.total == 1);
  CHECK(both.total_partial == 1);
  CHECK(hits(both) == Ids{"post", "bakers"});
  CHECK(copies(both.hits[0]) == Ids{"wire+", "herald+"});  // in part
}

TEST_CASE("pages of stories follow on each other") {
  for (const std::optional<Sort> sort : {std::optional(Sort::relevance), std::optional(Sort::newest)}) {
    Ids all;
    SearchRequest request = asking("strike OR bread OR library", sort);
    request.limit = 1;
    for (request.offset = 0; request.offset < 4; ++request.offset)
      for (const std::string& id : hits(archive().search(request))) all.push_back(id);
    request.limit = 10;
    request.offset = 0;
    CHECK(all == hits(archive().search(request)));
    CHECK(all.size() == 3);
  }
}
