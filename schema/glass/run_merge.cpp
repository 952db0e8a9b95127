#include "schema/glass/run_merge.hpp"

#include <algorithm>

namespace dateline::schema::glass {
namespace {

// What the runs of a merge have in memory together, and what is not worth a call to the system for one of them.
constexpr std::size_t most_in_memory = std::size_t{64} << 20;
constexpr std::size_t least_window = std::size_t{32} << 10, largest_window = std::size_t{1} << 20;

std::size_t window_of(std::size_t runs) {
  return std::clamp(most_in_memory / std::max<std::size_t>(runs, 1), least_window, largest_window);
}

std::uint64_t beginning_of(std::string_view key) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i) bytes = bytes << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return bytes;
}

}  // namespace

bool RunMerge::IsLater::operator()(std::uint32_t a, std::uint32_t b) const {
  const Cursor &first = (*cursors)[a], &second = (*cursors)[b];
  if (first.beginning != second.beginning) return first.beginning > second.beginning;
  const int order = first.key.compare(second.key);
  return order != 0 ? order > 0 : a > b;
}

RunMerge::RunMerge(const std::vector<Run>& runs, Section section) : queue_(IsLater{&cursors_}) {
  cursors_.reserve(runs.size());
  for (const Run& run : runs) cursors_.push_back({RunReader(run, section, window_of(runs.size())), {}, {}});
  for (std::uint32_t i = 0; i < cursors_.size(); ++i)
    if (load(cursors_[i])) queue_.push(i);
}

bool RunMerge::load(Cursor& cursor) {
  if (!cursor.reader.next(cursor.key, cursor.content)) return false;
  cursor.beginning = beginning_of(cursor.key);
  return true;
}

bool RunMerge::next() {
  for (const std::uint32_t i : current_)
    if (load(cursors_[i])) queue_.push(i);
  current_.clear();
  contents_.clear();
  if (queue_.empty()) return false;
  key_ = cursors_[queue_.top()].key;
  do {
    current_.push_back(queue_.top());
    contents_.push_back(cursors_[queue_.top()].content);
    queue_.pop();
  } while (!queue_.empty() && cursors_[queue_.top()].key == key_);
  return true;
}

}  // namespace dateline::schema::glass
