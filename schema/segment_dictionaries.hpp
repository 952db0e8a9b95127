// A segment's dictionaries as its readers know them: what articles have in common, without which they cannot be
// unpacked (dictionary_training.hpp makes them).
//
// Immutable, for any number of threads. The file is opened with the segment, so that a writer may remove it from then
// on; a dictionary is made ready when the first article asks for it: who reads no article pays nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>

struct ZSTD_DDict_s;

namespace dateline::schema {

class MappedFile;

class SegmentDictionaries {
 public:
  // There may be no such file: small segments have no dictionaries.
  explicit SegmentDictionaries(std::filesystem::path file);
  ~SegmentDictionaries();
  SegmentDictionaries(const SegmentDictionaries&) = delete;
  SegmentDictionaries& operator=(const SegmentDictionaries&) = delete;

  // Throws dateline::Error(archive_damaged), which names the file, when it is not there.
  void expect() const;

  // The dictionary with this number, as zstd takes it, for as long as this lives; null when there is none with it.
  // Throws dateline::Error(archive_damaged) when the file is not there, or not what was written.
  const ZSTD_DDict_s* find(std::uint32_t number) const;

 private:
  struct Free {
    void operator()(ZSTD_DDict_s* dictionary) const;
  };
  struct One {
    std::string_view content;  // in file_bytes_; empty: there is none with its number
    std::once_flag once;
    std::unique_ptr<ZSTD_DDict_s, Free> ready;
  };
  void read() const;

  const std::filesystem::path file_;
  std::unique_ptr<const MappedFile> file_bytes_;  // null: there is no file
  mutable std::once_flag once_;
  mutable std::deque<One> all_;  // by number
};

}  // namespace dateline::schema
