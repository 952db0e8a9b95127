// A process whose threads search makes children, and each opens archives of its own: it searches its parent's archive
// through C++ and through C, and writes and searches another. Whatever a thread of the parent was doing when the child
// was made, the child neither fails nor waits for it for ever, and the parent goes on.
#include <dateline/dateline.h>
#include <dateline/dateline.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace dateline;

namespace {

constexpr int articles = 40, children = 30, searching_threads = 3;
constexpr unsigned patience = 60;  // seconds, for a child

// In several languages, so that searching and writing need all that analysis has.
void write(const std::filesystem::path& folder) {
  const std::vector<std::string> bodies = {
      "The lighthouse stayed open on Tuesday, officials said.", "Маяк во вторник оставался открыт, сообщили власти.",
      "灯台は火曜日も開いていた。", "ประภาคารเปิดในวันอังคาร", "Der Leuchtturm blieb am Dienstag geöffnet."};
  auto indexer = Indexer::open(folder);
  for (int i = 0; i < articles; ++i) {
    Article article;
    article.id = "notice" + std::to_string(i);
    article.title = "Lighthouse notice " + std::to_string(i);
    article.body = bodies[static_cast<std::size_t>(i) % bodies.size()];
    indexer.add(article);
  }
  indexer.commit();
}

bool finds_all(const Archive& archive) {
  const auto answer = archive.search({.query = "lighthouse notice", .facets = {Facet::language}, .group = false});
  return answer.total == articles && archive.suggest({.text = "lightho"}).size() == 1 &&
         archive.search({.query = "маяк 灯台 ประภาคาร", .match = Match::any, .group = false}).total > 0;
}

bool finds_all_in_c(const std::filesystem::path& folder) {
  dateline_archive* archive = nullptr;
  char* answer = nullptr;
  const char* request = "{\"query\": \"lighthouse notice\", \"group\": false}";
  const bool found = dateline_archive_open(folder.c_str(), &archive, nullptr) == DATELINE_OK &&
                     dateline_archive_search(archive, request, nullptr, &answer, nullptr) == DATELINE_OK &&
                     std::string_view(answer).find("\"total\":40,") != std::string_view::npos;
  dateline_string_free(answer);
  dateline_archive_close(archive);
  return found;
}

// The status that the child ends with.
int live(const std::filesystem::path& parents, const std::filesystem::path& own) try {
  ::alarm(patience);
  if (!finds_all(Archive::open(parents))) return 2;
  if (!finds_all_in_c(parents)) return 3;
  write(own);
  return finds_all(Archive::open(own)) ? 0 : 4;
} catch (const std::exception& error) {
  std::cerr << "in a child: " << error.what() << '\n';
  return 5;
}

// Whether a child of this process did what it should.
bool child_lives(const std::filesystem::path& parents, const std::filesystem::path& own) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(live(parents, own));
  int status = -1;
  ::waitpid(child, &status, 0);
  std::filesystem::remove_all(own);
  if (status != 0) std::cerr << "a child ended with " << status << '\n';
  return status == 0;
}

// The parent's own archive, which children leave alone.
bool run(const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  write(folder / "parents");
  bool all_live = true;
  std::atomic<bool> is_over{false}, parent_failed{false};
  std::atomic<std::size_t> searches{0};
  {
    const Archive archive = Archive::open(folder / "parents");
    std::vector<std::thread> threads;
    for (int i = 0; i < searching_threads; ++i)
      threads.emplace_back([&] {
        for (; !is_over; ++searches) parent_failed = parent_failed || !finds_all(archive);
      });
    for (int i = 0; i < children && all_live; ++i)
      all_live = child_lives(folder / "parents", folder / ("child" + std::to_string(i)));
    is_over = true;
    for (std::thread& thread : threads) thread.join();
    parent_failed = parent_failed || !finds_all(archive);
  }
  std::filesystem::remove_all(folder);
  std::cout << searches << " searches beside " << children << " children\n";
  return all_live && !parent_failed && searches > 0;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) return std::cerr << "usage: test_fork FOLDER\n", 2;
  return run(argv[1]) ? 0 : 1;
} catch (const std::exception& error) {
  return std::cerr << error.what() << '\n', 1;
}
