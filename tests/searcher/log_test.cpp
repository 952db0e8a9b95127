// What an archive tells a program's log.
#include <mutex>
#include <stdexcept>
#include <thread>

#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;

namespace {

struct Log {
  std::vector<LogEntry> entries;
  std::mutex mutex;

  ArchiveOptions options() {
    return {.on_log = [this](const LogEntry& entry) {
      const std::lock_guard lock(mutex);
      entries.push_back(entry);
    }};
  }
  std::vector<std::string> messages(LogLevel level) const {
    std::vector<std::string> messages;
    for (const LogEntry& entry : entries)
      if (entry.level == level) messages.push_back(entry.message);
    return messages;
  }
};

}  // namespace

TEST_CASE("an archive tells what it opened and took up, and each search") {
  const tests::TemporaryDirectory folder;
  const auto path = folder.path() / "archive";
  const auto articles = tests::sample_news();
  tests::write_archive(path, {articles[0], articles[1]});
  Log log;
  const Archive archive = Archive::open(path, log.options());
  tests::write_archive(path, {articles[2]});
  archive.search({.query = "no_such_word"});
  archive.quotes({});
  const std::string name = path.string() + ": ";
  CHECK(log.messages(LogLevel::info) ==
        std::vector<std::string>{name + "opened, with 2 articles", name + "took up a commit, with 3 articles"});
  const auto searches = log.messages(LogLevel::debug);
  REQUIRE(searches.size() == 2);
  CHECK(searches[0].starts_with(name + "0 found in "));
  CHECK(searches[0].ends_with(" ms: no_such_word"));
  CHECK(log.messages(LogLevel::warning).empty());
}

TEST_CASE("who is told may search the archive") {
  const tests::TemporaryDirectory folder;
  const auto path = folder.path() / "archive";
  const auto articles = tests::sample_news();
  tests::write_archive(path, {articles[0]});
  const Archive* searched = nullptr;
  std::size_t found = 0;
  const Archive archive = Archive::open(path, {.on_log = [&](const LogEntry& entry) {
                                          if (searched && entry.level == LogLevel::info)
                                            found = searched->search({}).total;
                                        }});
  searched = &archive;
  tests::write_archive(path, {articles[1]});
  archive.refresh();
  CHECK(found == 2);
}

TEST_CASE("what a log throws comes out of the call, and the archive goes on") {
  const tests::TemporaryDirectory folder;
  tests::write_archive(folder.path() / "archive", tests::sample_news());
  bool throws = false;
  const Archive archive = Archive::open(folder.path() / "archive", {.on_log = [&](const LogEntry&) {
                                          if (throws) throw std::length_error("the log is full");
                                        }});
  throws = true;
  CHECK_THROWS_AS(archive.search({}), std::length_error);
  throws = false;
  CHECK(archive.search({}).total > 0);
}

TEST_CASE("threads that search are told beside one another") {
  const tests::TemporaryDirectory folder;
  tests::write_archive(folder.path() / "archive", tests::sample_news());
  Log log;
  const Archive archive = Archive::open(folder.path() / "archive", log.options());
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 10; ++k) archive.search({.query = "strait"});
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(log.messages(LogLevel::debug).size() == 40);
}
