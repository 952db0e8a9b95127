// Of articles that have the same words, those where they stand together come first.
#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

// Three articles of one length with each word once: side by side, a few words apart, paragraphs apart.
Archive archive_of_three(const TemporaryDirectory& folder) {
  const std::string filling = "Nothing else of note was reported from the island that week by anybody at all.";
  write_archive(folder / "news", {news("apart")
                                      .language("en")
                                      .paragraph("The harbour was busy again. " + filling)
                                      .paragraph(filling)
                                      .paragraph("A strike was called off."),
                                  news("near")
                                      .language("en")
                                      .paragraph("The strike in the whole harbour was called off.")
                                      .paragraph(filling + " It is busy again.")
                                      .paragraph(filling),
                                  news("beside")
                                      .language("en")
                                      .paragraph(filling)
                                      .paragraph("The harbour strike was called off.")
                                      .paragraph(filling + " In whole it is busy.")});
  return Archive::open(folder / "news");
}

std::vector<std::string> in_order(const Archive& archive, const std::string& query, std::size_t limit = 10) {
  SearchRequest request;
  request.query = query;
  request.limit = limit;
  std::vector<std::string> found;
  for (const Hit& hit : archive.search(request).hits) found.push_back(hit.id);
  return found;
}

}  // namespace

TEST_CASE("words that stand together rank above the same words scattered, in any inflection") {
  const TemporaryDirectory folder;
  const Archive archive = archive_of_three(folder);
  for (const char* query : {"harbour strike", "strike harbours", "harbours AND strikes"}) {
    INFO(query);
    CHECK(in_order(archive, query) == std::vector<std::string>{"beside", "near", "apart"});
  }
}

TEST_CASE("few hits are the first of many") {
  const TemporaryDirectory folder;
  const Archive archive = archive_of_three(folder);
  CHECK(in_order(archive, "harbour strike", 1) == std::vector<std::string>{"beside"});
}

TEST_CASE("an explanation says what standing together is worth") {
  const TemporaryDirectory folder;
  const Archive archive = archive_of_three(folder);
  SearchRequest request;
  request.query = "harbour strike";
  request.explain = true;
  const auto hits = archive.search(request).hits;
  REQUIRE(hits.size() == 3);
  CHECK(hits[0].explanation.value_or("").find("times 1.15") != std::string::npos);
  CHECK(hits[1].explanation.value_or("").find("times 1.0") != std::string::npos);
  request.query = "harbour";
  for (const Hit& hit : archive.search(request).hits)
    CHECK(hit.explanation.value_or("").find("stand together") == std::string::npos);
}
