// Spellings of one person over a whole archive: decided by the first articles of a generation, applied to later ones.
#include <map>
#include <string>

#include "schema/manifest.hpp"
#include "schema/snapshot.hpp"
#include "tests/indexer/writing/speaking_articles.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using indexer::ArchiveWriter;
using tests::quoting;

namespace fs = std::filesystem;

namespace {

// Who speaks in each article, as the archive calls them.
std::map<std::string, std::string> speakers_of(const fs::path& archive) {
  std::map<std::string, std::string> names;
  const auto snapshot = schema::Snapshot::open(archive);
  for (const schema::Segment& segment : snapshot->segments())
    segment.live.for_each([&](std::uint32_t article) {
      for (const std::uint32_t speaker : segment.columns->speakers_of()[article])
        names[std::string(segment.columns->shown_id(article))] = segment.columns->speaker_names()[speaker];
    });
  return names;
}

indexer::WriterOptions options(bool new_generation = false) {
  indexer::WriterOptions writer;
  writer.threads = 1;
  writer.new_generation = new_generation;
  return writer;
}

}  // namespace

TEST_CASE("one person is one speaker in every script, and no others are") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  auto writer = ArchiveWriter::open(archive, options());
  writer.add(quoting(1, "Dmitry Malinovsky", "en"));
  writer.add(quoting(2, "Dmitry Malinovsky", "en"));
  writer.add(quoting(3, "Дмитрий Малиновский", "ru"));
  writer.add(quoting(4, "Malinovsky", "en"));  // one word alone
  writer.add(quoting(5, "Jan Halvask", "en"));
  writer.add(quoting(6, "Jens Halvask", "en"));  // of one language and script
  writer.commit();
  auto speakers = speakers_of(archive);
  CHECK(speakers["article-1"] == "Dmitry Malinovsky");
  CHECK(speakers["article-3"] == "Dmitry Malinovsky");
  CHECK(speakers["article-4"] == "Malinovsky");
  CHECK(speakers["article-5"] == "Jan Halvask");
  CHECK(speakers["article-6"] == "Jens Halvask");

  // As was decided then; what is new waits for the next generation.
  writer.add(quoting(7, "Дмитрий Малиновский", "ru"));
  writer.add(quoting(8, "Ντμίτρι Μαλινόφσκι", "el"));
  writer.commit();
  speakers = speakers_of(archive);
  CHECK(speakers["article-7"] == "Dmitry Malinovsky");
  CHECK(speakers["article-8"] == "Ντμίτρι Μαλινόφσκι");
}

TEST_CASE("a new generation decides anew, whether it was built at once or in parts") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  {
    auto writer = ArchiveWriter::open(archive, options());
    writer.add(quoting(1, "Dmitry Malinovsky", "en"));
    writer.commit();
    writer.add(quoting(2, "Дмитрий Малиновский", "ru"));
    writer.commit();
  }
  CHECK(speakers_of(archive)["article-2"] == "Дмитрий Малиновский");
  auto anew = ArchiveWriter::open(archive, options(true));
  anew.resume("the same");
  anew.add(quoting(1, "Dmitry Malinovsky", "en"));
  anew.checkpoint();
  anew.add(quoting(2, "Дмитрий Малиновский", "ru"));
  anew.commit();
  CHECK(speakers_of(archive)["article-2"] == "Dmitry Malinovsky");
}

TEST_CASE("an index that was interrupted links what it had built") {
  const tests::TemporaryDirectory folder;
  const fs::path archive = folder / "news";
  {
    auto writer = ArchiveWriter::open(archive, options());
    writer.add(quoting(1, "Dmitry Malinovsky", "en"));
    writer.checkpoint();
  }
  auto writer = ArchiveWriter::open(archive, options());
  writer.add(quoting(2, "Дмитрий Малиновский", "ru"));
  writer.commit();
  CHECK(speakers_of(archive)["article-2"] == "Dmitry Malinovsky");
}
