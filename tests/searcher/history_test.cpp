// An archive answers alike whatever its history: additions, replacements and removals in any number of segments against
// an archive built of the same articles at once.
#include <random>
#include <thread>

#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"
#include "text/fold.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

const char* const queries[] = {
    "",
    "restraint",
    "restraint israel",
    "strike harbour",
    "\"maximum restraint\"",
    "東京都知事",
    "speaker:peskov",
    "said:restraint",
    "harbour /s strike",
    "restraint NEAR/9 brandt",
    "escal*",
    "velmara~",
    "title:strike",
    "body:strike -port",
    "date:2024 restraint",
    "=Polish",
    "source:afp",
    "сдержанность",
    "workers OR bakery OR 克制",
    "vice-président",
};

SearchRequest complete(const char* text, Match match) {
  SearchRequest request;
  request.query = text;
  request.limit = 100;
  request.match = match;
  request.facets = {Facet::source, Facet::speaker, Facet::date,     Facet::year,   Facet::month,
                    Facet::week,   Facet::day,     Facet::language, Facet::byline, Facet::tag};
  return request;
}

std::string describe(const SearchAnswer& answer) {
  std::string text = std::to_string(answer.total) + "+" + std::to_string(answer.total_partial) + " of " +
                     std::to_string(answer.articles) + ", undated " + std::to_string(answer.undated) + ":";
  for (const Hit& hit : answer.hits) {
    text += " " + hit.id + "=" + std::to_string(hit.score);
    for (const Copy& copy : hit.copies) text += (copy.matched ? "+" : "-") + copy.id;
  }
  for (const FacetAnswer& facet : answer.facets) {
    text += "\n" + facet.granularity + " missing " + std::to_string(facet.missing) + " unknown " +
            std::to_string(facet.unknown) + " imprecise " + std::to_string(facet.imprecise) + ":";
    for (const FacetCount& count : facet.counts)
      text += " " + count.value.value_or("?") + "=" + std::to_string(count.count);
  }
  return text;
}

// Where little is found something else may have been meant; and everything may be completed.
std::string describe_suggestions(const Archive& archive) {
  std::string text;
  for (const char* query :
       {"restrant", "velmara", "speaker:peskof", "coast herld", "source:herld", "harbuor", "strke"}) {
    SearchRequest request;
    request.query = query;
    text += std::string(query) + ": " + archive.search(request).suggestion.value_or("-") + "\n";
  }
  for (const char* typed : {"s", "h", "re", "strike h", "restraint i", "pes", "bran", "東", "в"}) {
    SuggestRequest request;
    request.text = typed;
    text += std::string(typed) + ":";
    for (const Suggestion& suggestion : archive.suggest(request))
      text += " " + text::fold(suggestion.query) + "=" + std::to_string(suggestion.articles);
    text += "\n";
  }
  return text;
}

std::string describe_similar(const Archive& archive) {
  SearchRequest everything;
  everything.limit = 100;
  std::string text;
  for (const Hit& hit : archive.search(everything).hits) {
    SimilarRequest request;
    request.id = hit.id;
    const SearchAnswer answer = *archive.similar(request);
    text += hit.id + " by " + answer.interpreted + " " + describe(answer) + "\n";
  }
  return text;
}

// Three papers print each of four stories: cut, with a sentence of their own, on days of their own.
std::vector<schema::StoredArticle> with_copies(std::vector<schema::StoredArticle> articles) {
  const char* const stories[] = {
      "The strike in the harbour of Velmora ended on Friday after a night in which both sides had shouted at each "
      "other until the mediator took away the coffee",
      "A judge in Velmora asked bakery workers for restraint and put off the hearing about their strike until the "
      "spring because two of the witnesses had lost their voices",
      "Divers found the wreck of a mail steamer in the harbour and with it three bags of letters that nobody had "
      "opened since the winter in which the ship went down",
      "The union of port workers called the escalation of the quarrel with Israel a danger for every harbour on the "
      "coast and asked the government to send somebody who listens",
  };
  for (std::size_t story = 0; story < std::size(stories); ++story) {
    for (std::size_t paper = 0; paper < 3; ++paper) {
      const std::string number = std::to_string(story) + "-" + std::to_string(paper);
      articles.push_back(
          news("copy-" + number)
              .title("Story " + number)
              .date("2024-05-0" + std::to_string(1 + (story * 5 + paper * 4) % 9))
              .source(paper == 0 ? "AFP" : "Paper " + std::to_string(paper))
              .paragraph(std::string(stories[story]) + ".")
              .paragraph(paper == 1 ? "Restraint was asked for." : "The strike goes on in " + number + "."));
    }
  }
  return articles;
}

void check_same_answers(const Archive& one, const Archive& other) {
  for (const char* query : queries) {
    for (const Match match : {Match::match_auto, Match::all, Match::any}) {
      INFO("query: " << query);
      CHECK(describe(one.search(complete(query, match))) == describe(other.search(complete(query, match))));
    }
    QuoteRequest request;
    request.query = query;
    CHECK(one.quotes(request).total == other.quotes(request).total);
  }
  CHECK(describe_suggestions(one) == describe_suggestions(other));
  CHECK(describe_similar(one) == describe_similar(other));
}

schema::StoredArticle changed(const schema::StoredArticle& article, std::mt19937& random) {
  static const char* const words[] = {"strike", "harbour", "restraint", "bread", "court", "Israel", "union", "Velmora"};
  News news(article.id);
  news.title("Second version").date("2024-07-0" + std::to_string(1 + random() % 9)).source("Coast Herald");
  std::string text;
  for (int i = 0; i < 30; ++i) text += std::string(words[random() % std::size(words)]) + (i % 7 == 6 ? ". " : " ");
  return news.paragraph(text);
}

}  // namespace

TEST_CASE("many segments answer as one") {
  const TemporaryDirectory folder;
  write_archive(folder / "one", with_copies(sample_news()));
  write_archive(folder / "many", with_copies(sample_news()), 4);
  check_same_answers(Archive::open(folder / "one"), Archive::open(folder / "many"));
  const SearchAnswer everything = Archive::open(folder / "many").search({});
  CHECK(everything.articles - everything.total == 8);
}

TEST_CASE("a long history answers as a fresh archive") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    std::mt19937 random(seed);
    const TemporaryDirectory folder;
    std::vector<schema::StoredArticle> live = with_copies(sample_news());
    write_archive(folder / "old", live, 3);
    const Archive old = Archive::open(folder / "old");  // sees each commit
    indexer::WriterOptions options;
    options.threads = 1;
    auto writer = indexer::ArchiveWriter::open(folder / "old", options);
    for (int round = 0; round < 3; ++round) {
      for (int i = 0; i < 3; ++i) {
        const std::size_t at = random() % live.size();
        live[at] = changed(live[at], random);
        writer.add(live[at]);
      }
      const std::size_t gone = random() % live.size();
      CHECK(writer.remove(schema::hash64(live[gone].key)));
      live.erase(live.begin() + static_cast<std::ptrdiff_t>(gone));
      writer.commit();
      CHECK(old.search({}).articles == live.size());
    }
    write_archive(folder / "fresh", live);
    INFO("seed " << seed);
    check_same_answers(old, Archive::open(folder / "fresh"));
  }
}

TEST_CASE("nobody is found by the names of articles that are no more") {
  const TemporaryDirectory folder;
  std::vector<schema::StoredArticle> articles = {
      news("a").paragraph("They wait.").said("They wait", "Lena Brandt", "Brandt").source("Coast Herald Weekly"),
      news("b").paragraph("They go.").said("They go", "Lena Brandt", "Captain Lena").source("Coast Herald")};
  for (int i = 0; i < 8; ++i) articles.push_back(news("filler-" + std::to_string(i)).paragraph("Nothing."));
  write_archive(folder / "news", articles);
  const Archive archive = Archive::open(folder / "news");
  CHECK(ids(archive, {.query = "speaker:captain"}) == std::vector<std::string>{"a", "b"});
  CHECK(ids(archive, {.query = "source:\"coast herald\""}) == std::vector<std::string>{"b"});
  CHECK(archive.suggest({.text = "speaker:capt"}).at(0).articles == 2);
  CHECK(archive.search({.query = "speaker:captian"}).suggestion == "speaker:captain");

  indexer::WriterOptions options;
  options.threads = 1;
  auto writer = indexer::ArchiveWriter::open(folder / "news", options);
  CHECK(writer.remove(schema::hash64(articles[1].key)));
  writer.commit();
  CHECK(ids(archive, {.query = "speaker:captain"}).empty());
  CHECK(ids(archive, {.query = "speaker:=\"Captain Lena\""}).empty());
  CHECK(ids(archive, {.query = "speaker:lena"}) == std::vector<std::string>{"a"});
  CHECK(ids(archive, {.query = "source:\"coast herald\""}) == std::vector<std::string>{"a"});  // what comes closest now
  CHECK(archive.speakers("captain").empty());
  CHECK(archive.suggest({.text = "speaker:capt"}).empty());
  CHECK(archive.suggest({.text = "speaker:len"}).at(0).articles == 1);
  CHECK_FALSE(archive.search({.query = "speaker:captian"}).suggestion);
  CHECK(archive.speakers("lena").at(0).spellings == std::vector<std::string>{"Brandt"});
}

TEST_CASE("threads share one archive, also while it changes") {
  const TemporaryDirectory folder;
  write_archive(folder / "news", sample_news(), 5);
  const Archive archive = Archive::open(folder / "news");
  std::vector<std::thread> threads;
  std::vector<std::size_t> failures(3);
  for (std::size_t t = 0; t < failures.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < 10; ++round)
        for (const char* query : queries)
          if (archive.search(complete(query, Match::match_auto)).articles < sample_news().size()) ++failures[t];
    });
  }
  indexer::WriterOptions options;
  options.threads = 1;
  auto writer = indexer::ArchiveWriter::open(folder / "news", options);
  for (int i = 0; i < 5; ++i) {
    writer.add(news("extra-" + std::to_string(i)).title("One more strike").paragraph("Nothing else happened."));
    writer.commit();
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(failures == std::vector<std::size_t>(failures.size()));
  CHECK(archive.search({}).total == sample_news().size() + 5);
}
