#include "schema/manifest.hpp"

#include <fstream>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "tests/schema/damage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::schema;

namespace {

Manifest sample() {
  Manifest manifest;
  manifest.commit = 12;
  manifest.segments_made = 9;
  manifest.generations_made = 2;
  manifest.live = {"gen-000002",
                   {{"seg-000008", 10, "live-000012", {{"columns", "00ff"}}}, {"seg-000009", 3, "", {}}},
                   "inputs-000011",
                   "",
                   "",
                   "rules 1"};
  manifest.live.copies = "copies-000010";
  manifest.live.recurring = "recurring-000003";
  manifest.live.input_changes = "input-changes-000012";
  manifest.live.learnt_from = 1200;
  manifest.previous =
      GenerationEntry{"gen-000001", {{"seg-000001", 12, "", {}}}, "inputs-000003", "aliases-000002.tsv", "", "rules 0"};
  manifest.previous->copies.reset();  // as an older version writes it
  return manifest;
}

ErrorCode code_of(const std::string& json) {
  try {
    parse_manifest(json, "MANIFEST");
  } catch (const Error& error) {
    CHECK_FALSE(std::string(error.what()).empty());
    return error.code();
  }
  FAIL("was read: " << json);
  return {};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

// As an older or newer version may write it.
std::string without_checksum(std::string text) {
  const auto at = text.find("\n \"manifest_checksum\"");
  REQUIRE(at != std::string::npos);
  return text.erase(at, text.find('\n', at + 1) - at);
}

}  // namespace

TEST_CASE("a manifest comes back as it was") {
  CHECK(parse_manifest(to_json(sample()), "MANIFEST") == sample());
  Manifest fresh;
  fresh.live.name = "gen-000001";
  CHECK(parse_manifest(to_json(fresh), "MANIFEST") == fresh);
}

TEST_CASE("what is no manifest of ours is refused with the right reason") {
  const std::string good = without_checksum(to_json(sample()));
  CHECK(parse_manifest(good, "MANIFEST") == sample());
  CHECK(code_of("") == ErrorCode::archive_foreign);
  CHECK(code_of("include *.txt") == ErrorCode::archive_foreign);
  CHECK(code_of("{}") == ErrorCode::archive_foreign);
  CHECK(code_of(good.substr(0, good.size() - 3)) == ErrorCode::archive_damaged);
  CHECK(code_of(replaced(good, "\"dateline_archive\": 1", "\"dateline_archive\": 2")) == ErrorCode::format_unknown);
  CHECK(code_of(replaced(good, "\"features\": []", "\"features\": [\"sidecar\"]")) == ErrorCode::format_unknown);
  CHECK(code_of(replaced(good, "seg-000009", "../../etc")) == ErrorCode::archive_damaged);
  CHECK(code_of(replaced(good, "live-000012", "/etc/passwd")) == ErrorCode::archive_damaged);
  CHECK(code_of(replaced(good, "copies-000010", "../copies")) == ErrorCode::archive_damaged);
  CHECK(code_of(replaced(good, "\"commit\": 12", "\"commit\": -1")) == ErrorCode::archive_damaged);
  CHECK(code_of(replaced(good, "\"commit\"", "\"comit\"")) == ErrorCode::archive_damaged);
}

TEST_CASE("a manifest that somebody else changed is damaged, whatever it says") {
  const std::string good = to_json(sample());
  CHECK(code_of(replaced(good, "\"commit\": 12", "\"commit\": 13")) == ErrorCode::archive_damaged);
  CHECK(code_of(replaced(good, "\"dateline_archive\": 1", "\"dateline_archive\": 3")) == ErrorCode::archive_damaged);
  CHECK(code_of(replaced(good, "manifest_checksum", "manifest_checksun")) == ErrorCode::archive_damaged);
}

TEST_CASE("a manifest that has gone is not taken for an archive that was never there") {
  const tests::TemporaryDirectory folder;
  write_manifest(folder.path(), sample());
  CHECK(read_spare_manifest(folder.path()) == sample());
  std::filesystem::remove(folder / "MANIFEST");
  try {
    read_manifest(folder.path());
    FAIL("it has gone");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::archive_damaged);
  }
}

TEST_CASE("damaged manifests throw our errors only") {
  tests::for_each_damage(to_json(sample()), [](const std::string& bytes) {
    try {
      parse_manifest(bytes, "MANIFEST");
    } catch (const Error&) {
    }
  });
  CHECK(code_of("{\"dateline_archive\":1," + std::string(100000, '[')) == ErrorCode::archive_damaged);
}

TEST_CASE("an archive that is not there is told from a folder of something else") {
  const tests::TemporaryDirectory folder;
  const auto code = [](const std::filesystem::path& path) {
    try {
      read_manifest(path);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::cancelled;
  };
  CHECK(code(folder / "nowhere") == ErrorCode::archive_missing);
  CHECK(code(folder.path()) == ErrorCode::archive_missing);  // empty
  std::ofstream(folder / "letter.txt") << "dear";
  CHECK(code(folder.path()) == ErrorCode::archive_foreign);
}

TEST_CASE("live bitmaps come back, and damage shows") {
  LiveBitmaps bitmaps;
  bitmaps.emplace("seg-000001", Bitmap(130, true));
  bitmaps.at("seg-000001").clear(129);
  bitmaps.emplace("seg-000002", Bitmap(1));
  const std::string bytes = encode(bitmaps);
  CHECK(decode_live_bitmaps(bytes) == bitmaps);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    if (decode_live_bitmaps(damaged)) FAIL(i);
  }
}

TEST_CASE("a bitmap counts and combines what it holds, and nothing behind its end") {
  Bitmap bitmap(70, true);
  CHECK(bitmap.count() == 70);
  bitmap.clear(69);
  bitmap.flip();
  CHECK(bitmap.count() == 1);
  CHECK(bitmap[69]);
  Bitmap other(70);
  other.set(3);
  other |= bitmap;
  std::vector<std::uint32_t> set;
  other.for_each([&](std::uint32_t at) { set.push_back(at); });
  CHECK(set == std::vector<std::uint32_t>{3, 69});
  other.and_not(bitmap);
  CHECK(other.count() == 1);
  other &= bitmap;
  CHECK(other.count() == 0);
  CHECK(Bitmap().count() == 0);
}

TEST_CASE("a replaced file has the old content or the new") {
  const tests::TemporaryDirectory folder;
  replace_file(folder / "file", "old");
  replace_file(folder / "file", "new");
  CHECK(read_file(folder / "file") == "new");
  CHECK(checksum_of(folder / "file").size() == 16);
  CHECK_THROWS_AS(read_file(folder / "none"), Error);
}
