// The records of one section of a run, one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "schema/glass/run.hpp"

namespace dateline::schema::glass {

// Reads `window` bytes at a time, or a record where that is more: of a thousand runs that are merged, what is in memory
// is a thousand windows. (Of mapped files it would be whatever the system maps around each byte that is touched.) The
// file is open while it is read from only: there may be more runs than a process may have open files.
class RunReader {
 public:
  RunReader(const Run& run, Section section, std::size_t window);

  // Views are good until the next call. False at the end. Throws io_failure when the file cannot be read.
  bool next(std::string_view& key, std::string_view& content);

 private:
  bool take(std::string_view& key, std::string_view& content);
  bool read_more();

  std::filesystem::path file_;
  std::uint64_t offset_, end_;       // of what is not read yet
  std::string buffer_;               // what is read
  std::size_t at_ = 0, filled_ = 0;  // in it: the next record, and the end
};

}  // namespace dateline::schema::glass
