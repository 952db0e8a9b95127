// Who said what, when copies of a story say it again, and how often.
#include <string>
#include <vector>

#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

// Long enough for its copies to be found.
std::string story_text() {
  return "The harbour council met until midnight over the plan to close the eastern quay for two winters. We will not "
         "pay for sand, the harbour master told reporters while trucks waited outside the old customs house. Fishermen "
         "from the northern villages had come by bus to hear the vote, and stayed when the lights went out. Nobody "
         "counted us, a skipper added, and the chair closed the meeting without naming another day.";
}

News story(const std::string& id) {
  return news(id)
      .language("en")
      .paragraph(story_text())
      .said("We will not pay for sand", "Ada Kowal")
      .said("Nobody counted us");
}

QuoteRequest asking(const std::string& query) {
  QuoteRequest request;
  request.query = query;
  return request;
}

class Quay {
 public:
  Quay() {
    write_archive(
        folder_ / "news",
        {story("first").date("2024-03-01").source("Coast Herald"), story("copy").date("2024-03-02").source("AFP"),
         news("other")
             .date("2024-05-01")
             .language("en")
             .paragraph("We pay for stone. We pay for sand, too.")
             .said("We pay for stone", "Ada Kowal")
             .said("We pay for sand, too", "Tom Weir"),
         news("silent").date("2024-06-01").language("en").paragraph("The council will pay for sand.")});
  }
  Archive open() const { return Archive::open(folder_ / "news"); }

 private:
  TemporaryDirectory folder_;
};

std::vector<std::string> rows(const QuoteAnswer& answer) {
  std::vector<std::string> rows;
  for (const QuoteHit& quote : answer.quotes) rows.push_back(quote.article + ": " + quote.text);
  return rows;
}

using Rows = std::vector<std::string>;
using Counts = std::vector<std::pair<std::string, std::size_t>>;

Counts counts(const FacetAnswer& facet) {
  Counts counts;
  for (const FacetCount& count : facet.counts) counts.emplace_back(*count.value, count.count);
  return counts;
}

}  // namespace

TEST_CASE("what copies of a story quote alike is one quotation, of the first in the order") {
  const Quay quay;
  QuoteRequest request = asking("pay");
  request.sort = Sort::oldest;
  QuoteAnswer answer = quay.open().quotes(request);
  CHECK(rows(answer) ==
        Rows{"first: We will not pay for sand", "other: We pay for stone", "other: We pay for sand, too"});
  CHECK(answer.total == 3);
  REQUIRE(answer.quotes[0].copies.size() == 1);
  CHECK(answer.quotes[0].copies[0].id == "copy");
  CHECK(answer.quotes[0].copies[0].sources == std::vector<std::string>{"AFP"});

  request.sort = Sort::newest;
  CHECK(rows(quay.open().quotes(request)).back() == "copy: We will not pay for sand");

  request.group = false;
  answer = quay.open().quotes(request);
  CHECK(answer.total == 4);
  CHECK(answer.quotes.back().copies.empty());
}

TEST_CASE("quotations are counted by speaker, with those of nobody and articles without any") {
  const Quay quay;
  QuoteRequest request = asking("sand");
  request.words_in_quotes = false;
  request.speaker_counts = 10;
  request.limit = 0;
  const QuoteAnswer answer = quay.open().quotes(request);
  REQUIRE(answer.speakers);
  CHECK(counts(*answer.speakers) == Counts{{"Ada Kowal", 2}, {"Tom Weir", 1}});
  CHECK(answer.speakers->unknown == 1);
  CHECK(answer.speakers->missing == 1);
  CHECK(answer.total == 4);
  CHECK(answer.quotes.empty());

  request.query = "said:sand";
  CHECK(counts(*quay.open().quotes(request).speakers) == Counts{{"Ada Kowal", 1}, {"Tom Weir", 1}});
}

TEST_CASE("the count of speakers is not narrowed by the option that chooses one") {
  const Quay quay;
  QuoteRequest request = asking("said:sand");
  request.speakers = {"weir"};
  request.words_in_quotes = false;
  request.speaker_counts = 1;
  const QuoteAnswer answer = quay.open().quotes(request);
  CHECK(answer.total == 1);
  CHECK(counts(*answer.speakers) == Counts{{"Ada Kowal", 1}});
  CHECK(answer.speakers->more == 1);
}
