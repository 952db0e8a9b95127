#include "app/print/timeline.hpp"

#include <algorithm>

#include "app/print/bar.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "app/print/width.hpp"
#include "tests/app/examples.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

namespace {

SearchAnswer weeks() {
  SearchAnswer answer;
  answer.query = "tide <\"&>";
  answer.interpreted = "tide";
  answer.total = 1239;
  answer.articles = 5000;
  FacetAnswer facet;
  facet.facet = Facet::week;
  facet.granularity = "week";
  facet.counts = {{"2024-W52", 1234}, {"2025-W01", 0}, {"2025-W02", 3}};
  facet.imprecise = 1;
  facet.missing = 2;
  answer.facets = {facet};
  return answer;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a time line on 50 columns") {
  CHECK("\n" + timeline_as_text(weeks(), false, {50, false}) == R"(
1,239 articles (of 5,000) in 0.0 ms

by week
2024-W52  1,234  █████████████████████████████████
2025-W01      0
2025-W02      3  ▏
1 dated less precisely · 2 without a date
)");
}

TEST_CASE("a time line in ASCII, and without a terminal") {
  CHECK("\n" + timeline_as_text(weeks(), false, {30, false, false}) == R"(
1,239 articles (of 5,000) in
0.0 ms

by week
2024-W52  1,234  #############
2025-W01      0
2025-W02      3  #
1 dated less precisely · 2
without a date
)");
  const std::string piped = timeline_as_text(weeks(), false, {0, false});
  CHECK(occurrences(piped, "█") == 80 - 17);
}

TEST_CASE("no line of a time line is wider than the terminal") {
  for (const std::size_t width : {25, 40, 80, 200}) {
    const std::string text = timeline_as_text(weeks(), false, {width, false});
    for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
      CHECK(width_of(text.substr(begin, end - begin)) <= width);
  }
}

TEST_CASE("nothing found has no chart") {
  SearchAnswer answer;
  answer.facets = {FacetAnswer()};
  CHECK(timeline_as_text(answer, false, {80, false}) == "No article (of 0) in 0.0 ms\n");
}

TEST_CASE("a bar is as long as its count, and never nothing for something") {
  const Page page, ascii{0, false, false};
  CHECK(bar(4, 4, 4, page) == "████");
  CHECK(bar(1, 4, 4, page) == "█");
  CHECK(bar(1, 8, 4, page) == "▌");
  CHECK(bar(1, 1'000'000, 4, page) == "▏");
  CHECK(bar(0, 4, 4, page).empty());
  CHECK(bar(0, 0, 4, page).empty());
  CHECK(bar(3, 4, 4, ascii) == "###");
  CHECK(bar(1, 1'000'000, 4, ascii) == "#");
}

TEST_CASE("the picture has a title, a description, and a bar with its number for each count") {
  const std::string svg = timeline_as_svg(weeks());
  CHECK(svg.find("<title id=\"title\">“tide &lt;&quot;&amp;&gt;”: 1,239 articles by week · 1 dated less precisely · 2 "
                 "without a date</title>") != std::string::npos);
  CHECK(svg.find("Bar chart from 2024-W52 to 2025-W02. The most are 1,234 articles in 2024-W52.") != std::string::npos);
  CHECK(svg.find("<title>2024-W52: 1,234 articles</title>") != std::string::npos);
  CHECK(svg.find("<title>2025-W02: 3 articles</title>") != std::string::npos);
  CHECK(occurrences(svg, "class=\"bar\"") == 2);
  CHECK(svg.find("prefers-color-scheme: dark") != std::string::npos);
  for (const char* outside : {"href", "<script", "url(", "@import"}) CHECK(svg.find(outside) == std::string::npos);
}

TEST_CASE("a picture of nothing says so") {
  SearchAnswer answer;
  answer.facets = {FacetAnswer()};
  answer.facets[0].facet = Facet::date;
  answer.facets[0].granularity = "day";
  CHECK(timeline_as_svg(answer).find(">No article has a date.</text>") != std::string::npos);
  CHECK(timeline_as_svg(answer).find("All articles") != std::string::npos);
}

TEST_CASE("a picture takes no character that XML cannot hold") {
  SearchAnswer answer = weeks();
  answer.query = "a\x1b\x01 \xEF\xBF\xBF \xff b";
  const std::string svg = timeline_as_svg(answer);
  CHECK(svg.find("“a   \xEF\xBF\xBD \xEF\xBF\xBD b”") != std::string::npos);
}

TEST_CASE("a time line as JSON and rows") {
  CHECK(
      timeline_to_json(weeks()) ==
      R"({"format":1,"query":"tide <\"&>","interpreted":"tide","warnings":[],"granularity":"week",)"
      R"("buckets":[{"value":"2024-W52","count":1234},{"value":"2025-W01","count":0},{"value":"2025-W02","count":3}],)"
      R"("holes":false,"missing":2,"imprecise":1,"total":1239,"total_partial":0,"total_exact":true,"articles":5000,)"
      R"("undated":0,"took_ms":0.0})");
  CHECK(bucket_to_json({"2024-W52", 4}) == R"({"format":1,"value":"2024-W52","count":4})");
  CHECK(csv_of_timeline(weeks().facets[0]) == "value,count\n2024-W52,1234\n2025-W01,0\n2025-W02,3\n");
}
