#include "schema/speaker_links.hpp"

#include <string>
#include <vector>

#include "schema/article_values.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::schema;

namespace {

SpeakerLinks sample() {
  return SpeakerLinks(
      {{"виктор-орлов", "Виктор Орлов", "ru", "viktor-orlov", "Viktor Orlov", LinkRule::sound, 973},
       {"victor-orlow", "Viktor Orlow", "de", "viktor-orlov", "Viktor Orlov", LinkRule::romanisation, 1000}});
}

StoredSpeaker speaker(const std::string& id, const std::string& name) {
  StoredSpeaker speaker;
  speaker.id = id;
  speaker.name = name;
  speaker.as_written = {name};
  speaker.evidence = "as written";
  return speaker;
}

StoredArticle article_with(std::vector<StoredSpeaker> speakers) {
  StoredArticle article;
  article.text = "I go. I stay. I wait.";
  article.speakers = std::move(speakers);
  for (std::uint32_t i = 0; i < article.speakers.size(); ++i) {
    StoredQuote quote;
    quote.begin = i;
    quote.end = i + 1;
    quote.speaker = i;
    article.quotes.push_back(quote);
  }
  return article;
}

}  // namespace

TEST_CASE("links are asked from both sides") {
  const SpeakerLinks links = sample();
  REQUIRE(links.find("виктор-орлов"));
  CHECK(links.find("виктор-орлов")->canonical_name == "Viktor Orlov");
  CHECK(links.find("viktor-orlov") == nullptr);
  CHECK(links.linked_to("viktor-orlov") == std::vector<std::string>{"victor-orlow", "виктор-орлов"});
  CHECK(links.linked_to("виктор-орлов").empty());
  CHECK(SpeakerLinks().find("x") == nullptr);
}

TEST_CASE("links come back, and damage shows") {
  const std::string bytes = encode(sample());
  const auto read = decode_speaker_links(bytes);
  REQUIRE(read);
  CHECK(read->links() == sample().links());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    if (decode_speaker_links(damaged)) FAIL(i);
  }
}

TEST_CASE("an article's speakers are called as the archive calls them, and say why") {
  StoredArticle article = article_with({speaker("виктор-орлов", "Виктор Орлов"), speaker("anna-berg", "Anna Berg")});
  apply(sample(), article);
  REQUIRE(article.speakers.size() == 2);
  CHECK(article.speakers[0].id == "viktor-orlov");
  CHECK(article.speakers[0].name == "Viktor Orlov");
  CHECK(article.speakers[0].as_written == std::vector<std::string>{"Виктор Орлов"});
  CHECK(article.speakers[0].evidence == "as written; sounds like Viktor Orlov (0.97)");
  CHECK(article.speakers[1].evidence == "as written");
}

TEST_CASE("two spellings of one person in an article become one speaker with the quotations of both") {
  StoredArticle article = article_with({speaker("виктор-орлов", "Виктор Орлов"), speaker("anna-berg", "Anna Berg"),
                                        speaker("victor-orlow", "Viktor Orlow")});
  apply(sample(), article);
  REQUIRE(article.speakers.size() == 2);
  CHECK(article.speakers[0].as_written == std::vector<std::string>{"Виктор Орлов", "Viktor Orlow"});
  CHECK(article.quotes[0].speaker == 0U);
  CHECK(article.quotes[1].speaker == 1U);
  CHECK(article.quotes[2].speaker == 0U);
}

TEST_CASE("the value of a document takes the names of the links") {
  const std::vector<SpeakerValue> speakers{
      {"victor-orlow", "Viktor Orlow", dateline::SpeakerKind::person, {"Orlow"}, 3}};
  const auto value = linked_value(sample(), encode_speakers(speakers));
  REQUIRE(value);
  const auto read = decode_speakers(*value);
  REQUIRE(read);
  CHECK(read->front().id == "viktor-orlov");
  CHECK(read->front().spellings.front() == "Orlow");
  CHECK(read->front().quotes == 3);
  CHECK_FALSE(
      linked_value(sample(), encode_speakers({{"anna-berg", "Anna Berg", dateline::SpeakerKind::person, {}, 1}})));
  CHECK_FALSE(linked_value(sample(), "\xff"));
}
