#include <algorithm>

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

namespace {

// An archive of undescribed articles with these dates.
FacetAnswer of_dates(const std::vector<std::string>& dates, const SearchRequest& request) {
  const TemporaryDirectory folder;
  std::vector<schema::StoredArticle> articles;
  for (const std::string& date : dates) {
    News article("a" + std::to_string(articles.size()));
    article.title("Tide");
    if (!date.empty()) article.date(date);
    articles.push_back(article);
  }
  write_archive(folder / "dates", articles);
  return Archive::open(folder / "dates").search(request).facets.at(0);
}

}  // namespace

TEST_CASE("facets of time are in its order, with what is empty between") {
  const std::vector<std::string> dates = {"2024-04-14", "2024-04-01", "2024-04-14", "2024-05", "2023", ""};
  const FacetAnswer weeks = of_dates(dates, counting(Facet::week));
  CHECK(weeks.granularity == "week");
  CHECK(counts(weeks) == Counts{{"2024-W14", 1}, {"2024-W15", 2}});
  CHECK(weeks.imprecise == 2);
  CHECK(weeks.missing == 1);
  CHECK_FALSE(weeks.holes);

  const FacetAnswer days = of_dates(dates, counting(Facet::day));
  REQUIRE(days.counts.size() == 14);
  CHECK(days.granularity == "day");
  CHECK(days.counts[0].value == "2024-04-01");
  CHECK(days.counts[1].value == "2024-04-02");
  CHECK(days.counts[1].count == 0);
  CHECK(days.counts[13].count == 2);

  CHECK(counts(of_dates({"2020", "2023"}, counting(Facet::year))) ==
        Counts{{"2020", 1}, {"2021", 0}, {"2022", 0}, {"2023", 1}});
}

TEST_CASE("a limit that was asked for keeps the fullest of them, in order of time") {
  const std::vector<std::string> dates = {"2024-01", "2024-03", "2024-03", "2024-06", "2024-06", "2024-07"};
  SearchRequest request = counting(Facet::month);
  request.facet_limit = 2;
  const FacetAnswer months = of_dates(dates, request);
  CHECK(counts(months) == Counts{{"2024-03", 2}, {"2024-06", 2}});
  CHECK(months.more == 2);
  request.facet_limit = 7;
  CHECK(of_dates(dates, request).counts.size() == 7);
  request.facet_limit = 0;
  CHECK(of_dates(dates, request).more == 4);
}

TEST_CASE("where empty ones would be more than a thousand, the holes stay and are told") {
  const FacetAnswer days = of_dates({"2020-01-01", "2024-01-01"}, counting(Facet::day));
  CHECK(counts(days) == Counts{{"2020-01-01", 1}, {"2024-01-01", 1}});
  CHECK(days.holes);
  CHECK(of_dates({"2020-01-01", "2022-09-26"}, counting(Facet::day)).counts.size() == 1000);
  CHECK(of_dates({"2020-01-01", "2022-09-27"}, counting(Facet::day)).counts.size() == 2);
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
  request.from = "2024-04";
  CHECK(counts(sample().search(request).facets[2]) == Counts{{"2024-03", 1}});
  request.narrow_facets = true;
  CHECK(counts(sample().search(request).facets[2]).empty());
  request.from.reset();
  CHECK(counts(sample().search(request).facets[0]) == Counts{{"AFP", 1}, {"Coast Herald", 1}});
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

TEST_CASE("a value that an article repeats counts once") {
  const TemporaryDirectory folder;
  write_archive(folder / "a", {news("a").tag("ports").tag("ports").source("AFP").source("AFP").paragraph("Ships."),
                               news("b").tag("ports").source("AFP").paragraph("More ships.")});
  SearchRequest request;
  request.facets = {Facet::tag, Facet::source};
  const SearchAnswer answer = Archive::open(folder / "a").search(request);
  for (const FacetAnswer& facet : answer.facets) {
    REQUIRE(facet.counts.size() == 1);
    CHECK(facet.counts.front().count == 2);
  }
}

TEST_CASE("every part of the index says what it takes") {
  const std::vector<IndexPart> parts = sample().index_parts();
  const auto part = [&](std::string_view name) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const IndexPart& one) { return one.name == name; });
    REQUIRE(found != parts.end());
    return *found;
  };
  CHECK(part("words").bytes > 0);
  CHECK(part("words").positions > 0);
  CHECK(part("stems").bytes > 0);
  CHECK(part("stems").positions == 0);
  CHECK(part("facts").bytes > 0);
  CHECK(part("articles as stored").bytes > 0);
  std::uint64_t all = 0;
  for (const IndexPart& one : parts) all += one.bytes + one.positions;
  CHECK(all <= sample().stats().bytes_on_disk);
  for (std::size_t i = 1; i < parts.size(); ++i)
    CHECK(parts[i - 1].bytes + parts[i - 1].positions >= parts[i].bytes + parts[i].positions);
}
