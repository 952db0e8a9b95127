// Every bit of an archive is watched, and what a damaged one still holds is kept.
#include "dateline/integrity.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <set>

#include "indexer/writing/archive_writer.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "schema/snapshot.hpp"
#include "tests/indexer/writing/sample_articles.hpp"
#include "tests/indexer/writing/speaking_articles.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using indexer::ArchiveWriter;
using tests::TemporaryDirectory;
namespace fs = std::filesystem;

namespace {

constexpr int kArticles = 60;

indexer::WriterOptions options(bool new_generation = false) {
  indexer::WriterOptions writer;
  writer.threads = 1;
  writer.new_generation = new_generation;
  return writer;
}

void add(ArchiveWriter& writer, int first, int last) {
  for (int i = first; i < last; ++i) {
    writer.add(tests::numbered_article(i));
    writer.record_input({"/news", "day-" + std::to_string(i / 10) + ".jsonl", 100, 5, "", 10});
  }
}

// Two segments, one with a removed article, rows of names, a table of inputs.
void fill(ArchiveWriter writer) {
  writer.set_aliases("Ada Marl\tperson\tf\t*\tCaptain Marl\tfull\n");
  add(writer, 0, 40);
  writer.commit();
  add(writer, 40, kArticles);
  writer.remove(tests::key_of(3));
  writer.commit();
}

// With a generation before the live one.
fs::path make_archive(const fs::path& archive) {
  fill(ArchiveWriter::open(archive, options()));
  auto anew = ArchiveWriter::open(archive, options(true));
  add(anew, 0, kArticles);
  anew.commit();
  anew.remove(tests::key_of(3));
  anew.commit();
  return archive;
}

std::vector<fs::path> files_of(const fs::path& archive) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(archive))
    if (entry.is_regular_file() && entry.path().filename() != schema::lock_name && entry.file_size() > 0)
      files.push_back(entry.path().lexically_relative(archive));
  std::sort(files.begin(), files.end());
  return files;
}

// Its owner alone may flip it back.
class FlippedBit {
 public:
  FlippedBit(fs::path file, std::uint64_t bit) : file_(std::move(file)), bit_(bit) { flip(); }
  ~FlippedBit() { flip(); }
  FlippedBit(const FlippedBit&) = delete;
  FlippedBit& operator=(const FlippedBit&) = delete;

 private:
  void flip() {
    std::fstream stream(file_, std::ios::binary | std::ios::in | std::ios::out);
    char byte = 0;
    stream.seekg(static_cast<std::streamoff>(bit_ / 8));
    stream.get(byte);
    stream.seekp(static_cast<std::streamoff>(bit_ / 8));
    stream.put(static_cast<char>(byte ^ (1 << (bit_ % 8))));
  }

  fs::path file_;
  std::uint64_t bit_;
};

std::set<std::string> ids_of(const fs::path& archive) {
  std::set<std::string> ids;
  const auto snapshot = schema::Snapshot::open(archive);
  for (const schema::Segment& segment : snapshot->segments())
    segment.live.for_each([&](std::uint32_t article) { ids.emplace(segment.columns->shown_id(article)); });
  return ids;
}

void flip_for_good(const fs::path& file, std::uint64_t bit) {
  std::string bytes = schema::read_file(file);
  bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string all_of(const RepairReport& report) {
  std::string text;
  for (const Damage& damage : report.before.damages) text += damage.file + " " + damage.what + "\n";
  for (const std::string& sentence : report.done) text += sentence + "\n";
  for (const Damage& damage : report.after.damages) text += "left: " + damage.file + " " + damage.what + "\n";
  return text;
}

}  // namespace

TEST_CASE("what was written is sound") {
  const TemporaryDirectory folder;
  const fs::path archive = make_archive(folder / "news");
  const IntegrityReport report = check(archive);
  CHECK(report.sound());
  CHECK(report.articles == kArticles - 1);
  CHECK(report.files >= 20);
  CHECK(repair(archive).done.empty());
}

TEST_CASE("every bit that flips is found, in every file") {
  const TemporaryDirectory folder;
  const fs::path archive = make_archive(folder / "news");
  std::mt19937_64 random(20241105);
  for (const fs::path& file : files_of(archive)) {
    const std::uint64_t bits = fs::file_size(archive / file) * 8;
    for (int flip = 0; flip < 40; ++flip) {
      const std::uint64_t bit = random() % bits;
      const FlippedBit flipped(archive / file, bit);
      const IntegrityReport report = check(archive);
      INFO(file << " bit " << bit);
      REQUIRE_FALSE(report.sound());
      REQUIRE(std::any_of(report.damages.begin(), report.damages.end(),
                          [&](const Damage& damage) { return damage.file == file.generic_string(); }));
    }
  }
  CHECK(check(archive).sound());
}

TEST_CASE("a damaged file costs no more than what stood in it alone") {
  const TemporaryDirectory folder;
  const fs::path original = make_archive(folder / "original");
  const auto ids = ids_of(original);
  std::mt19937_64 random(11);
  for (const fs::path& file : files_of(original)) {
    const fs::path archive = folder / "copy";
    fs::copy(original, archive, fs::copy_options::recursive);
    flip_for_good(archive / file, random() % (fs::file_size(archive / file) * 8));
    const RepairReport report = repair(archive);
    INFO(file << "\n" << all_of(report));
    CHECK(report.after.sound());
    CHECK(check(archive).sound());
    if (file.filename() == "docdata.glass") {
      CHECK(report.articles_lost <= ids.size());
    } else {
      CHECK(report.articles_lost == 0);
      CHECK(ids_of(archive) == ids);
    }
    fs::remove_all(archive);
  }
}

TEST_CASE("a file that has gone is found and mended") {
  const TemporaryDirectory folder;
  const fs::path original = make_archive(folder / "original");
  const auto ids = ids_of(original);
  for (const fs::path& file : files_of(original)) {
    const bool is_in_segment = file.generic_string().find("/seg-") != std::string::npos;
    if (file.extension() == schema::spare_ending && !is_in_segment) continue;  // not synced: no damage
    const fs::path archive = folder / "copy";
    fs::copy(original, archive, fs::copy_options::recursive);
    fs::remove(archive / file);
    CHECK_FALSE(check(archive).sound());
    const RepairReport report = repair(archive);
    INFO(file << "\n" << all_of(report));
    CHECK(report.after.sound());
    if (report.articles_lost == 0) CHECK(ids_of(archive) == ids);
    fs::remove_all(archive);
  }
}

// One segment that is large enough to have dictionaries. Returns its folder.
fs::path make_segment_with_dictionaries(const fs::path& archive) {
  auto writer = ArchiveWriter::open(archive, options());
  add(writer, 0, 2000);
  writer.commit();
  const schema::Manifest manifest = schema::read_manifest(archive);
  return archive / manifest.live.name / manifest.live.segments.front().name;
}

TEST_CASE("of dictionaries and their spare each is mended from the other, and no article is lost") {
  const TemporaryDirectory folder;
  const fs::path archive = folder / "news", segment = make_segment_with_dictionaries(archive);
  const auto ids = ids_of(archive);
  const std::string whole = schema::read_file(segment / "dictionaries");
  std::mt19937_64 random(3);
  for (const std::string name : {"dictionaries", "dictionaries.spare"}) {
    const fs::path file = segment / name;
    for (int flip = 0; flip < 20; ++flip) {
      const FlippedBit flipped(file, random() % (whole.size() * 8));
      const IntegrityReport report = check(archive);
      REQUIRE(report.damages.size() == 1);
      CHECK(report.damages.front().file == file.lexically_relative(archive).generic_string());
    }
    for (const bool is_removed : {false, true}) {
      if (is_removed)
        fs::remove(file);
      else
        flip_for_good(file, random() % (whole.size() * 8));
      const RepairReport report = repair(archive);
      INFO(all_of(report));
      CHECK(report.after.sound());
      CHECK(report.articles_lost == 0);
      CHECK((schema::read_file(file) == whole));
      CHECK(fs::exists(segment));  // nothing was built anew
    }
  }
  CHECK(ids_of(archive) == ids);
}

TEST_CASE("articles are salvaged through their dictionary, also when that has to be mended first") {
  const TemporaryDirectory folder;
  const fs::path archive = folder / "news", segment = make_segment_with_dictionaries(archive);
  const auto ids = ids_of(archive);
  flip_for_good(segment / "columns", 500);
  flip_for_good(segment / "dictionaries", 50'000);
  const RepairReport report = repair(archive);
  INFO(all_of(report));
  CHECK(report.after.sound());
  CHECK(report.articles_lost == 0);
  CHECK(schema::read_manifest(archive).live.segments.front().name != segment.filename().string());
  CHECK(ids_of(archive) == ids);
}

TEST_CASE("without dictionaries and their spare the articles are lost, and their inputs are read again") {
  const TemporaryDirectory folder;
  const fs::path archive = folder / "news", segment = make_segment_with_dictionaries(archive);
  flip_for_good(segment / "dictionaries", 50'000);
  flip_for_good(segment / "dictionaries.spare", 60'000);
  const RepairReport report = repair(archive);
  INFO(all_of(report));
  CHECK(report.after.sound());
  CHECK(report.articles_lost == 1000);  // the first thousand are packed without any
  const ArchiveWriter writer = ArchiveWriter::open(archive, options());
  CHECK(writer.inputs().find("/news", "day-99.jsonl"));
  CHECK_FALSE(writer.inputs().find("/news", "day-100.jsonl"));
  CHECK(writer.inputs().rows().size() == 100);
}

TEST_CASE("where the live generation is lost, the one before is live again, and the next index reads the rest") {
  const TemporaryDirectory folder;
  const fs::path archive = make_archive(folder / "news");
  const schema::Manifest before = schema::read_manifest(archive);
  for (const schema::SegmentEntry& segment : before.live.segments)
    fs::resize_file(archive / before.live.name / segment.name / "db" / "docdata.glass", 0);
  const RepairReport report = repair(archive);
  INFO(all_of(report));
  CHECK(report.after.sound());
  CHECK(report.after.articles == kArticles - 1);
  CHECK(schema::read_manifest(archive).live.name == before.previous->name);
}

TEST_CASE("inputs of lost articles are forgotten, and no others") {
  const TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  fill(ArchiveWriter::open(archive, options()));  // no generation to go back to
  const schema::Manifest manifest = schema::read_manifest(archive);
  fs::resize_file(archive / manifest.live.name / manifest.live.segments.back().name / "db" / "docdata.glass", 0);
  const RepairReport report = repair(archive);
  INFO(all_of(report));
  CHECK(report.after.sound());
  CHECK(report.articles_lost == 20);
  CHECK(fs::exists(archive / "damaged" / manifest.live.segments.back().name));
  std::set<std::string> inputs;
  for (const auto& stamp : ArchiveWriter::open(archive, options()).inputs().rows()) inputs.insert(stamp.input);
  CHECK(inputs == std::set<std::string>{"day-0.jsonl", "day-1.jsonl", "day-2.jsonl", "day-3.jsonl"});
}

TEST_CASE("what is no archive is not checked, and a writer is waited for by nobody") {
  const TemporaryDirectory folder;
  CHECK_THROWS_AS(check(folder / "nothing"), Error);
  const fs::path archive = make_archive(folder / "news");
  const auto writer = ArchiveWriter::open(archive, options());
  CHECK(check(archive).sound());
  flip_for_good(archive / "MANIFEST.spare", 100);
  try {
    repair(archive);
    FAIL("the archive is locked");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::archive_locked);
  }
}

TEST_CASE("a segment that was built anew calls its speakers as the archive does") {
  const TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  {
    auto writer = ArchiveWriter::open(archive, options());
    writer.add(tests::quoting(1, "Dmitry Malinovsky", "en"));
    writer.add(tests::quoting(2, "Дмитрий Малиновский", "ru"));
    writer.commit();
  }
  const auto speakers = [&] {
    const auto snapshot = schema::Snapshot::open(archive);
    return snapshot->segments().front().columns->speaker_count();
  };
  REQUIRE(speakers() == 1);
  const schema::Manifest manifest = schema::read_manifest(archive);
  flip_for_good(archive / manifest.live.name / manifest.live.segments.front().name / "columns", 500);
  CHECK(repair(archive).after.sound());
  CHECK(speakers() == 1);
}
