// Scores what is read of web pages, and how fast.
//
//   bench_extraction PAGES GOLD [--misses] [--show FILE] [--slowest N]
//
// PAGES is a folder; GOLD is JSON, {"name": {"title": ..., "date": "YYYY-MM-DD", "body": ...}}, null where a page does
// not say; "articleBody" is read as body, and a name without ".html" finds its file. tests/pages is such a set.
// Printed: precision, recall and F1 of the body over runs of four words, averaged over pages (the method of
// article-extraction-benchmark), the shares of right titles and dates, the slowest pages, and megabytes of HTML a
// second of one thread, of taking pages apart alone and with all that reading an article does.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "dateline/indexer.hpp"
#include "indexer/input/inputs.hpp"
#include "tests/pages/score.hpp"
#include "tests/support/files.hpp"

namespace dateline::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Options {
  std::filesystem::path pages;
  std::string gold, show;
  bool misses = false;
  std::size_t slowest = 3;
};

struct Timed {
  std::string file;
  std::size_t bytes = 0;
  double extracting = 0, reading = 0;
};

std::filesystem::path path_of(const Options& options, const std::string& name) {
  const std::filesystem::path plain = options.pages / name;
  return std::filesystem::exists(plain) ? plain : options.pages / (name + ".html");
}

// The best of three: a shared machine only ever adds.
double time_extraction(const std::string& html, const std::string& name) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const auto start = Clock::now();
    indexer::read_input(html, name, InputFormat::html, {[](indexer::RawArticle) {}, [](indexer::Rejection) {}});
    best = std::min(best, seconds_since(start));
  }
  return best;
}

tests::PageAnswer read_page(const std::string& html, const std::string& name, bool show) {
  std::vector<ReportEntry> rejected;
  const std::vector<Article> articles = Indexer::inspect(html, name, {}, rejected);
  if (articles.empty()) return {};
  if (show)
    for (const Removed& removed : articles.front().removed)
      std::printf("-- %s: %.100s\n", removed.reason.c_str(), removed.text.c_str());
  return tests::answer_of(articles.front());
}

int run(const Options& options) {
  tests::PageScore score;
  std::vector<Timed> times;
  for (const auto& [name, gold] : tests::load_page_gold(options.gold)) {
    if (!options.show.empty() && name != options.show) continue;
    const std::string html = tests::read_file(path_of(options, name));
    Timed timed{name, html.size(), time_extraction(html, name), 0};
    const auto start = Clock::now();
    const tests::PageAnswer answer = read_page(html, name, !options.show.empty());
    timed.reading = seconds_since(start);
    times.push_back(timed);
    const std::string missed = score.add(name, gold, answer);
    if (options.misses && !missed.empty()) std::printf("%s\n", missed.c_str());
    if (!options.show.empty())
      std::printf("title: %s\ndate: %s\n\n%s\n", answer.title.value_or("").c_str(), answer.date.value_or("").c_str(),
                  answer.body.c_str());
  }
  std::size_t bytes = 0;
  double extracting = 0, reading = 0;
  for (const Timed& timed : times) {
    bytes += timed.bytes;
    extracting += timed.extracting;
    reading += timed.reading;
  }
  std::printf("pages %zu  body P %.3f R %.3f F1 %.3f  titles %.3f  dates %.3f\n", score.pages(), score.body().precision,
              score.body().recall, score.body().f1(), score.titles(), score.dates());
  std::sort(times.begin(), times.end(), [](const Timed& a, const Timed& b) { return a.extracting > b.extracting; });
  for (std::size_t i = 0; i < std::min(options.slowest, times.size()); ++i)
    std::printf("slowest: %s, %zu bytes, %.2f ms\n", times[i].file.c_str(), times[i].bytes, times[i].extracting * 1e3);
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%.1f MB of HTML: taken apart at %.1f MB/s, read completely at %.1f MB/s\n", megabytes,
              megabytes / extracting, megabytes / reading);
  return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  dateline::bench::Options options;
  std::vector<std::string> plain;
  for (int i = 1; i < argc; ++i)
    if (!std::strcmp(argv[i], "--misses"))
      options.misses = true;
    else if (!std::strcmp(argv[i], "--show") && i + 1 < argc)
      options.show = argv[++i];
    else if (!std::strcmp(argv[i], "--slowest") && i + 1 < argc)
      options.slowest = static_cast<std::size_t>(std::atoi(argv[++i]));
    else
      plain.emplace_back(argv[i]);
  if (plain.size() != 2) {
    std::fprintf(stderr, "bench_extraction PAGES GOLD [--misses] [--show FILE] [--slowest N]\n");
    return 2;
  }
  options.pages = plain[0];
  options.gold = plain[1];
  try {
    return dateline::bench::run(options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
