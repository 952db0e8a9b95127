#include "indexer/writing/archive_writer.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <thread>

#include <xapian.h>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "schema/terms.hpp"
#include "tests/indexer/writing/sample_articles.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::indexer;
using tests::key_of;
using tests::numbered_article;

namespace fs = std::filesystem;

namespace {

WriterOptions threads(unsigned number) {
  WriterOptions options;
  options.threads = number;
  return options;
}

ArchiveWriter open(const fs::path& archive) { return ArchiveWriter::open(archive, threads(2)); }

void add_range(const fs::path& archive, int first, int last) {
  auto writer = open(archive);
  for (int i = first; i < last; ++i) writer.add(numbered_article(i));
  writer.commit();
}

// Ids of live articles that have the term.
std::set<std::string> matching(const schema::Snapshot& snapshot, const std::string& term) {
  std::set<std::string> ids;
  const auto lease = snapshot.lease();
  for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
    const auto& segment = snapshot.segments()[i];
    const auto& database = lease.segment(i);
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      if (segment.live[*at - 1]) ids.emplace(segment.columns->shown_id(*at - 1));
  }
  return ids;
}

std::set<std::string> matching(const fs::path& archive, const std::string& term) {
  return matching(*schema::Snapshot::open(archive), term);
}

// Everything that an article has in its database, as one string.
std::string dump(const Xapian::Database& database) {
  std::string out;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out += *term + ":";
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      out += " " + std::to_string(*at) + "/" + std::to_string(at.get_wdf());
      for (auto position = at.positionlist_begin(); position != at.positionlist_end(); ++position)
        out += "@" + std::to_string(*position);
    }
    out += "\n";
  }
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    const auto document = database.get_document(id);
    out += document.get_data();
    for (Xapian::valueno slot = 0; slot < 16; ++slot) out += document.get_value(slot) + "|";
  }
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    out += *key + "=";
    for (auto form = database.synonyms_begin(*key); form != database.synonyms_end(*key); ++form) out += *form + ",";
  }
  return out;
}

ErrorCode code_of_opening(const fs::path& archive) {
  try {
    open(archive);
  } catch (const Error& error) {
    CHECK_FALSE(error.remedy().empty());
    return error.code();
  }
  FAIL("it was opened");
  return {};
}

std::size_t entries_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("what was added is visible after the commit, and only then") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  auto writer = open(archive);
  for (int i = 0; i < 30; ++i) writer.add(numbered_article(i));
  CHECK(writer.articles() == 30);
  CHECK(schema::Snapshot::open(archive)->articles() == 0);
  writer.commit();
  const auto snapshot = schema::Snapshot::open(archive);
  CHECK(snapshot->articles() == 30);
  CHECK(matching(*snapshot, "ferry").size() == 30);
  CHECK(matching(*snapshot, "17") == std::set<std::string>{"article-17"});
  CHECK(matching(*snapshot, schema::term(schema::Field::source, "the quay")).size() == 15);
  const auto lease = snapshot->lease();
  CHECK(snapshot->segments()[0].stored->article(lease.segment(0), 17) == numbered_article(17));
}

TEST_CASE("articles are found by key, id and input before and after the commit") {
  const tests::TemporaryDirectory folder;
  auto writer = open(folder / "a");
  for (int i = 0; i < 20; ++i) writer.add(numbered_article(i));
  for (int round = 0; round < 2; ++round) {
    const auto known = writer.find(key_of(13));
    REQUIRE(known);
    CHECK(known->id == "article-13");
    CHECK(known->input == "day-1.jsonl:4");
    CHECK(known->content_hash == numbered_article(13).content_hash);
    CHECK_FALSE(writer.find(key_of(99)));
    CHECK(writer.find_id("article-13") == key_of(13));
    CHECK_FALSE(writer.find_id("article-99"));
    auto keys = writer.keys_of_input("day-1.jsonl");
    CHECK(keys.size() == 10);
    CHECK(std::count(keys.begin(), keys.end(), key_of(13)) == 1);
    CHECK(writer.keys_of_input("day-1.jsonl:4").empty());
    writer.commit();
  }
}

TEST_CASE("an article without an id is found by what its key makes it") {
  const tests::TemporaryDirectory folder;
  auto writer = open(folder / "a");
  schema::StoredArticle nameless = numbered_article(1);
  nameless.id.clear();
  writer.add(nameless);
  writer.add(numbered_article(2));
  const std::string id = schema::hex16(key_of(1));
  for (int round = 0; round < 2; ++round) {
    CHECK(writer.find(key_of(1))->id == id);
    CHECK(writer.find_id(id) == key_of(1));
    CHECK_FALSE(writer.find_id(id.substr(1)));
    CHECK_FALSE(writer.find_id(id + "0"));
    CHECK_FALSE(writer.find_id(schema::hex16(key_of(2))));  // who has an id of his own
    CHECK_FALSE(writer.find_id(""));
    writer.commit();
  }
  CHECK(writer.remove(key_of(1)));
  CHECK_FALSE(writer.find_id(id));
}

TEST_CASE("an article is replaced by the next of its key, wherever the first one is") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  auto writer = open(archive);
  for (int i = 0; i < 10; ++i) writer.add(numbered_article(i));
  writer.add(numbered_article(3, 2));  // not yet committed
  CHECK(writer.articles() == 10);
  writer.commit();
  CHECK(matching(archive, "version2") == std::set<std::string>{"article-3"});
  CHECK(matching(archive, "version1").size() == 9);
  writer.add(numbered_article(4, 2));  // committed
  CHECK(writer.find(key_of(4))->content_hash == numbered_article(4, 2).content_hash);
  CHECK(matching(archive, "version2").size() == 1);
  writer.commit();
  CHECK(matching(archive, "version2") == std::set<std::string>{"article-3", "article-4"});
  CHECK(writer.articles() == 10);
  CHECK(schema::Snapshot::open(archive)->articles() == 10);
}

TEST_CASE("removed articles are gone after the commit") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  add_range(archive, 0, 10);
  auto writer = open(archive);
  writer.add(numbered_article(50));
  CHECK(writer.remove(key_of(50)));
  CHECK(writer.remove(key_of(2)));
  CHECK_FALSE(writer.remove(key_of(2)));
  CHECK_FALSE(writer.remove(key_of(77)));
  CHECK_FALSE(writer.find(key_of(2)));
  CHECK(matching(archive, "2").size() == 1);
  writer.commit();
  CHECK(matching(archive, "2").empty());
  CHECK(schema::Snapshot::open(archive)->articles() == 9);
  for (int i = 0; i < 10; ++i) writer.remove(key_of(i));
  writer.commit();
  CHECK(writer.articles() == 0);
  CHECK(schema::Snapshot::open(archive)->segments().empty());
}

TEST_CASE("one writer at a time, and the second is told who it is") {
  const tests::TemporaryDirectory folder;
  {
    const auto writer = open(folder / "a");
    try {
      open(folder / "a");
      FAIL("two writers");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::archive_locked);
      CHECK(std::string(error.what()).find("process " + std::to_string(getpid())) != std::string::npos);
    }
    CHECK_THROWS_AS(rollback(folder / "a"), Error);
  }
  CHECK_NOTHROW(open(folder / "a"));
}

TEST_CASE("only an archive, or nothing, is opened") {
  const tests::TemporaryDirectory folder;
  fs::create_directory(folder / "empty");
  CHECK_NOTHROW(open(folder / "empty"));
  fs::create_directory(folder / "photos");
  std::ofstream(folder / "photos/cat.jpg") << "x";
  CHECK(code_of_opening(folder / "photos") == ErrorCode::archive_foreign);
  CHECK(entries_in(folder / "photos") == 1);
  CHECK(code_of_opening(folder / "photos/cat.jpg") == ErrorCode::archive_foreign);
  fs::create_directory(folder / "later");
  std::ofstream(folder / "later/MANIFEST") << "{\"dateline_archive\": 7}";
  CHECK(code_of_opening(folder / "later") == ErrorCode::format_unknown);
}

TEST_CASE("a writer that dies leaves the state of the last commit and no litter") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  add_range(archive, 0, 10);
  const std::size_t files = entries_in(archive / "gen-000001");
  const pid_t child = fork();
  if (child == 0) {
    auto writer = open(archive);
    for (int i = 10; i < 600; ++i) writer.add(numbered_article(i));
    writer.remove(key_of(1));
    _exit(0);  // no destructor runs, threads are in the middle of a batch
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(schema::Snapshot::open(archive)->articles() == 10);
  CHECK(entries_in(archive / "gen-000001") > files);
  {
    auto writer = open(archive);
    CHECK(entries_in(archive / "gen-000001") == files);
    CHECK(writer.articles() == 10);
    writer.add(numbered_article(10));  // dropped without a commit
  }
  CHECK(entries_in(archive / "gen-000001") == files);
  CHECK(schema::Snapshot::open(archive)->articles() == 10);
}

TEST_CASE("segments are the same whatever the number of threads") {
  const tests::TemporaryDirectory folder;
  std::string dumps[2];
  std::string columns[2];
  for (unsigned i = 0; i < 2; ++i) {
    const auto archive = folder / std::to_string(i);
    auto writer = ArchiveWriter::open(archive, threads(1 + 3 * i));
    for (int number = 0; number < 1100; ++number) writer.add(numbered_article(number));
    writer.commit();
    const auto snapshot = schema::Snapshot::open(archive);
    REQUIRE(snapshot->segments().size() == 1);
    dumps[i] = dump(snapshot->lease().segment(0));
    columns[i] = schema::read_file(snapshot->segments()[0].directory / "columns");
  }
  CHECK((dumps[0] == dumps[1]));
  CHECK((columns[0] == columns[1]));
  CHECK(dumps[0].size() > 100000);
}

TEST_CASE("Xapian's own check passes on segments, and the manifest's checksums are right") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  add_range(archive, 0, 700);
  add_range(archive, 300, 400);
  const auto manifest = schema::read_manifest(archive);
  REQUIRE(manifest.live.segments.size() == 2);
  for (const auto& segment : manifest.live.segments) {
    const auto at = archive / manifest.live.name / segment.name;
    CHECK(Xapian::Database::check((at / "db").string(), 0, nullptr) == 0);
    CHECK(segment.checksums.count("columns") == 1);
    CHECK(segment.checksums.count("db/postlist.glass") == 1);
    for (const auto& [file, checksum] : segment.checksums) CHECK(schema::checksum_of(at / file) == checksum);
  }
}

TEST_CASE("merging keeps the answers") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  for (int i = 0; i < 12; ++i) add_range(archive, 5 * i, 5 * i + 5);
  {
    auto writer = open(archive);
    for (int i = 0; i < 20; ++i) writer.add(numbered_article(i, 2));
    for (int i = 50; i < 60; ++i) writer.remove(key_of(i));
    writer.commit();
  }
  const auto snapshot = schema::Snapshot::open(archive);
  CHECK(snapshot->segments().size() <= 6);
  CHECK(snapshot->articles() == 50);
  CHECK(matching(*snapshot, "ferry").size() == 50);
  CHECK(matching(*snapshot, "version2").size() == 20);
  CHECK(matching(*snapshot, "version1").size() == 30);
  for (const auto& segment : snapshot->segments()) CHECK(segment.size() - segment.live.count() <= 0.2 * segment.size());
}

TEST_CASE("segments are merged behind a commit, while articles come and go") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  for (int i = 0; i < 6; ++i) add_range(archive, 10 * i, 10 * i + 10);
  auto writer = open(archive);
  writer.add(numbered_article(60));
  writer.commit();
  CHECK(matching(archive, "ferry").size() == 61);
  CHECK(schema::Snapshot::open(archive)->segments().size() == 7);
  for (int i = 0; i < 10; ++i) writer.remove(key_of(i));  // the whole of a segment that is being merged
  writer.remove(key_of(33));
  writer.add(numbered_article(44, 2));
  writer.add(numbered_article(60, 2));
  const bool merged_before = GENERATE(false, true);
  if (merged_before) {  // what was removed is masked in the merged segment later; else while it takes its place
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    writer.commit();
  }
  writer.finish_merging();
  writer.commit();
  const auto snapshot = schema::Snapshot::open(archive);
  CHECK(snapshot->segments().size() <= 2);
  CHECK(snapshot->articles() == 50);
  CHECK(matching(*snapshot, "ferry").size() == 50);
  CHECK(matching(*snapshot, "version2") == std::set<std::string>{"article-44", "article-60"});
  CHECK(matching(*snapshot, "version1").count("article-33") == 0);
  CHECK(matching(*snapshot, "version1").count("article-34") == 1);
  std::size_t sound = 0;
  writer.for_each_stored([&](const schema::StoredArticle& article) {
    const int number = std::stoi(article.key.substr(3));
    sound += article == numbered_article(number, number == 44 || number == 60 ? 2 : 1);
    return true;
  });
  CHECK(sound == 50);
}

TEST_CASE("who closes a writer waits for merging, and leaves what was not committed") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  for (int i = 0; i < 6; ++i) add_range(archive, i, i + 1);
  {
    auto writer = open(archive);
    writer.add(numbered_article(6));
    writer.commit();
    writer.add(numbered_article(7));
    writer.remove(key_of(2));
    writer.record_input({"/news", "day-0.jsonl", 1, 2, "", 10});
  }
  CHECK(schema::Snapshot::open(archive)->segments().size() == 1);
  CHECK(matching(archive, "ferry").size() == 7);
  CHECK(open(archive).inputs().rows().empty());
  const schema::Manifest manifest = schema::read_manifest(archive);
  CHECK(entries_in(archive / manifest.live.name) == 1 + 2 * schema::loose_files(manifest.live).size());
}

TEST_CASE("who commits faster than segments are merged waits at last") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  auto writer = open(archive);
  std::size_t most = 0;
  for (int i = 0; i < 60; ++i) {
    writer.add(numbered_article(i));
    writer.commit();
    most = std::max(most, schema::Snapshot::open(archive)->segments().size());
  }
  CHECK(most <= 31);
  CHECK(matching(archive, "ferry").size() == 60);
}

TEST_CASE("segments that cannot be merged are left as they are, and the writer goes on") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  for (int i = 0; i < 6; ++i) add_range(archive, i, i + 1);
  const schema::Manifest before = schema::read_manifest(archive);
  const fs::path damaged = archive / before.live.name / before.live.segments[2].name / "db" / "docdata.glass";
  std::string bytes = schema::read_file(damaged);
  std::fill(bytes.end() - 20, bytes.end(), '\xff');  // the end of what an article is packed in
  schema::write_file(damaged, bytes);
  std::string warning;
  WriterOptions options = threads(2);
  options.on_log = [&](const LogEntry& entry) {
    if (entry.level == LogLevel::warning) warning = entry.message;
  };
  auto writer = ArchiveWriter::open(archive, options);
  writer.add(numbered_article(6));
  writer.commit();
  writer.finish_merging();
  CHECK(warning.find("segments were not merged: ") != std::string::npos);
  CHECK(matching(archive, "ferry").size() == 7);
  writer.add(numbered_article(7));
  writer.commit();
  writer.finish_merging();
  CHECK(matching(archive, "ferry").size() == 8);
  CHECK(schema::Snapshot::open(archive)->segments().size() == 8);
}

TEST_CASE("any history of changes gives what a fresh archive has") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  std::mt19937 random(4);
  std::map<int, int> expected;  // number -> version
  for (int commit = 0; commit < 25; ++commit) {
    auto writer = open(archive);
    for (auto changes = random() % 12; changes > 0; --changes) {
      const int number = static_cast<int>(random() % 40), version = static_cast<int>(random() % 5);
      if (random() % 3 == 0) {
        CHECK(writer.remove(key_of(number)) == (expected.erase(number) == 1));
      } else {
        writer.add(numbered_article(number, version));
        expected[number] = version;
      }
    }
    CHECK(writer.articles() == expected.size());
    writer.commit();
    const auto snapshot = schema::Snapshot::open(archive);
    REQUIRE(snapshot->articles() == expected.size());
    std::map<int, int> found;
    writer.for_each_stored([&](const schema::StoredArticle& article) {
      const int number = std::stoi(article.key.substr(3));
      for (int version = 0; version < 5; ++version)
        if (article == numbered_article(number, version)) found[number] = version;
      return true;
    });
    CHECK(found == expected);
    for (int version = 0; version < 5; ++version) {
      const auto count =
          std::count_if(expected.begin(), expected.end(), [&](const auto& e) { return e.second == version; });
      CHECK(matching(*snapshot, "version" + std::to_string(version)).size() == static_cast<std::size_t>(count));
    }
  }
}

TEST_CASE("a pinned snapshot answers as before while others commit and merge") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  add_range(archive, 0, 10);
  const auto pinned = schema::Snapshot::open(archive);
  CHECK(schema::Snapshot::refresh(pinned) == pinned);
  for (int i = 0; i < 9; ++i) add_range(archive, i, i + 2);  // replaces everything, merges often
  CHECK(matching(*pinned, "ferry").size() == 10);
  const auto first = pinned->lease(), second = pinned->lease();  // the second opens the files anew
  CHECK(second.all().get_doccount() == 10);
  CHECK(second.all().get_document(3).get_data().size() > 10);
  const auto fresh = schema::Snapshot::refresh(pinned);
  CHECK(fresh != pinned);
  CHECK(fresh->articles() == 10);
  CHECK(fresh->commit() > pinned->commit());
}

TEST_CASE("segments nobody reads any more are removed") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  const auto generation = archive / "gen-000001";
  add_range(archive, 0, 10);
  auto pinned = schema::Snapshot::open(archive);
  const auto held = pinned->segments()[0].directory;
  add_range(archive, 0, 10);
  CHECK(fs::exists(held));
  pinned.reset();
  { open(archive); }
  CHECK_FALSE(fs::exists(held));
  CHECK(entries_in(generation) == 1);
}

TEST_CASE("a new generation replaces the live one at its commit, and rollback brings it back") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  {
    auto writer = open(archive);
    for (int i = 0; i < 10; ++i) writer.add(numbered_article(i));
    writer.record_input({"/news", "day-0.jsonl", 1, 2, "o", 10});
    writer.set_source_table("The Quay\tpublisher\tquay.example\n");
    writer.commit();
  }
  {
    WriterOptions options = threads(2);
    options.new_generation = true;
    auto writer = ArchiveWriter::open(archive, options);
    CHECK(writer.articles() == 0);
    CHECK_FALSE(writer.find(key_of(1)));
    CHECK(writer.inputs().rows().size() == 1);
    int stored = 0;
    writer.for_each_stored([&](const schema::StoredArticle&) { return ++stored < 4; });
    CHECK(stored == 4);
    for (int i = 0; i < 3; ++i) writer.add(numbered_article(i, 2));
    writer.record_input({"/news", "new.jsonl", 1, 2, "o", 3});
    CHECK(schema::Snapshot::open(archive)->generation() == "gen-000001");
    writer.commit();
    CHECK(writer.articles() == 3);
    REQUIRE(writer.inputs().rows().size() == 1);
    CHECK(writer.inputs().rows()[0].input == "new.jsonl");
  }
  auto snapshot = schema::Snapshot::open(archive);
  CHECK(snapshot->generation() == "gen-000002");
  CHECK(snapshot->articles() == 3);
  CHECK(snapshot->sources().find_host("quay.example"));
  rollback(archive);
  snapshot = schema::Snapshot::refresh(snapshot);
  CHECK(snapshot->generation() == "gen-000001");
  CHECK(snapshot->articles() == 10);
  CHECK(open(archive).inputs().rows().at(0).input == "day-0.jsonl");
  rollback(archive);  // and forward again
  CHECK(schema::Snapshot::open(archive)->articles() == 3);
}

TEST_CASE("a generation that was not committed leaves nothing") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  add_range(archive, 0, 5);
  {
    WriterOptions options = threads(1);
    options.new_generation = true;
    auto writer = ArchiveWriter::open(archive, options);
    writer.add(numbered_article(1));
  }
  CHECK_FALSE(fs::exists(archive / "gen-000002"));
  CHECK(schema::Snapshot::open(archive)->articles() == 5);
  try {
    rollback(archive);
    FAIL("nothing to roll back to");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_request);
  }
}

TEST_CASE("inputs and rows of names are kept and changed") {
  const tests::TemporaryDirectory folder;
  const auto archive = folder / "a";
  {
    auto writer = open(archive);
    writer.record_input({"/news", "a.txt", 10, 1, "o", 1});
    writer.record_input({"/news", "b.txt", 10, 1, "o", 1});
    writer.set_aliases("Jonas Wirth\tperson\tm\t*\tJ. Wirth of the Harbour\tfull\n");
    writer.commit();
  }
  auto writer = open(archive);
  CHECK(writer.inputs().rows().size() == 2);
  writer.forget_input("/news", "a.txt");
  writer.set_aliases("");  // keeps what is there
  writer.commit();
  REQUIRE(writer.inputs().rows().size() == 1);
  CHECK(writer.inputs().rows()[0].input == "b.txt");
  const auto snapshot = schema::Snapshot::open(archive);
  REQUIRE(snapshot->aliases().find("J. Wirth of the Harbour").size() == 1);
  CHECK(snapshot->aliases().find("J. Wirth of the Harbour")[0]->canonical == "Jonas Wirth");
  CHECK_THROWS_AS(writer.set_aliases("no such\tcolumns\n"), Error);
}

TEST_CASE("an article that cannot be stored is refused and changes nothing") {
  const tests::TemporaryDirectory folder;
  auto writer = open(folder / "a");
  writer.add(numbered_article(1));
  auto broken = numbered_article(1, 2);
  broken.paragraphs[0][0].end = 100000;
  try {
    writer.add(broken);
    FAIL("it was taken");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_request);
  }
  writer.commit();
  CHECK(matching(folder / "a", "version1").size() == 1);
}

TEST_CASE("a commit without changes writes nothing") {
  const tests::TemporaryDirectory folder;
  auto writer = open(folder / "a");
  writer.add(numbered_article(1));
  writer.commit();
  const auto before = schema::read_manifest(folder / "a");
  writer.commit();
  CHECK(schema::read_manifest(folder / "a") == before);
}

TEST_CASE("little memory makes more segments, not other answers") {
  const tests::TemporaryDirectory folder;
  WriterOptions options = threads(2);
  options.memory = 400'000;
  auto writer = ArchiveWriter::open(folder / "a", options);
  for (int i = 0; i < 9000; ++i) writer.add(numbered_article(i));
  writer.add(numbered_article(5, 2));  // its first version is in a finished segment
  writer.commit();
  const auto snapshot = schema::Snapshot::open(folder / "a");
  CHECK(snapshot->segments().size() > 1);
  CHECK(snapshot->articles() == 9000);
  CHECK(matching(*snapshot, "version1").size() == 8999);
}

TEST_CASE("a compacted archive is one segment without what was removed, and the same articles") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  for (int first = 0; first < 40; first += 10) add_range(archive, first, first + 10);
  {
    auto writer = open(archive);
    writer.remove(key_of(7));
    writer.commit();
    CHECK(schema::Snapshot::open(archive)->segments().size() > 1);
    writer.compact(false);
    CHECK(writer.articles() == 39);
  }
  const auto snapshot = schema::Snapshot::open(archive);
  REQUIRE(snapshot->segments().size() == 1);
  CHECK(snapshot->segments()[0].size() == 39);
  CHECK(matching(archive, "ferry").size() == 39);
  CHECK(matching(archive, "ferry").count("article-7") == 0);
  const schema::Manifest before = schema::read_manifest(archive);
  open(archive).compact(true);  // nothing is left to be done
  CHECK(schema::read_manifest(archive).live.segments == before.live.segments);
}

namespace {

WriterOptions anew() {
  WriterOptions options = threads(2);
  options.new_generation = true;
  return options;
}

}  // namespace

TEST_CASE("a generation that was begun is gone on with, from the same alone") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  add_range(archive, 0, 30);
  {
    auto writer = ArchiveWriter::open(archive, anew());
    CHECK_FALSE(writer.resume("these rules"));
    for (int i = 0; i < 20; ++i) writer.add(numbered_article(i, 2));
    writer.record_input({"/news", "day-0.jsonl", 1, 2, "", 10});
    writer.checkpoint();
    CHECK(writer.uncommitted() == 0);
    writer.add(numbered_article(20, 2));
  }  // as if it had died
  CHECK(schema::Snapshot::open(archive)->articles() == 30);
  const schema::Manifest begun = schema::read_manifest(archive);
  REQUIRE(begun.building);
  {
    auto writer = ArchiveWriter::open(archive, anew());
    CHECK_FALSE(writer.resume("other rules"));
    CHECK(writer.articles() == 0);
  }
  {
    auto writer = ArchiveWriter::open(archive, anew());
    REQUIRE(writer.resume("these rules"));
    CHECK(writer.articles() == 20);
    CHECK(writer.find(key_of(19)));
    CHECK_FALSE(writer.find(key_of(20)));
    REQUIRE(writer.built_inputs().rows().size() == 1);
    for (int i = 20; i < 30; ++i) writer.add(numbered_article(i, 2));
    writer.commit();
  }
  const schema::Manifest after = schema::read_manifest(archive);
  CHECK_FALSE(after.building);
  CHECK(after.live.name == begun.building->name);
  CHECK(after.live.segments.front() == begun.building->segments.front());  // not made again
  CHECK(schema::Snapshot::open(archive)->articles() == 30);
  CHECK(matching(archive, "version2").size() == 30);
}

TEST_CASE("the first index of an archive is gone on with by whoever writes next") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  {
    auto writer = open(archive);
    REQUIRE(writer.can_checkpoint());
    for (int i = 0; i < 20; ++i) writer.add(numbered_article(i));
    writer.record_input({"/news", "day-0.jsonl", 1, 2, "", 20});
    writer.set_recurring("lines", 20);
    writer.set_aliases("Ada Marl\tperson\tf\t*\tCaptain Marl\tfull\n");
    writer.checkpoint();
    CHECK(writer.begun() == 20);
    writer.remove(key_of(3));
    for (int i = 20; i < 30; ++i) writer.add(numbered_article(i));
    writer.checkpoint();
    writer.add(numbered_article(30));
  }  // as if it had died
  CHECK(schema::Snapshot::open(archive)->articles() == 0);
  CHECK(schema::Snapshot::open(archive)->is_begun());
  {
    auto writer = open(archive);
    CHECK(writer.begun() == 29);
    CHECK(writer.articles() == 29);
    CHECK(writer.find(key_of(29)));
    CHECK_FALSE(writer.find(key_of(3)));
    CHECK_FALSE(writer.find(key_of(30)));
    CHECK(writer.inputs().find("/news", "day-0.jsonl"));
    CHECK(writer.recurring() == "lines");
    CHECK(writer.snapshot()->aliases().find("Captain Marl").size() == 1);
    CHECK(writer.keys_of_input(numbered_article(5).input).size() > 0);
    writer.add(numbered_article(4, 2));
    writer.commit();
    CHECK(writer.begun() == 0);
    CHECK_FALSE(writer.can_checkpoint());
  }
  const schema::Manifest after = schema::read_manifest(archive);
  CHECK_FALSE(after.building);
  CHECK_FALSE(schema::Snapshot::open(archive)->is_begun());
  CHECK(after.live.segments.size() == 3);
  CHECK(after.live.learnt_from == 20);
  CHECK(matching(archive, "version1").size() == 28);
  CHECK(matching(archive, "version2").size() == 1);
  for (const fs::path& generation : {archive / after.live.name})
    CHECK(entries_in(generation) ==
          after.live.segments.size() + 2 * schema::loose_files(after.live).size());  // and their spares
}

TEST_CASE("what a first index had built is visible with a commit of nothing else") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  {
    auto writer = open(archive);
    for (int i = 0; i < 20; ++i) writer.add(numbered_article(i));
    writer.checkpoint();
  }
  open(archive).commit();
  CHECK(matching(archive, "ferry").size() == 20);
}

TEST_CASE("whoever commits meanwhile ends what was begun") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  add_range(archive, 0, 10);
  {
    auto writer = ArchiveWriter::open(archive, anew());
    writer.resume("these rules");
    writer.add(numbered_article(1));
    writer.checkpoint();
  }
  add_range(archive, 10, 12);
  CHECK_FALSE(schema::read_manifest(archive).building);
  CHECK_FALSE(ArchiveWriter::open(archive, anew()).resume("these rules"));
  std::size_t generations = 0;
  for (const auto& entry : fs::directory_iterator(archive))
    generations += entry.path().filename().string().rfind("gen-", 0) == 0;
  CHECK(generations == 1);
}

TEST_CASE("a generation that is not sound does not become live") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  add_range(archive, 0, 10);
  const schema::Manifest before = schema::read_manifest(archive);
  auto writer = ArchiveWriter::open(archive, anew());
  writer.resume("these rules");
  for (int i = 0; i < 10; ++i) writer.add(numbered_article(i));
  writer.checkpoint();
  const schema::Manifest begun = schema::read_manifest(archive);
  const fs::path columns = archive / begun.building->name / begun.building->segments.front().name / "columns";
  fs::resize_file(columns, fs::file_size(columns) - 1);
  writer.add(numbered_article(10));
  CHECK_THROWS_AS(writer.commit(), Error);
  CHECK(schema::read_manifest(archive).live == before.live);
}

TEST_CASE("what a new generation answers otherwise is told") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  add_range(archive, 0, 30);
  {
    auto writer = ArchiveWriter::open(archive, anew());
    for (int i = 0; i < 30; ++i) writer.add(numbered_article(i));
    writer.commit();
    CHECK(writer.differences().empty());
  }
  auto writer = ArchiveWriter::open(archive, anew());
  for (int i = 0; i < 30; ++i) {
    auto article = numbered_article(i);
    if (i == 0) {
      article.title = "Nothing of the kind";
      article.text = "Another thing.";
      article.paragraphs = {{{0, 14}}};
    }
    writer.add(std::move(article));
  }
  writer.commit();
  REQUIRE(writer.differences().size() >= 2);
  CHECK(writer.differences().front().find("sample queries") != std::string::npos);
}
