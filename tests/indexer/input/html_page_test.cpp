#include "indexer/input/html_page.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace dateline::indexer;

namespace {

const std::string one =
    "The northern lock was opened to barges on Monday, after three weeks of repairs, the canal authority said.";
const std::string two =
    "Forty barges had been waiting in the basin, some of them with fruit, and one with a band, skippers told us.";
const std::string three =
    "The authority promised that the southern lock would be painted, and that the lamps would work again.";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

std::string page(const std::string& body, const std::string& head = "") {
  return "<!doctype html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
}

std::string all_of_it() { return one + "\n\n" + two + "\n\n" + three; }

std::string repeated(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("the article of a page, whatever stands around it and in it") {
  struct Row {
    std::string what, body;
  };
  const Row row = GENERATE(values<Row>({
      {"a class that would cut everything",
       "<div class='has-sidebar comments-open related'><h1>Lock</h1>" + p(one) + p(two) + p(three) + "</div>"},
      {"a form around the page", "<form>" + p(one) + p(two) + p(three) + "</form>"},
      {"line breaks for paragraphs", "<div>" + one + "<br><br>" + two + "<br/><br/>" + three + "</div>"},
      {"wrapped lines", "<div>" + one.substr(0, one.rfind(' ', 80)) + "<br>" + one.substr(one.rfind(' ', 80)) +
                            "<br><br>" + two + "<br><br>" + three + "</div>"},
      {"parts in neighbours", "<div><div class=part>" + p(one) +
                                  "</div><div class=x>Advertisement</div><div class=part>" + p(two) +
                                  "</div><div class=part>" + p(three) + "</div></div>"},
      {"a linked line inside",
       "<article>" + p(one) + "<p><a href=/x>Where the barges went</a></p>" + p(two) + p(three) + "</article>"},
      {"a list of links with its heading",
       "<article>" + p(one) + p(two) + p(three) +
           "<h3>More stories</h3><ul><li><a href=/x>Barges</a><li><a href=/y>Lamps</a></ul></article>"},
      {"teasers as articles", "<div class=main>" + p(one) + p(two) + p(three) +
                                  "</div><article><h3><a href=/x>Fruit</a></h3>" +
                                  p("It was picked on a Sunday, by people who had nothing else to do.") + "</article>"},
      {"longer comments",
       "<div>" + p(one) + p(two) + p(three) + "</div><div id=comments>" +
           repeated(p("I have always said that the lock would open again, and nobody ever listened to me."), 9) +
           "</div>"},
      {"a paragraph that is behind a paywall", p(one) + "<p class=paywall>" + two + "</p>" + p(three)},
      {"a caption without a sign",
       "<article>" + p(one) + "<div class=article-image><img><p>The lock in May, in a picture by the keeper</p></div>" +
           p(two) + p(three) + "</article>"},
      {"a hidden dialog", p(one) + p(two) + p(three) + "<div style='display: none'>" +
                              p("You are not signed in, and so you cannot vote on this.") + "</div>"},
      {"a drawing that is never closed", p(one) + p(two) + p(three) + "<svg><path>"},
  }));
  CAPTURE(row.what);
  std::string text = extract_page(page(row.body)).text;
  if (text.rfind("Lock\n\n", 0) == 0) text.erase(0, 6);
  CHECK(text == all_of_it());
}

TEST_CASE("a stated body chooses among the lines of the page") {
  const auto stated = [](const std::string& body) {
    return "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Lock\", \"articleBody\": "
           "\"" +
           body + "\",}</script>";
  };
  const std::string letter = p("Get the news of the canal every morning, before anybody else in your house has it.");
  CHECK(extract_page(page(p(one) + letter + p(two) + p(three), stated(one + " " + two + "\n" + three))).text ==
        all_of_it());
  SECTION("alone only where the page shows nothing") {
    CHECK(extract_page(page("<p>Loading</p>", stated(one + "\\n\\n" + two))).text == one + "\n\n" + two);
    CHECK(extract_page(page(p(one) + p(two) + p(three), stated(repeated("Something else that no page shows. ", 9))))
              .text == all_of_it());
    CHECK(extract_page(page(p(one) + p(two) + p(three), stated(one))).text == all_of_it());
  }
}

TEST_CASE("dates that a page states, and those of something else") {
  struct Row {
    std::string head, body, date;
  };
  const Row row = GENERATE(values<Row>({
      {"<meta name=publish_date content=2020-03-01>", "", "2020-03-01"},
      {"<meta itemprop=datePublished content=2020-03-01>", "", "2020-03-01"},
      {"", "<h1>The lock opens again</h1><time datetime=2020-03-01>1 March</time>", "2020-03-01"},
      {"",
       "<time datetime=2021-09-09>today</time><h1>The lock opens again</h1><time datetime=2020-03-01>1 March</time>",
       "2020-03-01"},
      {"", "<time datetime=2021-09-09>a</time><time datetime=2021-08-08>b</time><h1>The lock opens again</h1>", ""},
      {"", "<h1>The lock opens again</h1><time>14:52</time>", ""},
      {"<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\"}, {\"@type\": \"WebPage\", "
       "\"datePublished\": "
       "\"2020-03-01\"}]}</script>",
       "", "2020-03-01"},
      {"<script type='application/ld+json'>[{\"@type\": \"NewsArticle\", \"headline\": \"Plums are late this year\", "
       "\"datePublished\": "
       "\"2021-09-09\"}, {\"@type\": \"NewsArticle\", \"headline\": \"The lock opens again\", \"datePublished\": "
       "\"2020-03-01\"}]</script>",
       "<h1>The lock opens again</h1>", "2020-03-01"},
      {"", "", ""},
  }));
  CAPTURE(row.head, row.body);
  const RawArticle article = extract_page(page(row.body + p(one) + p(two), row.head));
  CHECK((article.date ? article.date->value : "") == row.date);
}

TEST_CASE("a short title on which a page agrees is no match for the name of the site") {
  const RawArticle article =
      extract_page(page("<h1>Lampy</h1>" + p(one) + p(two),
                        "<title>Plavba v noci - Lampy</title><meta property=og:title content='Plavba v noci'>"));
  REQUIRE(article.title);
  CHECK(article.title->value == "Plavba v noci");
}

TEST_CASE("when a page says that it was changed") {
  const std::string head = GENERATE(
      "<meta property=article:modified_time content=2020-03-04>", "<meta itemprop=dateModified content=2020-03-04>",
      "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"dateModified\": \"2020-03-04\"}</script>");
  const RawArticle article = extract_page(page(p(one) + p(two), head));
  REQUIRE(article.updated);
  CHECK(article.updated->value == "2020-03-04");
  CHECK_FALSE(article.date);
}

TEST_CASE("a heading above the first paragraph begins the text when its like heads a later part") {
  const std::string start = "<h1>The lock opens again</h1><h2>What the barges did</h2>" + p(one) + p(two);
  CHECK(extract_page(page(start + "<h2>What the lamps did</h2>" + p(three))).first_heading == "What the barges did");
  CHECK(extract_page(page(start + "<h3>What the lamps did</h3>" + p(three))).first_heading.empty());
  CHECK(extract_page(page(start + p(three))).first_heading.empty());
}

TEST_CASE("what only a page's program holds is the article when one text stands beside its title") {
  const auto held = [](const std::string& title, const std::string& rest) {
    return page("<div id=root>...</div>",
                "<title>The lock opens again</title><meta property=og:title content='The lock opens again'>"
                "<script id=__NEXT_DATA__ type='application/json'>{\"a\": [{\"title\": \"" +
                    title + "\", \"body\": \"" + one + " " + two + " " + three + "\"}" + rest + "]}</script>");
  };
  CHECK(extract_page(held("The lock opens again", "")).text.find(three) != std::string::npos);
  CHECK(extract_page(held("Plums are late this year", "")).text.find(three) == std::string::npos);
  CHECK(extract_page(held("The lock opens again", ", {\"title\": \"The lock opens again\", \"body\": \"" + three + " " +
                                                      two + " " + one + "\"}"))
            .text.find(three) == std::string::npos);
}

TEST_CASE("a subtitle that is marked as one is no paragraph") {
  const RawArticle article =
      extract_page(page("<h1>Lock opens</h1><p class=standfirst>The barges may go, the lamps stay dark.</p>" + p(one) +
                        p(two) + p(three)));
  REQUIRE(article.subtitle);
  CHECK(article.subtitle->value == "The barges may go, the lamps stay dark.");
  CHECK(article.text == "Lock opens\n\n" + all_of_it());
}

TEST_CASE("pages made to be slow are read, and read once") {
  const std::string part = GENERATE(values<std::string>({
      "<svg>",
      "<noscript>",
      "<h3><a href=x>y</a></h3>",
      "<div class='related more comments'><p>x",
      "<time datetime=2020-01-01>",
      "<h1>Some words of a headline",
      "<p>One, two, three, four, five, six, seven, eight, nine, ten, eleven.",
      "<br>x",
      "<script>x",
      "<a href=x>",
      "<article><div class=article-body>",
  }));
  CAPTURE(part);
  const RawArticle article = extract_page("<html><body>" + repeated(part, 20000) + p(one));
  CHECK(article.page);
}
