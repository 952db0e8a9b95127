#include "indexer/input/html_titles.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace dateline::indexer;

TEST_CASE("the name of the site goes from a title, and nothing else") {
  struct Row {
    std::string title;
    std::vector<std::string> sites;
    std::string bare;
  };
  const Row row = GENERATE(values<Row>({
      {"Lock opens after the flood | The Paper", {"The Paper"}, "Lock opens after the flood"},
      {"Lock opens after the flood | World news | The Paper", {"The Paper"}, "Lock opens after the flood"},
      {"Lock opens - Canal News", {"Canal News"}, "Lock opens"},
      {"Lock opens - canalnews.example", {"canalnews"}, "Lock opens"},
      {"Шлюз открыт после наводнения — Канал", {}, "Шлюз открыт после наводнения"},
      {"水門が開く：運河新聞", {"運河新聞"}, "水門が開く：運河新聞"},
      {"Canal News: Lock opens", {"Canal News"}, "Lock opens"},
      {"Canal News | Lock opens again", {"Canal News"}, "Lock opens again"},
      {"After the flood - what now?", {"The Paper"}, "After the flood - what now?"},
      {"Lock 4 - Barge 0", {}, "Lock 4 - Barge 0"},
      {"Lock opens: skippers cheer", {"The Paper"}, "Lock opens: skippers cheer"},
      {"The Paper", {"The Paper"}, "The Paper"},
      {"", {"The Paper"}, ""},
  }));
  CAPTURE(row.title);
  CHECK(without_site(row.title, row.sites) == row.bare);
}

TEST_CASE("the printed headline is the title where the page's other titles agree") {
  struct Row {
    std::string structured, social;
    std::vector<std::string> headings;
    std::string element, chosen;
  };
  const Row row = GENERATE(values<Row>({
      // cut short for search engines
      {"Northern lock opens after weeks of",
       "",
       {"Northern lock opens after weeks of repairs"},
       "",
       "Northern lock opens after weeks of repairs"},
      {"Northern lock opens & stays open", "", {"Northern lock opens"}, "", "Northern lock opens & stays open"},
      {"",
       "Lock opens: all you need to know",
       {"Lock opens after three weeks"},
       "Lock opens after three weeks | Paper",
       "Lock opens after three weeks"},
      {"", "Northern lock opens | Canal Paper", {}, "", "Northern lock opens"},
      {"", "Northern lock opens", {"CanalsNorthern lock opens"}, "", "Northern lock opens"},
      // a heading of the site, of another page
      {"", "Northern lock opens", {"Canal Paper"}, "Northern lock opens | Canal Paper", "Northern lock opens"},
      {"", "", {"Canal Paper", "Northern lock opens"}, "Northern lock opens - Canal Paper", "Northern lock opens"},
      {"", "", {}, "Northern lock opens again | Canal Paper", "Northern lock opens again"},
      {"", "", {"Northern lock opens"}, "", "Northern lock opens"},
      // nothing tells the site from the headline: left to the lines of the text
      {"", "", {}, "Canal Paper: northern lock opens", ""},
      {"", "", {}, "", ""},
  }));
  CAPTURE(row.structured, row.social, row.headings, row.element);
  PageTitles titles;
  if (!row.structured.empty()) titles.structured = Stated{row.structured, "JSON-LD headline"};
  if (!row.social.empty()) titles.social = Stated{row.social, "meta og:title"};
  titles.headings = row.headings;
  titles.element = row.element;
  const std::optional<Stated> chosen = choose_title(titles);
  CHECK((chosen ? chosen->value : "") == row.chosen);
}
