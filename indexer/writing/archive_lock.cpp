#include "indexer/writing/archive_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"

namespace dateline::indexer {
namespace {

// What the holder wrote into the file; empty when it has not yet.
std::string holder(int descriptor) {
  char text[24];
  const ssize_t length = ::pread(descriptor, text, sizeof text, 0);
  std::string digits(text, length > 0 ? static_cast<std::size_t>(length) : 0);
  digits.erase(std::find_if(digits.begin(), digits.end(), [](char c) { return c < '0' || c > '9'; }), digits.end());
  return digits;
}

}  // namespace

ArchiveLock::ArchiveLock(const std::filesystem::path& archive) {
  const auto file = archive / schema::lock_name;
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) schema::fail_writing(file, errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int reason = errno;
    const std::string process = holder(descriptor_);
    ::close(descriptor_);
    if (reason != EWOULDBLOCK) schema::fail_writing(file, reason);
    throw Error(
        ErrorCode::archive_locked,
        archive.string() + " is being written by " + (process.empty() ? "another process" : "process " + process),
        "Wait until it has finished, or stop it; searching is possible meanwhile.");
  }
  // The number is for the message only: failing to write it harms nothing.
  const std::string process = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor_, 0) == 0) (void)!::pwrite(descriptor_, process.data(), process.size(), 0);
}

ArchiveLock::~ArchiveLock() { ::close(descriptor_); }

}  // namespace dateline::indexer
