#include "app/progress_line.hpp"

#include <sstream>

#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

namespace {

Progress reading(std::uint64_t bytes, std::uint64_t total) {
  Progress progress;
  progress.stage = "reading";
  progress.articles = 1200;
  progress.bytes = bytes;
  progress.bytes_total = total;
  return progress;
}

}  // namespace

TEST_CASE("progress says how fast it goes, and how long it will take where that can be told") {
  CHECK(in_words(reading(10'000'000, 40'000'000), 10) == "reading  1,200 articles · 10.0 MB · 1.0 MB/s · 31 s left");
  CHECK(in_words(reading(10'000'000, 400'000'000), 10) == "reading  1,200 articles · 10.0 MB · 1.0 MB/s · 7 min left");
  for (const Progress& unknown : {reading(10'000'000, 0), reading(10'000'000, 9'000'000), reading(10'000, 40'000'000)})
    CHECK(in_words(unknown, 10).find("left") == std::string::npos);
  CHECK(in_words(reading(10'000'000, 40'000'000), 1).find("left") == std::string::npos);
}

TEST_CASE("the line is taken back before a message, and nothing is shown where nobody looks") {
  std::ostringstream terminal, file;
  {
    ProgressLine line(terminal, true);
    line.show(reading(10, 20));
    line.message("harbour.txt: empty");
  }
  CHECK(terminal.str() == "reading  1,200 articles · 10 bytes\r\x1b[Kdateline: harbour.txt: empty\n");
  {
    ProgressLine line(file, false);
    line.show(reading(10, 20));
  }
  CHECK(file.str().empty());
}
