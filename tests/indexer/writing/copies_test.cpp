// Copies of one story are found whatever the order in which they come, and forgotten when they go. The oracle compares
// every article with every other.
#include "indexer/writing/copies.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "dateline/error.hpp"
#include "indexer/writing/archive_writer.hpp"
#include "schema/copy_rule.hpp"
#include "schema/days.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "schema/signature.hpp"
#include "tests/indexer/writing/retold.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace fs = std::filesystem;

namespace {

using Ids = std::vector<std::string>;
using Groups = std::set<Ids>;  // the original first, the others by rank
using Articles = std::map<std::string, schema::StoredArticle>;

ArchiveWriter open(const fs::path& archive, unsigned threads = 1, bool new_generation = false) {
  WriterOptions options;
  options.threads = threads;
  options.new_generation = new_generation;
  return ArchiveWriter::open(archive, options);
}

Groups groups_in(const fs::path& archive) {
  const auto snapshot = schema::Snapshot::open(archive);
  Groups groups;
  for (std::uint32_t group = 0; group < snapshot->copies().size(); ++group) {
    Ids ids;
    for (const schema::ArticlePlace& place : snapshot->copies().members(group)) {
      const schema::Segment& segment = snapshot->segments()[place.segment];
      CHECK(segment.live[place.article]);
      CHECK(snapshot->copies().group_of(place.segment, place.article) == group);
      ids.emplace_back(segment.columns->shown_id(place.article));
    }
    groups.insert(ids);
  }
  return groups;
}

// The rule of copy_grouping.hpp, word by word.
class Oracle {
 public:
  explicit Oracle(const Articles& articles) {
    for (const auto& [id, article] : articles) read(article);
    std::sort(read_.begin(), read_.end(), [](const Read& a, const Read& b) { return a.rank < b.rank; });
  }

  Groups groups() const {
    std::vector<std::pair<const Read*, Ids>> groups;
    for (const Read& article : read_) {
      Ids* best = nullptr;
      std::size_t most = 0;
      for (auto& [original, ids] : groups) {
        const std::size_t shared = shared_by(article, *original);
        if (shared > most) {
          best = &ids;
          most = shared;
        }
      }
      if (best)
        best->push_back(article.id);
      else
        groups.emplace_back(&article, Ids{article.id});
    }
    Groups several;
    for (auto& [original, ids] : groups)
      if (ids.size() > 1) several.insert(ids);
    return several;
  }

 private:
  struct Read {
    std::string id;
    std::tuple<std::int64_t, std::int64_t, std::uint64_t> rank;
    std::optional<schema::Signature> signature;
    schema::ShingleSet shingles;
    schema::PrintedOn printed;
  };

  void read(const schema::StoredArticle& article) {
    text::ExactWords words;
    Read read;
    read.id = article.id;
    read.shingles = schema::shingles_of(article, words);
    if (!article.as_given) read.signature = schema::sign(read.shingles);
    read.printed = {article.date ? schema::first_day(*article.date) : schema::no_day,
                    article.date ? schema::last_day(*article.date) : schema::no_day};
    const std::int64_t length = read.signature ? read.signature->shingles : 0;
    read.rank = {article.date ? read.printed.first_day : INT64_MAX, -length, schema::hash64(article.key)};
    read_.push_back(std::move(read));
  }

  static std::size_t shared_by(const Read& a, const Read& b) {
    if (!a.signature || !b.signature) return 0;
    const std::size_t samples = schema::shared_samples(*a.signature, *b.signature);
    if (!schema::may_be_copies(samples, a.signature->shingles, b.signature->shingles)) return 0;
    return schema::shared_by_copies(a.shingles, a.printed, b.shingles, b.printed);
  }

  std::vector<Read> read_;
};

// Wires, copies of them and copies of copies, roundups of several, updates that drift away, and unrelated ones.
std::vector<schema::StoredArticle> random_articles(std::mt19937& random, std::size_t count) {
  std::vector<Sentences> told;
  std::vector<schema::StoredArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    Sentences sentences;
    const auto kind = told.empty() ? 0 : random() % 10;
    if (kind < 3) {
      sentences = made_up_story(random, 3 + random() % 20);
    } else if (kind < 9) {
      sentences = retold(told[random() % told.size()], random);
    } else {
      for (int part = 0; part < 2; ++part) {
        const Sentences& story = told[random() % told.size()];
        sentences.insert(sentences.end(), story.begin(), story.end());
      }
    }
    if (sentences.empty()) sentences = made_up_story(random, 1);
    told.push_back(sentences);
    schema::StoredArticle article = article_of("a" + std::to_string(i), sentences);
    if (random() % 4 > 0) article = printed(std::move(article), 1 + static_cast<int>(random() % 12));
    article.as_given = random() % 20 == 0;
    articles.push_back(std::move(article));
  }
  return articles;
}

Articles by_id(const std::vector<schema::StoredArticle>& articles) {
  Articles named;
  for (const auto& article : articles) named[article.id] = article;
  return named;
}

void write(const fs::path& archive, const std::vector<schema::StoredArticle>& articles, std::size_t batch,
           unsigned threads = 1) {
  auto writer = open(archive, threads);
  std::size_t added = 0;
  for (const auto& article : articles) {
    writer.add(article);
    if (++added % batch == 0) writer.commit();
  }
  writer.commit();
}

// Commits changes drawn from the pool, some removals, to `ids` ids, and compares with the oracle after each commit.
std::size_t most_groups_in_history(const std::vector<schema::StoredArticle>& pool, std::size_t ids, std::size_t changes,
                                   int commits, std::mt19937& random) {
  const TemporaryDirectory folder;
  const auto archive = folder / "a";
  Articles live;
  std::size_t most = 0;
  for (int commit = 0; commit < commits; ++commit) {
    auto writer = open(archive, 1 + random() % 2);
    for (auto change = random() % changes; change > 0; --change) {
      // An id is reused for another text, so that articles are replaced.
      schema::StoredArticle article = pool[random() % pool.size()];
      article.id = "a" + std::to_string(random() % ids);
      article.key = "id:" + article.id;
      if (random() % 4 == 0) {
        CHECK(writer.remove(schema::hash64(article.key)) == (live.erase(article.id) == 1));
      } else {
        writer.add(article);
        live[article.id] = article;
      }
    }
    writer.commit();
    const Groups found = groups_in(archive), expected = Oracle(live).groups();
    INFO("commit " << commit);
    REQUIRE(found == expected);
    most = std::max(most, expected.size());
  }
  return most;
}

void reindex(const fs::path& archive) {
  auto writer = open(archive, 2, true);
  std::vector<schema::StoredArticle> stored;
  writer.for_each_stored([&](const schema::StoredArticle& article) {
    stored.push_back(article);
    return true;
  });
  for (const auto& article : stored) writer.add(article);
  writer.commit();
}

std::string copies_file(const fs::path& archive) { return schema::read_manifest(archive).live.copies.value_or("none"); }

}  // namespace

TEST_CASE("copies are found among the articles of one commit and of all before") {
  const TemporaryDirectory folder;
  std::mt19937 random(1);
  const Sentences story = made_up_story(random, 12);
  Sentences cut(story.begin() + 3, story.begin() + 10);
  cut.push_back(made_up_sentence(random));
  auto writer = open(folder / "a");
  writer.add(printed(article_of("wire", story, "As it was sent"), 4));
  writer.add(article_of("else", made_up_story(random, 12)));
  writer.commit();
  CHECK(groups_in(folder / "a").empty());
  CHECK(copies_file(folder / "a").empty());
  writer.add(printed(article_of("paper", cut, "As it was printed"), 5));
  writer.commit();
  CHECK(groups_in(folder / "a") == Groups{{"wire", "paper"}});
  writer.add(printed(article_of("first", story), 3));
  writer.add(printed(article_of("weekly", story), 12));
  writer.commit();
  CHECK(groups_in(folder / "a") == Groups{{"first", "wire", "paper", "weekly"}});
}

TEST_CASE("copies are found among what a first index had built before it was interrupted") {
  const TemporaryDirectory folder;
  std::mt19937 random(6);
  const Sentences story = made_up_story(random, 12);
  {
    auto writer = open(folder / "a");
    writer.add(printed(article_of("wire", story), 4));
    writer.add(printed(article_of("paper", story), 5));
    writer.checkpoint();
    writer.add(printed(article_of("evening", story), 6));
    writer.checkpoint();
  }
  auto writer = open(folder / "a");
  writer.add(printed(article_of("weekly", story), 12));
  writer.commit();
  CHECK(groups_in(folder / "a") == Groups{{"wire", "paper", "evening", "weekly"}});
}

TEST_CASE("who shares nothing with the original is no copy, whatever lies between them") {
  const TemporaryDirectory folder;
  std::mt19937 random(2);
  const Sentences story = made_up_story(random, 30);
  const auto part = [&](int first, int last) { return Sentences(story.begin() + first, story.begin() + last); };
  const schema::StoredArticle left = printed(article_of("left", part(0, 14)), 1);
  const schema::StoredArticle middle = printed(article_of("middle", part(6, 22)), 2);
  const schema::StoredArticle right = printed(article_of("right", part(14, 28)), 3);
  write(folder / "a", {right, middle, left}, 1);
  CHECK(groups_in(folder / "a") == Groups{{"left", "middle"}});
  auto writer = open(folder / "a");
  writer.remove(schema::hash64(left.key));
  writer.commit();
  CHECK(groups_in(folder / "a") == Groups{{"middle", "right"}});
}

TEST_CASE("any history of changes gives the groups that comparing everything with everything gives") {
  for (const unsigned seed : {1u, 2u, 3u, 4u}) {
    std::mt19937 random(seed);
    const auto pool = random_articles(random, 90);
    INFO("seed " << seed);
    CHECK(most_groups_in_history(pool, 60, 14, 25, random) >= 5);
  }
}

TEST_CASE("a story that is printed hundreds of times is found like any other") {
  std::mt19937 random(11);
  const Sentences story = made_up_story(random, 12), other = made_up_story(random, 12);
  std::vector<schema::StoredArticle> pool;
  for (int i = 0; i < 300; ++i) {
    Sentences copy = retold(i % 10 == 0 ? other : story, random);
    copy.push_back(story.front());  // what all of them share
    pool.push_back(printed(article_of("p" + std::to_string(i), copy), 1 + static_cast<int>(random() % 28)));
  }
  CHECK(most_groups_in_history(pool, 220, 140, 7, random) >= 2);
}

TEST_CASE("groups do not depend on order, batches or threads, and reindexing changes none") {
  std::mt19937 random(7);
  auto articles = random_articles(random, 300);
  const Groups expected = Oracle(by_id(articles)).groups();
  CHECK(expected.size() >= 20);
  for (const std::size_t batch : {1000u, 61u, 13u}) {
    INFO("batches of " << batch);
    const TemporaryDirectory folder;
    std::shuffle(articles.begin(), articles.end(), random);
    write(folder / "a", articles, batch, batch == 61 ? 4 : 1);
    CHECK(groups_in(folder / "a") == expected);
    reindex(folder / "a");
    CHECK(groups_in(folder / "a") == expected);
    rollback(folder / "a");
    CHECK(groups_in(folder / "a") == expected);
  }
}

TEST_CASE("the file of groups is written again only when a place in it has changed") {
  const TemporaryDirectory folder;
  std::mt19937 random(3);
  const Sentences story = made_up_story(random, 12);
  auto writer = open(folder / "a");
  writer.add(article_of("one", story));
  writer.add(article_of("two", story));
  writer.commit();
  CHECK(copies_file(folder / "a") == "copies-000001");
  writer.add(article_of("other", made_up_story(random, 12)));
  writer.commit();
  CHECK(copies_file(folder / "a") == "copies-000001");
  writer.add(article_of("three", story));
  writer.commit();
  CHECK(copies_file(folder / "a") == "copies-000003");
  CHECK_FALSE(fs::exists(folder / "a/gen-000001/copies-000001"));
  writer.remove(schema::hash64("id:one"));
  writer.remove(schema::hash64("id:two"));
  writer.commit();
  CHECK(copies_file(folder / "a").empty());
}

TEST_CASE("where an older version forgot the groups they are found again") {
  const TemporaryDirectory folder;
  std::mt19937 random(4);
  const Sentences story = made_up_story(random, 12);
  write(folder / "a", {article_of("one", story), article_of("two", story)}, 1);
  schema::Manifest manifest = schema::read_manifest(folder / "a");
  manifest.live.copies.reset();
  schema::write_manifest(folder / "a", manifest);
  CHECK(groups_in(folder / "a").empty());
  auto writer = open(folder / "a");
  writer.add(article_of("other", made_up_story(random, 12)));
  writer.commit();
  CHECK(groups_in(folder / "a").size() == 1);
}

TEST_CASE("damaged groups are refused") {
  const TemporaryDirectory folder;
  std::mt19937 random(5);
  const Sentences story = made_up_story(random, 12);
  write(folder / "a", {article_of("one", story), article_of("two", story)}, 1);
  const auto file = folder / "a/gen-000001" / copies_file(folder / "a");
  std::string bytes = schema::read_file(file);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
  try {
    schema::Snapshot::open(folder / "a");
    FAIL("it was opened");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::archive_damaged);
  }
}
