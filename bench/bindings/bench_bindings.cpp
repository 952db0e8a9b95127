// What a search through C costs beyond the same search through C++: processor time, the median of many, in turns.
//
//   bench_bindings ARCHIVE [QUERY]
#include <cstdio>
#include <string>
#include <vector>

#include "bench/median.hpp"
#include "bench/processor_time.hpp"
#include "dateline/archive.hpp"
#include "dateline/dateline.h"

namespace {

using dateline::bench::median;

constexpr int times = 3'000;

template <class Work>
double microseconds(Work&& work) {
  const double begin = dateline::bench::cpu_milliseconds();
  work();
  return (dateline::bench::cpu_milliseconds() - begin) * 1e3;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: bench_bindings ARCHIVE [QUERY]\n", stderr), 2;
  const std::string query = argc > 2 ? argv[2] : "tanker";
  const std::string asked = "{\"query\": \"" + query + "\"}";
  const auto archive = dateline::Archive::open(argv[1]);
  dateline_archive* opened = nullptr;
  if (dateline_archive_open(argv[1], &opened, nullptr) != DATELINE_OK) return 1;

  std::vector<double> by_cpp, by_c;
  std::size_t bytes = 0;
  for (int i = 0; i < times; ++i) {
    by_cpp.push_back(microseconds([&] { archive.search({.query = query}); }));
    by_c.push_back(microseconds([&] {
      char* answer = nullptr;
      dateline_archive_search(opened, asked.c_str(), nullptr, &answer, nullptr);
      bytes = answer ? std::string_view(answer).size() : 0;
      dateline_string_free(answer);
    }));
  }
  dateline_archive_close(opened);
  std::printf("C++ %.0f us, C %.0f us: %.0f us more for %zu bytes of JSON\n", median(by_cpp), median(by_c),
              median(by_c) - median(by_cpp), bytes);
}
