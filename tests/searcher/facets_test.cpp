#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

const Archive& sample() {
  static const TemporaryDirectory folder;
  static const Archive archive = [] {
    write_archive(folder / "news", sample_news(), 5);
    return Archive::open(folder / "news");
  }();
  return archive;
}

SearchRequest counting(Facet facet, std::string query = {}) {
  SearchRequest request;
  request.query = std::move(query);
  request.limit = 0;
  request.facets = {facet};
  return request;
}

using Counts = std::vector<std::pair<std::string, std::size_t>>;

Counts counts(const FacetAnswer& answer) {
  Counts result;
  for (const FacetCount& count : answer.counts) result.emplace_back(count.value.value_or("(unknown)"), count.count);
  return result;
}

FacetAnswer facet(const SearchRequest& request) { return sample().search(request).facets.at(0); }

}  // namespace

TEST_CASE("sources are counted exactly, the most frequent first") {
  const FacetAnswer sources = facet(counting(Facet::source, "strike"));
  CHECK(counts(sources) == Counts{{"Coast Herald", 2}, {"AFP", 1}, {"Evening Post", 1}});
  CHECK(sources.missing == 1);
  CHECK(sources.more == 0);
}

TEST_CASE("values beyond the limit are said to be there") {
  SearchRequest request = counting(Facet::source, "strike");
  request.facet_limit = 1;
  CHECK(counts(facet(request)) == Counts{{"Coast Herald", 2}});
  CHECK(facet(request).more == 2);
}

TEST_CASE("speakers have an entry for those that nobody named") {
  const FacetAnswer speakers = facet(counting(Facet::speaker, "harbour"));
  CHECK(counts(speakers) == Counts{{"Lena Brandt", 1}, {"(unknown)", 1}});
  CHECK(speakers.unknown == 1);
  CHECK(speakers.missing == 1);
}

TEST_CASE("a speaker is one in every script") {
  CHECK(counts(facet(counting(Facet::speaker, "speaker:peskov"))) == Counts{{"Dmitry Peskov", 2}});
}

TEST_CASE("the date facet takes the finest granularity that fits") {
  const FacetAnswer days = facet(counting(Facet::date, "date:2024-10"));
  CHECK(days.granularity == "day");
  CHECK(counts(days) == Counts{{"2024-10-02", 1}, {"2024-10-03", 1}, {"2024-10-04", 1}});

  const FacetAnswer months = facet(counting(Facet::date, "strike"));
  CHECK(months.granularity == "month");
  CHECK(months.imprecise == 0);
  CHECK(months.counts.front().value == "2022-12");
  CHECK(months.counts.back().value == "2024-04");
  CHECK(months.counts.size() == 17);  // empty months between are shown
  CHECK(months.counts[1].count == 0);
}

TEST_CASE("an article counts at its own granularity or a coarser one") {
  const FacetAnswer months = facet(counting(Facet::month));
  CHECK(months.imprecise == 1);  // "2024"
  CHECK(months.missing == 1);
  const FacetAnswer years = facet(counting(Facet::year));
  CHECK(counts(years) == Counts{{"2022", 3}, {"2023", 3}, {"2024", 10}});
  CHECK(years.imprecise == 0);
}

TEST_CASE("languages, tags and bylines") {
  CHECK(counts(facet(counting(Facet::language, "date:2023"))) == Counts{{"ja", 2}, {"th", 1}});
  CHECK(counts(facet(counting(Facet::tag))) == Counts{{"Middle East", 1}, {"ports", 1}});
  CHECK(counts(facet(counting(Facet::byline))) == Counts{{"AFP", 1}, {"Tomas Weir", 1}});
}

TEST_CASE("each facet is counted without its own option") {
  SearchRequest request = counting(Facet::source, "strike");
  request.facets = {Facet::source, Facet::language, Facet::month};
  request.sources = {"AFP"};
  const SearchAnswer answer = sample().search(request);
  CHECK(answer.total == 1);
  CHECK(counts(answer.facets[0]) == Counts{{"Coast Herald", 2}, {"AFP", 1}, {"Evening Post", 1}});
  CHECK(counts(answer.facets[1]) == Counts{{"en", 1}});
  CHECK(counts(answer.facets[2]) == Counts{{"2024-03", 1}});
  // A clause of the query always restricts.
  CHECK(counts(facet(counting(Facet::source, "strike source:afp"))) == Counts{{"AFP", 1}, {"Coast Herald", 1}});
}

TEST_CASE("speakers are listed with spellings, counts and days") {
  const auto speakers = sample().speakers("pes");
  REQUIRE(speakers.size() == 1);
  CHECK(speakers[0].name == "Dmitry Peskov");
  CHECK(speakers[0].articles == 2);
  CHECK(speakers[0].quotes == 2);
  CHECK(speakers[0].spellings.size() == 2);
  REQUIRE(speakers[0].first);
  CHECK(speakers[0].first->day == 2);
  CHECK(sample().speakers("песк").size() == 1);
  CHECK(sample().speakers().size() == 4);
  CHECK(sample().speakers().front().quotes == 2);
}

TEST_CASE("articles are shown by id, one by one or all") {
  REQUIRE(sample().show("bakery"));
  CHECK(sample().show("bakery")->title == "Bakery wins prize");
  CHECK_FALSE(sample().show("no such article"));
  std::size_t seen = 0;
  sample().for_each([&](const Article&) { return ++seen < 4; });
  CHECK(seen == 4);
  const ArchiveStats stats = sample().stats();
  CHECK(stats.articles == sample_news().size());
  CHECK(stats.undated == 1);
  CHECK(stats.quotes == 7);
  CHECK(stats.speakers == 4);
}
