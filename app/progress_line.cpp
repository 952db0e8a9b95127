#include "app/progress_line.hpp"

#include <ostream>

#include "app/print/facts.hpp"
#include "app/print/width.hpp"

namespace dateline::app {

namespace {

// "3 min left"; empty while nobody can tell: at the beginning, and of what is more unpacked than it is on the disk.
std::string time_left(const Progress& progress, double seconds) {
  constexpr double least_share = 0.02;
  const auto bytes = static_cast<double>(progress.bytes), total = static_cast<double>(progress.bytes_total);
  if (seconds < 2 || bytes < total * least_share || bytes >= total) return {};
  const auto left = static_cast<std::uint64_t>(seconds * (total - bytes) / bytes) + 1;
  if (left < 90) return std::to_string(left) + " s left";
  return std::to_string((left + 59) / 60) + " min left";
}

}  // namespace

std::string in_words(const Progress& progress, double seconds) {
  std::string text =
      progress.stage + "  " + counted(progress.articles, "article", "articles") + " · " + size_in_words(progress.bytes);
  if (seconds > 0.5) {
    text += " · " + size_in_words(static_cast<std::uint64_t>(static_cast<double>(progress.bytes) / seconds)) + "/s";
  }
  if (progress.inputs_total > 0) {
    text += " · " + grouped_digits(progress.inputs_done) + " of " + counted(progress.inputs_total, "input", "inputs");
  }
  if (const std::string left = time_left(progress, seconds); !left.empty()) text += " · " + left;
  return text;
}

ProgressLine::ProgressLine(std::ostream& err, bool enabled) : err_(err), enabled_(enabled) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(const Progress& progress) {
  constexpr auto pause = std::chrono::milliseconds(100);
  constexpr std::size_t widest = 79;  // a folded line could not be cleared
  if (!enabled_) return;
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  if (progress.stage != stage_) {
    stage_ = progress.stage;
    stage_began_ = now;
  }
  if (shown_ && now - shown_at_ < pause) return;
  clear();
  err_ << shortened(in_words(progress, std::chrono::duration<double>(now - stage_began_).count()), widest);
  err_.flush();
  shown_at_ = now;
  shown_ = true;
}

void ProgressLine::message(std::string_view sentence) {
  const std::lock_guard lock(mutex_);
  clear();
  err_ << "dateline: " << printable(sentence) << '\n';
  err_.flush();
}

void ProgressLine::clear() {
  if (shown_) err_ << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace dateline::app
