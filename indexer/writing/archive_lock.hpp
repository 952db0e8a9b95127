// The archive's lock: one writer at a time, in this or any other process. A writer that dies lets go of it.
#pragma once

#include <filesystem>

namespace dateline::indexer {

class ArchiveLock {
 public:
  // Throws archive_locked, naming the process that holds it.
  explicit ArchiveLock(const std::filesystem::path& archive);
  ~ArchiveLock();
  ArchiveLock(const ArchiveLock&) = delete;
  ArchiveLock& operator=(const ArchiveLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace dateline::indexer
