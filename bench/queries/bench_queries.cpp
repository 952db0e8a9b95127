// How long searching takes, warm, in one process: p50, p95 and p99 over the queries of a file, by kind.
//
//   bench_queries ARCHIVE QUERIES.tsv [REPETITIONS]
//
// Of each query the median of its repetitions counts. "cpu" is the thread's own time, which a busy machine does not
// stretch. Kinds with a twin KIND_base (the same queries without facets or snippets) also show the median difference.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>

#include <dateline/archive.hpp>

#include "bench/processor_time.hpp"
#include "query_set.hpp"

namespace dateline::bench {
namespace {

struct Times {
  std::vector<double> wall, cpu;  // milliseconds
};

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

double median(const std::vector<double>& values) { return percentile(values, 0.5); }

// Every query once to warm up, then `repetitions` times, each round through all of them.
std::vector<Times> measure(const Archive& archive, const std::vector<MeasuredQuery>& queries, int repetitions) {
  std::vector<Times> times(queries.size());
  for (int round = -1; round < repetitions; ++round) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const auto start = std::chrono::steady_clock::now();
      const double cpu = cpu_milliseconds();
      (void)archive.search(queries[i].request);
      if (round < 0) continue;
      times[i].cpu.push_back(cpu_milliseconds() - cpu);
      times[i].wall.push_back(
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
  }
  return times;
}

struct Medians {
  std::vector<double> wall, cpu;
  void add(const Times& times) {
    wall.push_back(median(times.wall));
    cpu.push_back(median(times.cpu));
  }
};

void print_row(const std::string& kind, const Medians& medians) {
  std::printf("%-14s %5zu", kind.c_str(), medians.cpu.size());
  for (const auto* values : {&medians.wall, &medians.cpu})
    std::printf("   %7.3f %7.3f %7.3f", percentile(*values, 0.5), percentile(*values, 0.95), percentile(*values, 0.99));
  std::printf("\n");
}

bool is_twin(const std::string& kind) { return kind.size() > 5 && kind.compare(kind.size() - 5, 5, "_base") == 0; }

void print_costs(const std::map<std::string, Medians>& kinds) {
  for (const auto& [kind, base] : kinds) {
    if (!is_twin(kind)) continue;
    const std::string dearer = kind.substr(0, kind.size() - 5);
    const auto with = kinds.find(dearer);
    if (with == kinds.end() || with->second.cpu.size() != base.cpu.size()) continue;
    std::vector<double> more;
    for (std::size_t i = 0; i < base.cpu.size(); ++i) more.push_back(with->second.cpu[i] - base.cpu[i]);
    std::printf("%s cost, cpu: median %+.3f ms, p95 %+.3f ms\n", dearer.c_str(), median(more), percentile(more, 0.95));
  }
}

int run(const char* directory, const char* file, int repetitions) {
  const auto queries = read_queries(file);
  const Archive archive = Archive::open(directory);
  const std::vector<Times> times = measure(archive, queries, repetitions);
  std::map<std::string, Medians> kinds;
  Medians all;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    kinds[queries[i].kind].add(times[i]);
    if (!is_twin(queries[i].kind)) all.add(times[i]);
    if (std::getenv("DATELINE_BENCH_EACH"))
      std::printf("%s\t%s\t%.3f\t%s\n", queries[i].id.c_str(), queries[i].kind.c_str(), median(times[i].cpu),
                  queries[i].request.query.c_str());
  }
  std::printf("%-14s %5s   %7s %7s %7s   %7s %7s %7s\n", "ms", "n", "p50", "p95", "p99", "cpu p50", "p95", "p99");
  for (const auto& [kind, medians] : kinds) print_row(kind, medians);
  print_row("all", all);
  print_costs(kinds);
  return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_queries ARCHIVE QUERIES.tsv [REPETITIONS]\n");
    return 2;
  }
  try {
    return dateline::bench::run(argv[1], argv[2], argc > 3 ? std::atoi(argv[3]) : 5);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_queries: %s\n", error.what());
    return 1;
  }
}
