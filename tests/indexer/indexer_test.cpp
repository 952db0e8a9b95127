// The public Indexer, from files to an archive, seen through what it reports and what the archive then holds.
#include "dateline/indexer.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "schema/snapshot.hpp"
#include "schema/stored_article.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

namespace {

using namespace dateline;
using namespace dateline::tests;

constexpr const char* harbour =
    "Harbour reopens after the storm\n\nBy Ann Lee\n\nThe harbour of Selm reopened on Monday after two days of heavy "
    "storm, "
    "the authority said.\n\nFerries to the islands will sail again from noon, and the fishing fleet is expected "
    "back.\n";
constexpr const char* ferry =
    "Ferry company adds a night crossing\n\nThe company will add a crossing at midnight from next week, it announced "
    "on "
    "Tuesday in the old customs house.\n";

struct Workplace {
  TemporaryDirectory folder;
  std::filesystem::path articles = folder / "articles";
  std::filesystem::path archive = folder / "news.dateline";

  IndexSummary index(IndexOptions options = {}) {
    return Indexer::open(archive, options).add_paths({articles.string()});
  }
};

std::vector<std::string> titles(const std::filesystem::path& archive) {
  const auto snapshot = schema::Snapshot::open(archive);
  const auto lease = snapshot->lease();
  std::vector<std::string> found;
  for (std::size_t s = 0; s < snapshot->segments().size(); ++s)
    snapshot->segments()[s].live.for_each([&](std::uint32_t ordinal) {
      found.push_back(snapshot->segments()[s].stored->head(lease.segment(s), ordinal).title.value_or("-"));
    });
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("files are added once, updated when they change, and left alone otherwise") {
  Workplace work;
  write_file(work.articles / "a.txt", harbour);
  write_file(work.articles / "b.txt", ferry);

  const IndexSummary first = work.index();
  CHECK(first.added == 2);
  CHECK(first.articles == 2);
  CHECK(titles(work.archive) ==
        std::vector<std::string>{"Ferry company adds a night crossing", "Harbour reopens after the storm"});

  const IndexSummary again = work.index();
  CHECK(again.added == 0);
  CHECK(again.unchanged == 2);

  write_file(work.articles / "b.txt",
             "Night crossing cancelled\n\nThe company has cancelled the crossing at midnight for want of "
             "passengers, it said on Friday.\n");
  const IndexSummary changed = work.index();
  CHECK(changed.updated == 1);
  CHECK(changed.unchanged == 1);
  CHECK(changed.articles == 2);
  CHECK(titles(work.archive) ==
        std::vector<std::string>{"Harbour reopens after the storm", "Night crossing cancelled"});
}

constexpr const char* desk = "The valley desk of the Selm Courier answers letters on Thursdays before noon.";

std::string with_desk(const std::string& of) {
  return "The " + of + " opened again\n\nThe " + of +
         " of Selm opened again on Monday after three weeks, the town said.\n\nForty " + "people had waited at the " +
         of + " since the early morning.\n\n" + desk + "\n";
}

std::size_t bodies_with(const std::filesystem::path& archive, const std::string& part) {
  const auto snapshot = schema::Snapshot::open(archive);
  const auto lease = snapshot->lease();
  std::size_t found = 0;
  for (std::size_t s = 0; s < snapshot->segments().size(); ++s)
    snapshot->segments()[s].live.for_each([&](std::uint32_t ordinal) {
      const auto article = snapshot->segments()[s].stored->article(lease.segment(s), ordinal);
      found += schema::body_of(article).find(part) != std::string::npos;
    });
  return found;
}

TEST_CASE("boilerplate is learnt from the first articles, applied to later ones, and learnt anew by reindex") {
  Workplace work;
  for (const char* of : {"bridge", "market", "theatre"}) write_file(work.articles / of, with_desk(of));
  CHECK(work.index().added == 3);
  CHECK(bodies_with(work.archive, desk) == 0);

  write_file(work.articles / "school", with_desk("school"));
  CHECK(work.index().added == 1);
  CHECK(bodies_with(work.archive, desk) == 0);

  for (const char* of : {"market", "theatre", "school"}) std::filesystem::remove(work.articles / of);
  for (const char* of : {"lock", "dam"})
    write_file(work.articles / of, "The " + std::string(of) + " is closed\n\nThe " + of +
                                       " of Selm stays closed for another week, the town said on Tuesday.\n");
  reindex(work.archive, {work.articles.string()}, {});
  CHECK(bodies_with(work.archive, desk) == 1);  // of the bridge: once is no recurrence
}

// reindex gives every article twice: its input, and what is stored of it for the case that the input has gone.
TEST_CASE("reindex learns what the first indexing learnt") {
  const std::string shared = "The town council of Selm will talk about all of this again at the end of the month.";
  const auto before_desk = [&](const std::string& article) {
    return std::string(article).insert(article.rfind(desk), shared + "\n\n");
  };
  Workplace work;
  write_file(work.articles / "bridge", before_desk(with_desk("bridge")));
  write_file(work.articles / "market", before_desk(with_desk("market")));
  write_file(work.articles / "theatre", with_desk("theatre"));
  CHECK(work.index().added == 3);
  CHECK(bodies_with(work.archive, desk) == 3);  // two endings above it: too few
  reindex(work.archive, {}, {});
  CHECK(bodies_with(work.archive, desk) == 3);
}

TEST_CASE("articles that came one by one are cleaned alike by reindex") {
  Workplace work;
  for (const char* of : {"bridge", "market", "theatre"}) {
    write_file(work.articles / of, with_desk(of));
    CHECK(work.index().added == 1);
  }
  CHECK(bodies_with(work.archive, desk) == 3);
  reindex(work.archive, {}, {});
  CHECK(bodies_with(work.archive, desk) == 0);
  std::filesystem::remove(work.articles / "market");  // now taken over as it is stored
  reindex(work.archive, {}, {});
  CHECK(bodies_with(work.archive, desk) == 0);
}

TEST_CASE("an input whose file has gone stays, unless pruned") {
  Workplace work;
  write_file(work.articles / "a.txt", harbour);
  write_file(work.articles / "b.txt", ferry);
  work.index();
  std::filesystem::remove(work.articles / "b.txt");
  CHECK(work.index().articles == 2);
  IndexOptions prune;
  prune.prune = true;
  const IndexSummary pruned = work.index(prune);
  CHECK(pruned.removed == 1);
  CHECK(pruned.articles == 1);
}

TEST_CASE("a rejected input is named with its reason and does not stop the others") {
  Workplace work;
  write_file(work.articles / "a.txt", harbour);
  write_file(work.articles / "empty.txt", "");
  write_file(work.articles / "noise.bin", std::string("\x7f"
                                                      "ELF\0\0\1\2\3\0",
                                                      10));
  std::vector<std::string> rejected;
  IndexOptions options;
  options.on_report = [&](const ReportEntry& entry) {
    if (entry.outcome == Outcome::rejected) {
      CHECK_FALSE(entry.reason.empty());
      rejected.push_back(entry.input);
    }
  };
  const IndexSummary summary = work.index(options);
  CHECK(summary.added == 1);
  CHECK(summary.rejected == 2);
  CHECK(rejected == std::vector<std::string>{"empty.txt", "noise.bin"});

  options.on_report = nullptr;
  options.strict = true;
  CHECK_THROWS_AS(work.index(options), Error);
}

TEST_CASE("lines of one file that are not JSON are rejected with their numbers") {
  Workplace work;
  write_file(
      work.articles / "feed.jsonl",
      "{\"id\": \"n1\", \"title\": \"One\", \"text\": \"The first article of the feed has a body of its own.\"}\n"
      "{\"id\": \"n2\", \"title\": \n"
      "{\"id\": \"n1\", \"title\": \"Again\", \"text\": \"The same id comes twice, which can only be a mistake.\"}\n"
      "{\"id\": \"n3\", \"title\": \"Three\", \"text\": \"The third article of the feed has a body of its own.\"}\n");
  std::vector<std::string> rejected;
  IndexOptions options;
  options.on_report = [&](const ReportEntry& entry) {
    if (entry.outcome == Outcome::rejected) rejected.push_back(entry.input);
  };
  CHECK(work.index(options).added == 2);
  CHECK(rejected == std::vector<std::string>{"feed.jsonl:2", "feed.jsonl:3"});
  CHECK(titles(work.archive) == std::vector<std::string>{"One", "Three"});
}

TEST_CASE("a program adds, replaces and removes articles by id") {
  Workplace work;
  auto indexer = Indexer::open(work.archive);
  Article article;
  article.id = "story-7";
  article.title = "Lighthouse keeper retires";
  article.body = "After forty years the keeper of the lighthouse has retired.\n\nNobody will take his place.";
  CHECK(indexer.add(article) == "story-7");
  indexer.commit();
  CHECK(titles(work.archive) == std::vector<std::string>{"Lighthouse keeper retires"});

  article.title = "Lighthouse keeper stays";
  indexer.add(article);
  indexer.commit();
  CHECK(titles(work.archive) == std::vector<std::string>{"Lighthouse keeper stays"});

  CHECK(indexer.remove("story-7"));
  CHECK_FALSE(indexer.remove("story-8"));
  indexer.commit();
  CHECK(titles(work.archive).empty());
}

TEST_CASE("nothing is visible before the commit") {
  Workplace work;
  work.articles = work.folder / "articles";
  {
    auto indexer = Indexer::open(work.archive);
    indexer.commit();
    Article article;
    article.title = "Never seen";
    article.body = "This article is added by a program that ends before it commits.";
    indexer.add(article);
    CHECK(titles(work.archive).empty());
  }
  CHECK(titles(work.archive).empty());
}

TEST_CASE("a second writer is told who holds the lock") {
  Workplace work;
  auto first = Indexer::open(work.archive);
  try {
    auto second = Indexer::open(work.archive);
    FAIL("two writers at once");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::archive_locked);
    CHECK_FALSE(error.remedy().empty());
  }
}

TEST_CASE("reindexing reads the recorded inputs again, and keeps what has no input any more") {
  Workplace work;
  write_file(work.articles / "a.txt", harbour);
  write_file(work.articles / "b.txt", ferry);
  work.index();
  {
    auto indexer = Indexer::open(work.archive);
    Article article;
    article.id = "p1";
    article.title = "Added by a program";
    article.body = "This one never was a file, and reindexing must not lose it.";
    indexer.add(article);
    indexer.commit();
  }
  std::filesystem::remove(work.articles / "b.txt");
  const auto before = schema::Snapshot::open(work.archive)->generation();

  const IndexSummary summary = reindex(work.archive, {}, {});
  CHECK(summary.articles == 3);
  CHECK(summary.added == 3);
  CHECK(summary.unchanged == 0);
  CHECK(summary.bytes == std::string_view(harbour).size());
  CHECK(schema::Snapshot::open(work.archive)->generation() != before);
  CHECK(titles(work.archive) == std::vector<std::string>{"Added by a program", "Ferry company adds a night crossing",
                                                         "Harbour reopens after the storm"});

  rollback(work.archive);
  CHECK(schema::Snapshot::open(work.archive)->generation() == before);
  CHECK(titles(work.archive).size() == 3);
}

TEST_CASE("a new generation knows its inputs") {
  Workplace work;
  write_file(work.articles / "a.txt", harbour);
  work.index();
  reindex(work.archive, {}, {});
  CHECK(work.index().unchanged == 1);
  CHECK(reindex(work.archive, {}, {}).bytes == std::string_view(harbour).size());
}

TEST_CASE("the bytes of an input count once, whatever holds the articles") {
  Workplace work;
  std::string lines;
  for (int i = 0; i < 30'000; ++i) lines += R"({"id": ")" + std::to_string(i) + R"(", "title": "Tide table"})" + "\n";
  write_file(work.articles / "large.jsonl", lines);
  const std::string line = "{\"id\": \"s\", \"title\": \"Tide\"}\n";
  write_file(work.articles / "small.jsonl", line);
  CHECK(work.index().bytes == lines.size() + line.size());
}

TEST_CASE("given fields are kept as JSON on one line") {
  Workplace work;
  auto indexer = Indexer::open(work.archive);
  Article article;
  article.title = "Tide table";
  article.extra = {{"desk", "{\n  \"floor\": 123456789012345678901234567890\n}"}, {"note", "not \"JSON\""}};
  indexer.add(article);
  indexer.commit();
  const auto snapshot = schema::Snapshot::open(work.archive);
  const auto stored = snapshot->segments()[0].stored->article(snapshot->lease().segment(0), 0);
  CHECK(stored.extra == std::vector<std::pair<std::string, std::string>>{
                            {"desk", "{\"floor\":123456789012345678901234567890}"}, {"note", "\"not \\\"JSON\\\"\""}});
}

TEST_CASE("the archive is the same whatever the number of threads") {
  Workplace one, many;
  for (int i = 0; i < 60; ++i) {
    const std::string text =
        std::string(i % 2 ? harbour : ferry) + "\nParagraph number " + std::to_string(i) + " ends the story here.\n";
    write_file(one.articles / (std::to_string(i) + ".txt"), text);
    write_file(many.articles / (std::to_string(i) + ".txt"), text);
  }
  IndexOptions options;
  options.threads = 1;
  one.index(options);
  options.threads = 4;
  many.index(options);
  const auto first = schema::Snapshot::open(one.archive), second = schema::Snapshot::open(many.archive);
  REQUIRE(first->segments().size() == second->segments().size());
  const auto a = first->lease(), b = second->lease();
  for (Xapian::docid id = 1; id <= 60; ++id)
    CHECK(a.segment(0).get_document(id).get_data() == b.segment(0).get_document(id).get_data());
}

std::string record(int number) {
  std::string of = "bridge of ";  // numbers are all alike to learning
  for (int rest = number; rest > 0; rest /= 10) of += std::string(2, static_cast<char>('a' + rest % 10));
  std::string text = with_desk(of);
  if (number % 50 != 0) text.erase(text.rfind(desk));
  std::string json = R"({"id": ")" + std::to_string(number) + R"(", "text": ")";
  for (const char c : text) json += c == '\n' ? std::string("\\n") : std::string(1, c);
  return json + "\"}\n";
}

// As bytes that depend on the articles alone: those on the disk are compressed with what a segment's first have in
// common.
std::vector<std::string> stored_data(const std::filesystem::path& archive) {
  const auto snapshot = schema::Snapshot::open(archive);
  const auto lease = snapshot->lease();
  std::vector<std::string> data;
  for (std::size_t s = 0; s < snapshot->segments().size(); ++s)
    snapshot->segments()[s].live.for_each([&](std::uint32_t ordinal) {
      data.push_back(schema::encode(snapshot->segments()[s].stored->article(lease.segment(s), ordinal)));
    });
  return data;
}

// Of the large file some articles are read again, of one small file the only one, the others come as they were kept.
TEST_CASE("the archive is the same whether what was read for learning is kept or read again") {
  Workplace work;
  std::string lines;
  for (int i = 1; i <= 6'000; ++i) lines += i % 1'000 == 0 ? "no record\n" : record(i);
  write_file(work.articles / "large.jsonl", lines);
  REQUIRE(lines.size() > (1u << 20));
  write_file(work.articles / "a.txt", harbour);
  write_file(work.articles / "desk.txt", with_desk("market"));
  write_file(work.articles / "empty.txt", "");
  IndexOptions options;
  const IndexSummary kept = work.index(options);
  CHECK(kept.added == 5'994 + 2);
  CHECK(kept.rejected == 6 + 1);
  CHECK(bodies_with(work.archive, desk) == 0);
  std::vector<std::string> data = stored_data(work.archive);
  std::sort(data.begin(), data.end());

  std::filesystem::remove_all(work.archive);
  options.memory = 4;
  const IndexSummary again = work.index(options);
  CHECK(again.bytes == kept.bytes);
  CHECK(again.added == kept.added);
  CHECK(again.rejected == kept.rejected);
  std::vector<std::string> data_again = stored_data(work.archive);
  std::sort(data_again.begin(), data_again.end());  // it has more segments, which are merged
  CHECK(data_again == data);
}

}  // namespace
