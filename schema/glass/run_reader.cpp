#include "schema/glass/run_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "schema/files.hpp"

namespace dateline::schema::glass {
namespace {

void read_at(const std::filesystem::path& file, std::uint64_t offset, char* to, std::size_t bytes) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail_reading(file, errno);
  for (std::size_t done = 0; done < bytes;) {
    const ssize_t read = ::pread(descriptor, to + done, bytes - done, static_cast<off_t>(offset + done));
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) {
      const int reason = read < 0 ? errno : EIO;
      ::close(descriptor);
      fail_reading(file, reason);
    }
    done += static_cast<std::size_t>(read);
  }
  ::close(descriptor);
}

}  // namespace

RunReader::RunReader(const Run& run, Section section, std::size_t window)
    : file_(run.file),
      offset_(run.begin[static_cast<std::size_t>(section)]),
      end_(run.begin[static_cast<std::size_t>(section) + 1]),
      buffer_(static_cast<std::size_t>(std::min<std::uint64_t>(window, end_ - offset_)), '\0') {}

bool RunReader::next(std::string_view& key, std::string_view& content) {
  while (!take(key, content)) {
    if (read_more()) continue;
    if (at_ != filled_) fail_reading(file_, EIO);  // half a record
    return false;
  }
  return true;
}

bool RunReader::take(std::string_view& key, std::string_view& content) {
  const Byte* const begin = reinterpret_cast<const Byte*>(buffer_.data());
  const Byte *at = begin + at_, *const end = begin + filled_;
  if (!take_whole(at, end, key) || !take_whole(at, end, content)) return false;
  at_ = static_cast<std::size_t>(at - begin);
  return true;
}

bool RunReader::read_more() {
  if (offset_ == end_) return false;
  std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
  filled_ -= std::exchange(at_, 0);
  if (filled_ == buffer_.size()) buffer_.resize(2 * filled_);
  const auto bytes = static_cast<std::size_t>(std::min<std::uint64_t>(buffer_.size() - filled_, end_ - offset_));
  read_at(file_, offset_, buffer_.data() + filled_, bytes);
  filled_ += bytes;
  offset_ += bytes;
  return true;
}

}  // namespace dateline::schema::glass
