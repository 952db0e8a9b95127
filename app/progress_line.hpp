// One line of a terminal that says how far a long work has come.
#pragma once

#include <chrono>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>

#include "dateline/indexer.hpp"

namespace dateline::app {

// `seconds`: since its stage began.
std::string in_words(const Progress& progress, double seconds);

// Any thread.
class ProgressLine {
 public:
  // Disabled, it only prints messages.
  ProgressLine(std::ostream& err, bool enabled);
  ~ProgressLine();

  void show(const Progress& progress);
  void message(std::string_view sentence);  // "dateline: …", above the line

 private:
  using Clock = std::chrono::steady_clock;
  void clear();

  std::ostream& err_;
  const bool enabled_;
  std::string stage_;  // each begins to count anew
  Clock::time_point stage_began_;
  std::mutex mutex_;
  Clock::time_point shown_at_;
  bool shown_ = false;
};

}  // namespace dateline::app
