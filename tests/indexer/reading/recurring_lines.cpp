// Boilerplate that no cue names, learnt from invented articles.
#include "indexer/reading/recurring_lines_learner.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "indexer/reading/read.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;

namespace {

using Texts = std::vector<std::string>;

ReadingContext with(const RecurringLines* lines) {
  ReadingContext context;
  context.recurring = lines;
  return context;
}

schema::StoredArticle understood(const std::string& text, const RecurringLines* lines = nullptr) {
  RawArticle raw;
  raw.input = "a.txt";
  raw.text = text;
  auto result = read(std::move(raw), with(lines));
  REQUIRE(std::holds_alternative<schema::StoredArticle>(result));
  return std::get<schema::StoredArticle>(std::move(result));
}

RecurringLines learnt(const Texts& texts) {
  RecurringLinesLearner learner;
  for (const std::string& text : texts) learner.add(see_lines(understood(text)));
  return learner.learn();
}

// The parts of the article that were cut for recurring.
Texts cuts(const std::string& text, const RecurringLines& lines) {
  Texts found;
  const schema::StoredArticle article = understood(text, &lines);
  for (const schema::Cut& cut : article.removed)
    if (cut.reason == "recurs in the archive")
      found.push_back(article.text.substr(cut.span.begin, cut.span.end - cut.span.begin));
  return found;
}

std::string story(const std::string& of) {
  return "The " + of + " opened again\n\nThe " + of +
         " of Selm opened again on Monday after three weeks, the town said.\n\n" + "Forty people had waited at the " +
         of + " since the early morning, some of them with their dogs.\n\n";
}

const std::string desk = "The valley desk of the Selm Courier answers letters on Thursdays between 9 and 11.";
const std::string tide = "Every Thursday the Coast Leaf waits for your letters and stories about the town.";

}  // namespace

TEST_CASE("what three stories end in is cut from them and from later ones") {
  const RecurringLines lines =
      learnt({story("bridge") + desk, story("market") + desk, story("theatre") + desk, story("school")});
  CHECK(cuts(story("bridge") + desk, lines) == Texts{desk});
  CHECK(cuts(story("library") + desk, lines) == Texts{desk});
  CHECK(cuts(story("library"), lines).empty());
}

TEST_CASE("two stories that end alike are chance") {
  CHECK(learnt({story("bridge") + desk, story("market") + desk, story("school")}).empty());
}

TEST_CASE("numbers, capitals and marks may differ") {
  const std::string other = "The Valley Desk of the Selm Courier answers letters on Thursdays, between 10 and 12!";
  const RecurringLines lines = learnt({story("bridge") + desk, story("market") + desk, story("theatre") + other});
  CHECK(cuts(story("theatre") + other, lines) == Texts{other});
}

TEST_CASE("copies of one story do not condemn their own end") {
  const std::string whole =
      story("bridge") + "The bridge is two hundred years old and was last repaired in the spring.";
  CHECK(learnt({whole, whole, whole, whole, story("market")}).empty());
}

TEST_CASE("a paragraph of background between others is no boilerplate") {
  const std::string background = "The dispute over the dam began in the spring, when both towns claimed the water.\n\n";
  Texts texts;
  for (const char* of : {"bridge", "market", "theatre", "school", "library"})
    texts.push_back(story(of) + background + "Nobody at the " + of + " wanted to say more about it on Monday evening.");
  CHECK(learnt(texts).empty());
}

TEST_CASE("short lines go with the long ones around them, and never alone") {
  const std::string tail = desk + "\n\nVisit us\n\n" + tide;
  const RecurringLines lines = learnt({story("bridge") + tail, story("market") + tail, story("theatre") + tail});
  CHECK(cuts(story("school") + tail, lines) == Texts{desk, "Visit us", tide});
  const std::string said = "That is all.";
  const RecurringLines none = learnt({story("bridge") + said, story("market") + said, story("theatre") + said});
  CHECK(cuts(story("school") + said, none).empty());
}

TEST_CASE("the end of a sentence that was wrapped is part of it") {
  const std::string sum = "$39.92 on the exchange of the northern harbour towns.";
  CHECK(cuts(story("school") + sum, learnt({story("bridge") + sum, story("market") + sum, story("theatre") + sum}))
            .empty());
  const std::string end = "combined management fee and a selling concession of one percent.";
  CHECK(cuts(story("school") + end, learnt({story("bridge") + end, story("market") + end, story("theatre") + end}))
            .empty());
}

TEST_CASE("an article that is nothing else keeps what it says") {
  const RecurringLines lines = learnt({story("bridge") + desk, story("market") + desk, story("theatre") + desk});
  CHECK(cuts("From the Selm Courier\n\n" + desk, lines).empty());
}

TEST_CASE("the order of the articles makes no difference, and what was cut once is learnt again") {
  Texts texts{story("bridge") + desk, story("market") + desk, story("theatre") + desk + "\n\n" + tide,
              story("school") + tide, story("library") + tide};
  const std::string once = learnt(texts).encode();
  std::reverse(texts.begin(), texts.end());
  CHECK(learnt(texts).encode() == once);

  const RecurringLines lines = learnt(texts);
  RecurringLinesLearner again;
  for (const std::string& text : texts) again.add(see_lines(understood(text, &lines)));
  CHECK(again.learn().encode() == once);
}

TEST_CASE("what was learnt comes back from its file, and damage is seen") {
  const RecurringLines lines = learnt({story("bridge") + desk, story("market") + desk, story("theatre") + desk});
  std::string bytes = lines.encode();
  REQUIRE(RecurringLines::decode(bytes));
  CHECK(cuts(story("school") + desk, *RecurringLines::decode(bytes)) == Texts{desk});
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  CHECK_FALSE(RecurringLines::decode(bytes));
  CHECK_FALSE(RecurringLines::decode(""));
}

namespace {

// Long enough to show what it speaks of, and about nothing that the others are about.
std::string long_story(int number) {
  const std::vector<std::string> subjects{"lighthouse", "orchestra", "vineyard", "hospital",  "tramway",
                                          "quarry",     "aquarium",  "brewery",  "cathedral", "velodrome"};
  const std::string& of = subjects[static_cast<std::size_t>(number)];
  std::string text = "News of the " + of + "\n\n";
  for (const char* said :
       {"opened again on Monday after seventeen difficult weeks of patient restoration",
        "will employ forty people throughout winter, mostly former fishermen from neighbouring islands",
        "had been closed because inspectors discovered cracks beneath several wooden staircases",
        "received donations amounting to three million crowns from various anonymous admirers",
        "remains famous abroad thanks to photographs which travellers published last summer"})
    text += "The " + of + " " + said + " of " + of + std::to_string(number) + "x" + said[0] + ".\n\n";
  return text;
}

std::string letter(int number) { return std::string(1, static_cast<char>('a' + number)); }

// With a line between its second and third paragraphs.
std::string interrupted(int number, const std::string& line) {
  std::string text = long_story(number);
  std::size_t at = 0;
  for (int gap = 0; gap < 3; ++gap) at = text.find("\n\n", at) + 2;
  return text.insert(at, line + "\n\n");
}

const std::string appeal = "Every Friday our gardeners bring seeds, soil and sunshine into all kitchens of Selm.";

}  // namespace

TEST_CASE("an appeal between paragraphs that has nothing to do with them is cut") {
  const RecurringLines lines =
      learnt({interrupted(0, appeal), interrupted(1, appeal), interrupted(2, appeal), long_story(3), long_story(4)});
  CHECK(cuts(interrupted(5, appeal), lines) == Texts{appeal});
  CHECK(cuts(interrupted(0, appeal), lines) == Texts{appeal});
}

TEST_CASE("a paragraph that shares words with its articles is theirs, however often it is printed") {
  const std::string background = "Inspectors closed seventeen staircases after photographs showed cracks last summer.";
  CHECK(learnt({interrupted(0, background), interrupted(1, background), interrupted(2, background),
                interrupted(3, background)})
            .empty());
}

TEST_CASE("a line inside hardly any of a source's articles is not learnt") {
  Texts texts;
  for (int story = 0; story < 3; ++story) texts.push_back(interrupted(story, appeal));
  for (int other = 0; other < 150; ++other)
    texts.push_back("Notice " + std::to_string(other) + "\n\nThe council of " + letter(other % 26) +
                    letter(other / 26) + "x met on Monday and said what it had to say about the matter.");
  CHECK(learnt(texts).empty());
}

TEST_CASE("copies of one story do not condemn what they share, though each ends differently above it") {
  const std::string shared_end = "Nobody at the county office could be reached for comment before the evening edition.";
  Texts texts;
  for (int copy = 0; copy < 4; ++copy)
    texts.push_back(long_story(0) + "Edition " + letter(copy) + " adds a paragraph of its own making.\n\n" +
                    shared_end);
  CHECK(learnt(texts).empty());
}

TEST_CASE("a name may change in a long line at the end") {
  const auto about = [](const std::string& name) {
    return name + " writes about harbours and rivers for the Selm Courier and keeps a small boat near the old mill.";
  };
  const RecurringLines lines = learnt(
      {long_story(0) + about("Ann Lee"), long_story(1) + about("Jonas Vik"), long_story(2) + about("Ida B. Rund")});
  CHECK(cuts(long_story(3) + about("Peter Olsen Berg"), lines) == Texts{about("Peter Olsen Berg")});
  CHECK(cuts(long_story(3) + "Peter Olsen Berg writes about harbours and rivers.", lines).empty());
}
