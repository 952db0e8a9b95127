// Segments and the dictionaries of their articles.
#include <filesystem>
#include <map>
#include <string>

#include "dateline/error.hpp"
#include "indexer/writing/archive_writer.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "schema/record.hpp"
#include "schema/snapshot.hpp"
#include "tests/indexer/writing/sample_articles.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using indexer::ArchiveWriter;
namespace fs = std::filesystem;

namespace {

// A thousand in one language, a thousand in the next, a thousand in both, and so on.
schema::StoredArticle article(int number) {
  schema::StoredArticle made = tests::numbered_article(number);
  const int part = number / 1000 % 3;
  const bool german = part == 1 || (part == 2 && number % 3 == 0);
  const bool neither = part == 2 && number % 3 == 1;
  made.language = german ? "de" : neither ? "" : "en";
  return made;
}

ArchiveWriter open(const fs::path& archive, unsigned threads = 2) {
  indexer::WriterOptions options;
  options.threads = threads;
  return ArchiveWriter::open(archive, options);
}

void add(const fs::path& archive, int first, int last, unsigned threads = 2) {
  auto writer = open(archive, threads);
  for (int i = first; i < last; ++i) writer.add(article(i));
  writer.commit();
}

// The files of the segments; empty where there is none.
std::vector<std::string> dictionaries(const fs::path& archive) {
  const schema::Manifest manifest = schema::read_manifest(archive);
  std::vector<std::string> found;
  for (const schema::SegmentEntry& segment : manifest.live.segments) {
    const auto file = archive / manifest.live.name / segment.name / "dictionaries";
    CHECK(fs::exists(file) == (segment.checksums.count("dictionaries") == 1));
    CHECK(fs::exists(file) == (segment.checksums.count("dictionaries.spare") == 1));
    found.push_back(fs::exists(file) ? schema::read_file(file) : "");
    if (fs::exists(file)) CHECK((schema::read_file(file.string() + ".spare") == found.back()));
  }
  return found;
}

std::size_t count_dictionaries(const std::string& file) {
  const auto payload = schema::unseal("DICT", file);
  return payload ? schema::unpack(*payload).value().size() : 0;
}

// Every live article is read, and is what was added. Returns how many.
int count_sound(const fs::path& archive) {
  const auto snapshot = schema::Snapshot::open(archive);
  const auto lease = snapshot->lease();
  int sound = 0;
  for (std::size_t i = 0; i < snapshot->segments().size(); ++i) {
    const schema::Segment& segment = snapshot->segments()[i];
    segment.live.for_each([&](std::uint32_t ordinal) {
      const auto stored = segment.stored->article(lease.segment(i), ordinal);
      sound += stored == article(std::stoi(stored.key.substr(3)));
    });
  }
  return sound;
}

}  // namespace

TEST_CASE("a segment with a full batch has a dictionary, a smaller one none") {
  const tests::TemporaryDirectory folder;
  add(folder / "a", 0, 1999);
  CHECK(dictionaries(folder / "a") == std::vector<std::string>{""});
  CHECK(count_sound(folder / "a") == 1999);
  add(folder / "b", 0, 2000);
  CHECK(dictionaries(folder / "b").front().size() > 1000);
  CHECK(count_sound(folder / "b") == 2000);
  add(folder / "b", 2000, 2001);  // one article is added without one
  REQUIRE(dictionaries(folder / "b").size() == 2);
  CHECK(dictionaries(folder / "b").back().empty());
  CHECK(count_sound(folder / "b") == 2001);
}

TEST_CASE("segments have dictionaries of their own, and merged ones another") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "a";
  add(archive, 0, 2200);
  add(archive, 2200, 4500);
  add(archive, 4500, 4600);
  auto found = dictionaries(archive);
  REQUIRE(found.size() == 3);
  CHECK((found[0] != found[1]));
  CHECK_FALSE(found[1].empty());
  CHECK(found[2].empty());
  CHECK(count_sound(archive) == 4600);
  {
    auto writer = open(archive);
    writer.remove(tests::key_of(7));
    writer.compact(false);
  }
  found = dictionaries(archive);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].empty());
  CHECK(count_sound(archive) == 4599);
}

TEST_CASE("every language in which a batch mostly is has a dictionary, and so have mixed ones") {
  const tests::TemporaryDirectory folder;
  const auto count = [&](int last) {
    const fs::path archive = folder / std::to_string(last);
    add(archive, 0, last);
    CHECK(count_sound(archive) == last);
    return count_dictionaries(dictionaries(archive).front());
  };
  CHECK(count(2000) == 1);
  CHECK(count(2900) == 1);  // the rest is too few to learn from
  CHECK(count(3000) == 2);
  CHECK(count(4000) == 3);
  CHECK(count(6500) == 3);
}

TEST_CASE("dictionaries and what they compress are the same whatever the number of threads") {
  const tests::TemporaryDirectory folder;
  const auto stored = [&](unsigned threads) {
    const fs::path archive = folder / std::to_string(threads);
    add(archive, 0, 3300, threads);
    const schema::Manifest manifest = schema::read_manifest(archive);
    REQUIRE(manifest.live.segments.size() == 1);
    const auto segment = archive / manifest.live.name / manifest.live.segments.front().name;
    return std::pair(dictionaries(archive), schema::read_file(segment / "db" / "docdata.glass"));
  };
  const auto by_one = stored(1);
  CHECK((stored(2) == by_one));
  CHECK((stored(5) == by_one));
}

TEST_CASE("an archive that has lost a dictionary says which and what to do") {
  const tests::TemporaryDirectory folder;
  add(folder / "a", 0, 2000);
  const schema::Manifest manifest = schema::read_manifest(folder / "a");
  const auto file = folder / "a" / manifest.live.name / manifest.live.segments.front().name / "dictionaries";
  fs::remove(file);
  try {
    schema::Snapshot::open(folder / "a");
    FAIL("it was opened");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::archive_damaged);
    CHECK(std::string(error.what()).find(file.string() + " is missing") != std::string::npos);
    CHECK(error.remedy().find("check --repair") != std::string::npos);
  }
}
