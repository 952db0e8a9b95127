// What steps of indexing cost, each alone, on the articles of an archive: processor time of this thread a megabyte of
// text, which a busy machine does not stretch.
//
//   bench_micro ARCHIVE
#include <sys/resource.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "bench/processor_time.hpp"
#include "indexer/writing/copies.hpp"
#include "schema/manifest.hpp"
#include "schema/shingles.hpp"
#include "schema/signature.hpp"
#include "schema/snapshot.hpp"
#include "text/analyzer.hpp"

namespace dateline::bench {
namespace {

// Adds up the time of its scopes.
class Row {
 public:
  explicit Row(const char* name) : name_(name) {}
  template <class Work>
  void measure(Work&& work) {
    const double start = cpu_milliseconds();
    work();
    milliseconds_ += cpu_milliseconds() - start;
  }
  void print(double megabytes, const std::string& note = {}) const {
    std::printf("%-12s %8.2f ms/MB %10.0f ms  %s\n", name_, milliseconds_ / megabytes, milliseconds_, note.c_str());
  }

 private:
  const char* name_;
  double milliseconds_ = 0;
};

void measure_texts(const schema::Snapshot& snapshot, double megabytes) {
  Row analysis("analysis"), signature("signature");
  text::Analyzer analyzer;
  const auto lease = snapshot.lease();
  std::size_t signed_articles = 0;
  for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
    snapshot.segments()[i].live.for_each([&](std::uint32_t ordinal) {
      const auto article = snapshot.segments()[i].stored->article(lease.segment(i), ordinal);
      const std::string body = schema::body_of(article);
      const text::Analysis* words = nullptr;
      analysis.measure([&] { words = &analyzer.analyze(body, article.language); });
      signature.measure([&] {
        schema::Shingler shingler;
        for (const text::Token& token : words->tokens) shingler.add(token.exact);
        signed_articles += schema::sign(shingler.shingles()).has_value();
      });
    });
  }
  analysis.print(megabytes, "for comparison");
  signature.print(megabytes, std::to_string(signed_articles) + " articles signed");
}

// All articles at once, as in a new archive.
void measure_copies(const std::filesystem::path& archive, const schema::Snapshot& snapshot, double megabytes) {
  std::vector<indexer::Part> parts;
  const schema::Manifest manifest = schema::read_manifest(archive);
  for (std::size_t i = 0; i < snapshot.segments().size(); ++i)
    parts.push_back({manifest.live.segments[i], snapshot.segments()[i].live});
  Row copies("copies");
  schema::CopyLists groups;
  copies.measure([&] { groups = indexer::find_copies(parts, archive / manifest.live.name, {}); });
  std::size_t members = 0;
  for (std::uint32_t group = 0; group < groups.size(); ++group) members += groups[group].size();
  copies.print(megabytes, std::to_string(members) + " articles in " + std::to_string(groups.size()) + " groups");
}

int run(const std::filesystem::path& archive) {
  const auto snapshot = schema::Snapshot::open(archive);
  double bytes = 0;
  for (const schema::Segment& segment : snapshot->segments())
    segment.live.for_each(
        [&](std::uint32_t ordinal) { bytes += static_cast<double>(segment.columns->text_bytes()[ordinal]); });
  const double megabytes = bytes / 1e6;
  std::printf("%u articles, %.1f MB of text\n", snapshot->articles(), megabytes);
  measure_copies(archive, *snapshot, megabytes);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-12s %8ld MB at most, mapped files included\n", "memory", usage.ru_maxrss / 1024);
  measure_texts(*snapshot, megabytes);
  return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: %s ARCHIVE\n", arguments[0]);
    return 2;
  }
  try {
    return dateline::bench::run(arguments[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
