#include "schema/glass/run_reader.hpp"

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "dateline/error.hpp"
#include "schema/glass/run_merge.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document_batches.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::schema::glass;

namespace {

// Documents whose terms and data are of all lengths.
std::vector<tests::DocumentContent> documents(std::mt19937& random, std::size_t count) {
  std::vector<tests::DocumentContent> made(count);
  for (auto& document : made) {
    std::map<std::string, tests::Posting> postings;
    for (int i = 0; i < 20; ++i) {
      const std::string term(1 + random() % 30, static_cast<char>('a' + random() % 26));
      postings[term] = {term, 1, {static_cast<std::uint32_t>(1 + random() % 9), 20}};
    }
    for (auto& [term, posting] : postings) document.postings.push_back(posting);
    document.data = std::string(random() % 3000, 'd');
  }
  return made;
}

std::vector<std::pair<std::string, std::string>> all_records(const Run& run, Section section, std::size_t window) {
  std::vector<std::pair<std::string, std::string>> records;
  RunReader reader(run, section, window);
  for (std::string_view key, content; reader.next(key, content);)
    records.emplace_back(std::string(key), std::string(content));
  return records;
}

}  // namespace

TEST_CASE("a run is read alike through windows of any size") {
  const tests::TemporaryDirectory folder;
  std::mt19937 random(3);
  const Run run = write_run(folder.path() / "run", 1, tests::numbered(documents(random, 40)));
  for (const Section section : {Section::postings, Section::positions, Section::data, Section::values}) {
    const auto whole = all_records(run, section, std::size_t{1} << 20);
    CHECK(whole.empty() == (section == Section::values));
    for (const std::size_t window : {1, 7, 64, 4096}) CHECK(all_records(run, section, window) == whole);
  }
  CHECK(all_records(run, Section::data, 64).size() == 40);
}

TEST_CASE("runs are merged by key, each once, what they have of it in their order") {
  const tests::TemporaryDirectory folder;
  std::mt19937 random(4);
  std::vector<Run> runs;
  std::map<std::string, std::vector<std::string>> expected;
  for (std::uint32_t i = 0; i < 5; ++i) {
    runs.push_back(write_run(folder.path() / std::to_string(i), 1 + 40 * i, tests::numbered(documents(random, 40))));
    for (const auto& [key, content] : all_records(runs.back(), Section::postings, 4096))
      expected[key].push_back(content);
  }
  auto wanted = expected.begin();
  for (RunMerge merge(runs, Section::postings); merge.next(); ++wanted) {
    REQUIRE(wanted != expected.end());
    REQUIRE(merge.key() == wanted->first);
    REQUIRE(std::vector<std::string>(merge.contents().begin(), merge.contents().end()) == wanted->second);
  }
  CHECK(wanted == expected.end());
}

TEST_CASE("a run that was cut short is not read as a whole one") {
  const tests::TemporaryDirectory folder;
  std::mt19937 random(5);
  const Run run = write_run(folder.path() / "run", 1, tests::numbered(documents(random, 10)));
  std::filesystem::resize_file(run.file, std::filesystem::file_size(run.file) - 1);
  CHECK_THROWS_AS(all_records(run, Section::data, 64), Error);
  CHECK(all_records(run, Section::postings, 64).size() > 10);
  std::filesystem::remove(run.file);
  CHECK_THROWS_AS(all_records(run, Section::postings, 64), Error);
}
