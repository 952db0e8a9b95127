// What it takes until an article is searchable and durable, when a program adds one at a time to an archive that it
// keeps open, and when it opens it for each: each line of RECORDS is read and committed by itself, half of them in one
// way and half in the other. Medians, by the clock and of processor time of all threads. The archive is changed: give a
// copy.
//
//   bench_additions ARCHIVE RECORDS.jsonl [ARTICLES]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "bench/median.hpp"
#include "bench/processor_time.hpp"
#include "dateline/indexer.hpp"

namespace {

using dateline::bench::median;
using dateline::bench::process_milliseconds;

double wall_milliseconds() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct Times {
  std::vector<double> wall, cpu;

  template <class Work>
  void measure(Work&& work) {
    const double wall_before = wall_milliseconds(), cpu_before = process_milliseconds();
    work();
    wall.push_back(wall_milliseconds() - wall_before);
    cpu.push_back(process_milliseconds() - cpu_before);
  }
  void print(const char* what) const {
    std::printf("%-28s %7.1f ms by the clock (slowest %.1f), %7.1f ms of processor time\n", what, median(wall),
                *std::max_element(wall.begin(), wall.end()), median(cpu));
  }
};

std::vector<std::string> first_lines(const char* path, std::size_t count) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; lines.size() < count && std::getline(in, line);) lines.push_back(line);
  return lines;
}

void run(const char* archive, const std::vector<std::string>& articles) {
  using dateline::Indexer;
  const auto add = [&](Indexer& indexer, std::size_t i) {
    indexer.add_raw(articles[i], "added-" + std::to_string(i) + ".jsonl");
    indexer.commit();
  };
  const std::size_t half = articles.size() / 2;
  Times kept_open, opened_for_each;
  {
    Indexer indexer = Indexer::open(archive);
    for (std::size_t i = 0; i < half; ++i) kept_open.measure([&] { add(indexer, i); });
  }
  for (std::size_t i = half; i < articles.size(); ++i)
    opened_for_each.measure([&] {
      Indexer indexer = Indexer::open(archive);
      add(indexer, i);
    });
  kept_open.print("archive kept open");
  opened_for_each.print("opened for each, and closed");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("usage: bench_additions ARCHIVE RECORDS.jsonl [ARTICLES]\n", stderr), 2;
  try {
    const auto articles = first_lines(argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 100);
    if (articles.size() < 2) return std::fprintf(stderr, "%s has too few lines\n", argv[2]), 1;
    run(argv[1], articles);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
