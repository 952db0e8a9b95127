#include "schema/mapped_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "schema/files.hpp"

namespace dateline::schema {

MappedFile::MappedFile(const std::filesystem::path& file) : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) fail_reading(file, errno);
  // Waits only while a writer looks whether it is held. Some file systems have no locks: then the reader's retry has to
  // do.
  (void)::flock(descriptor_, LOCK_SH);
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0) {
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ == 0) return;
    address_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor_, 0);
    if (address_ != MAP_FAILED) return;
  }
  const int reason = errno;
  ::close(descriptor_);
  fail_reading(file, reason);
}

MappedFile::~MappedFile() {
  if (address_) ::munmap(address_, size_);
  ::close(descriptor_);
}

void MappedFile::give_back(std::string_view pages) const {
  (void)::madvise(static_cast<char*>(address_) + (pages.data() - bytes().data()), pages.size(), MADV_DONTNEED);
}

bool is_held(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool held = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  return held;
}

}  // namespace dateline::schema
