// Many threads search one archive while another thread and another process commit, remove, rebuild it, roll it back and
// compact it. No call may fail, and no answer may show a state that no commit made. Runs for $DATELINE_THREADS_SECONDS
// (5); under the thread sanitizer it is the test that races would show in.
#include <dateline/dateline.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace dateline;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t lasting = 40;  // articles that no writer touches

class Findings {
 public:
  void add(const std::string& sentence) {
    const std::lock_guard lock(mutex_);
    if (++count_ <= 20) std::cerr << sentence << '\n';
  }
  bool none() const { return count_ == 0; }

 private:
  std::mutex mutex_;
  std::atomic<int> count_{0};
};

Article article(const std::string& id, const std::string& title, const std::string& word) {
  Article article;
  article.id = id;
  article.title = title;
  article.date = Date{2024, 6, 18};
  article.sources = {"Harbour Ledger"};
  article.language = "en";
  const std::string quoted = "We keep the " + word + " open";
  article.body = "The " + word + " stayed open on Tuesday.\n\n\"" + quoted + "\", said Ada Kowal.";
  article.speakers.emplace_back().name = "Ada Kowal";
  Quote& quote = article.quotes.emplace_back();
  quote.text = quoted;
  quote.speaker = "Ada Kowal";
  quote.start = article.body.find(quoted);
  quote.end = quote.start + quoted.size();
  return article;
}

void write_lasting(const std::filesystem::path& folder) {
  auto indexer = Indexer::open(folder);
  for (std::size_t i = 0; i < lasting; ++i)
    indexer.add(article("lasting" + std::to_string(i), "Lighthouse notice " + std::to_string(i), "lighthouse"));
  indexer.commit();
}

// Both words of a pair are committed together: an answer that has one without the other shows half a commit.
void add_pair(Indexer& indexer, const std::string& number) {
  indexer.add(article("left" + number, "Leftbank ferry", "leftbank"));
  indexer.add(article("right" + number, "Rightbank ferry", "rightbank"));
}

void remove_pair(Indexer& indexer, const std::string& number) {
  indexer.remove("left" + number);
  indexer.remove("right" + number);
}

void write_once(const std::filesystem::path& folder, std::mt19937& random) {
  const auto one_of = [&](unsigned many) { return static_cast<unsigned>(random() % many); };
  const std::string number = std::to_string(one_of(6));
  IndexOptions options;
  options.threads = 1;
  switch (one_of(8)) {
    case 0:
      reindex(folder, {}, options);
      return;
    case 1:
      rollback(folder);
      return;
    case 2:
      compact(folder, one_of(2) == 0, 1);
      return;
    default:
      break;
  }
  auto indexer = Indexer::open(folder, options);
  for (unsigned commits = 1 + one_of(4); commits > 0; --commits) {  // segments are merged behind all but the last
    if (one_of(3) == 0)
      remove_pair(indexer, number);
    else
      add_pair(indexer, number);
    indexer.commit();
  }
}

// Goes on past `end` until it has written once: on a slow disk the other writer may have had every turn so far. Every
// turn is followed by a rest longer than a wait for the lock, or one writer could take it again and again.
void write_until(Clock::time_point end, const std::filesystem::path& folder, unsigned seed, Findings& findings,
                 std::atomic<std::size_t>& written) {
  constexpr auto wait = std::chrono::milliseconds(2), rest = 3 * wait;
  const auto last = end + std::chrono::seconds(60);
  std::mt19937 random(seed);
  while (Clock::now() < end || (written == 0 && Clock::now() < last)) try {
      write_once(folder, random);
      ++written;
      std::this_thread::sleep_for(rest);
    } catch (const Error& error) {
      const bool expected = error.code() == ErrorCode::archive_locked ||  // the other writer's turn
                            error.code() == ErrorCode::invalid_request;   // nothing to roll back to
      if (!expected) findings.add(std::string("writing: ") + error.what());
      std::this_thread::sleep_for(wait);
    }
}

void expect(bool claim, const char* what, std::size_t seen, Findings& findings) {
  if (!claim) findings.add(std::string("not so: ") + what + ", but " + std::to_string(seen));
}

void check_search(const Archive& archive, Findings& findings) {
  const auto all = archive.search({.query = "lighthouse", .limit = 1'000, .facets = {Facet::source}, .group = false});
  expect(all.total == lasting, "40 articles have a lighthouse", all.total, findings);
  expect(all.hits.size() == all.total, "all are listed", all.hits.size(), findings);
  expect(all.facets.front().counts.front().count == all.total, "all are counted", 0, findings);
}

void check_pairs(const Archive& archive, Findings& findings) {
  std::size_t left = 0, right = 0;
  archive.for_each_hit({.query = "title:leftbank OR title:rightbank", .group = false}, [&](const Hit& hit) {
    ++(hit.id.starts_with("left") ? left : right);
    return true;
  });
  expect(left == right, "pairs are whole", left + right, findings);
}

void check_articles(const Archive& archive, Findings& findings) {
  std::size_t seen = 0, left = 0, right = 0;
  archive.for_each([&](const Article& article) {
    seen += article.id.starts_with("lasting") ? 1 : 0;
    left += article.id.starts_with("left") ? 1 : 0;
    right += article.id.starts_with("right") ? 1 : 0;
    return true;
  });
  expect(seen == lasting, "40 articles last", seen, findings);
  expect(left == right, "pairs of articles are whole", left + right, findings);
}

void check_others(const Archive& archive, std::mt19937& random, Findings& findings) {
  const std::string id = "lasting" + std::to_string(random() % lasting);
  const auto shown = archive.show(id);
  expect(shown && shown->id == id, "an article that lasts is there", 0, findings);
  const auto quotes = archive.quotes({.query = "lighthouse", .limit = 1'000});
  expect(quotes.total == lasting, "40 quotations have a lighthouse", quotes.total, findings);
  expect(archive.suggest({.text = "lighth"}).size() >= 1, "a word is completed", 0, findings);
  expect(archive.speakers("kow").size() == 1, "one speaker is a Kowal", 0, findings);
  expect(archive.similar({.id = id}).has_value(), "an article has similar ones", 0, findings);
  expect(archive.stats().articles >= lasting, "the archive has 40 articles", 0, findings);
  expect(!archive.index_parts().empty(), "the index has parts", 0, findings);
  archive.refresh();
}

void read_until(Clock::time_point end, const Archive& archive, unsigned seed, Findings& findings,
                std::atomic<std::size_t>& read) {
  std::mt19937 random(seed);
  while (Clock::now() < end) try {
      switch (random() % 8) {
        case 0:
          check_articles(archive, findings);
          break;
        case 1:
          check_others(archive, random, findings);
          break;
        case 2:
        case 3:
          check_pairs(archive, findings);
          break;
        default:
          check_search(archive, findings);
          break;
      }
      ++read;
    } catch (const std::exception& error) {
      findings.add(std::string("reading: ") + error.what());
    }
}

// The other process: this program again, so that nothing of a threaded parent is in it.
pid_t start_writer(const char* program, const std::filesystem::path& folder, const std::string& seconds) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::execl(program, program, folder.c_str(), seconds.c_str(), "write", static_cast<char*>(nullptr));
  ::_exit(127);
}

int write_alone(const std::filesystem::path& folder, Clock::time_point end) {
  Findings findings;
  std::atomic<std::size_t> written{0};
  write_until(end, folder, 2, findings, written);
  return findings.none() && written > 0 ? 0 : 1;
}

int run(const char* program, const std::filesystem::path& folder, const std::string& seconds) {
  std::filesystem::remove_all(folder);
  write_lasting(folder);
  const pid_t child = start_writer(program, folder, seconds);
  const auto end = Clock::now() + std::chrono::seconds(std::stoi(seconds));
  Findings findings;
  std::atomic<std::size_t> read{0}, written{0};
  {
    const Archive archive = Archive::open(folder);
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < 8; ++i) threads.emplace_back([&, i] { read_until(end, archive, i, findings, read); });
    threads.emplace_back([&] { write_until(end, folder, 1, findings, written); });
    for (std::thread& thread : threads) thread.join();
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  if (status != 0) findings.add("the other process failed");
  const auto report = check(folder);
  for (const Damage& damage : report.damages) findings.add("damaged: " + damage.file + " " + damage.what);
  std::cout << read << " checks read, " << written << " writes in this process\n";
  std::filesystem::remove_all(folder);
  return findings.none() && read > 0 && written > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) return std::cerr << "usage: test_threads FOLDER [SECONDS]\n", 2;
  const char* asked = std::getenv("DATELINE_THREADS_SECONDS");
  const std::string seconds = argc > 2 ? argv[2] : asked ? asked : "5";
  if (argc > 3) return write_alone(argv[1], Clock::now() + std::chrono::seconds(std::stoi(seconds)));
  return run(argv[0], argv[1], seconds);
} catch (const std::exception& error) {
  return std::cerr << error.what() << '\n', 1;
}
