#include "schema/glass/run_merge.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "schema/files.hpp"

namespace dateline::schema::glass {
namespace {

constexpr std::size_t forget_bytes = std::size_t{1} << 20;  // at once; whole pages

std::uint64_t beginning_of(std::string_view key) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i) bytes = bytes << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return bytes;
}

}  // namespace

MappedRun::MappedRun(const Run& run, Section section) {
  const auto number = static_cast<std::size_t>(section);
  size_ = static_cast<std::size_t>(run.begin[section_count]);
  if (size_ == 0) return;
  const int descriptor = ::open(run.file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail_reading(run.file, errno);
  address_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor, 0);
  const int reason = errno;
  ::close(descriptor);  // the mapping stays; there may be more runs than a process may have open files
  if (address_ == MAP_FAILED) fail_reading(run.file, reason);
  section_ = {static_cast<const char*>(address_) + run.begin[number],
              static_cast<std::size_t>(run.begin[number + 1] - run.begin[number])};
  forgotten_ = static_cast<std::size_t>(run.begin[number]) / forget_bytes * forget_bytes;
}

MappedRun::~MappedRun() {
  if (address_) ::munmap(address_, size_);
}

void MappedRun::forget_before(const Byte* at) {
  const auto read = static_cast<std::size_t>(at - static_cast<const Byte*>(address_));
  if (read < forgotten_ + forget_bytes) return;
  const std::size_t end = read / forget_bytes * forget_bytes;
  (void)::madvise(static_cast<char*>(address_) + forgotten_, end - forgotten_, MADV_DONTNEED);
  forgotten_ = end;
}

bool RunMerge::IsLater::operator()(std::uint32_t a, std::uint32_t b) const {
  const Cursor &first = (*cursors)[a], &second = (*cursors)[b];
  if (first.beginning != second.beginning) return first.beginning > second.beginning;
  const int order = first.key.compare(second.key);
  return order != 0 ? order > 0 : a > b;
}

RunMerge::RunMerge(const std::vector<Run>& runs, Section section) : queue_(IsLater{&cursors_}) {
  cursors_.resize(runs.size());
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    Cursor& cursor = cursors_[i];
    cursor.run = std::make_unique<MappedRun>(runs[i], section);
    cursor.at = reinterpret_cast<const Byte*>(cursor.run->bytes().data());
    cursor.end = cursor.at + cursor.run->bytes().size();
    if (load(cursor)) queue_.push(i);
  }
}

bool RunMerge::load(Cursor& cursor) {
  if (cursor.at == cursor.end) return false;
  cursor.run->forget_before(cursor.at);
  cursor.key = take_bytes(cursor.at, cursor.end);
  cursor.content = take_bytes(cursor.at, cursor.end);
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
