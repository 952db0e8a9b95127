// What an indexer tells a program's log.
#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "dateline/indexer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::tests;

namespace {

struct Log {
  std::vector<LogEntry> entries;

  IndexOptions options() {
    IndexOptions options;
    options.threads = 2;
    options.on_log = [this](const LogEntry& entry) { entries.push_back(entry); };
    return options;
  }
  bool has(LogLevel level, const std::string& message) const {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const LogEntry& entry) { return entry.level == level && entry.message == message; });
  }
};

constexpr const char* ferry =
    "Ferry adds a crossing\n\nThe company will add a crossing at midnight from next week, it announced on Tuesday.\n";

}  // namespace

TEST_CASE("an indexer tells what it opened, rejected and committed") {
  const TemporaryDirectory folder;
  write_file(folder / "in" / "ferry.txt", ferry);
  write_file(folder / "in" / "empty.txt", "");
  const auto archive = folder / "archive";
  const std::string name = archive.string() + ": ";
  Log log;
  {
    auto indexer = Indexer::open(archive, log.options());
    CHECK(log.has(LogLevel::info, name + "opened for writing, with 0 articles in 0 segments"));
    indexer.add_paths({(folder / "in").string()});
  }
  CHECK(log.has(LogLevel::info, "which lines recur was learnt from 1 article"));
  CHECK(log.has(LogLevel::debug, name + "merging"));
  CHECK(log.has(LogLevel::info, name + "committed, with 1 article in 1 segment"));
  const auto warnings = std::count_if(log.entries.begin(), log.entries.end(), [](const LogEntry& entry) {
    return entry.level == LogLevel::warning && entry.message.starts_with("empty.txt: rejected: ");
  });
  CHECK(warnings == 1);

  log.entries.clear();
  Indexer::open(archive, log.options()).commit();  // nothing has changed
  CHECK(log.entries.size() == 1);
  reindex(archive, {}, log.options());
  CHECK(log.has(LogLevel::debug, name + "checking"));
}

TEST_CASE("what a log throws ends the call, and what was committed stays") {
  const TemporaryDirectory folder;
  auto options = IndexOptions();
  bool throws = false;
  options.on_log = [&](const LogEntry&) {
    if (throws) throw std::length_error("the log is full");
  };
  Article article;
  article.id = "a1";
  article.body = "The ferry waits.";
  {
    auto indexer = Indexer::open(folder / "archive", options);
    indexer.add(article);
    indexer.commit();
    article.id = "a2";
    indexer.add(article);
    throws = true;
    CHECK_THROWS_AS(indexer.commit(), std::length_error);
  }
  throws = false;
  auto again = Indexer::open(folder / "archive", options);
  CHECK(again.remove("a1"));
  CHECK_FALSE(again.remove("a2"));
}
