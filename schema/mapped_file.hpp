// A file's bytes, mapped for reading.
//
// The mapping holds a shared flock() on the file: a writer that wants to remove a segment asks for the exclusive one
// first, so a segment stays whole for as long as somebody reads it, and a reader that dies lets go by itself.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace dateline::schema {

class MappedFile {
 public:
  // Throws dateline::Error: archive_damaged when there is no such file, io_failure when it cannot be read.
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }
  // Who goes through a large file gives back what he has read, so that it takes no memory: whole pages of bytes().
  void give_back(std::string_view pages) const;

 private:
  int descriptor_ = -1;
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

// Whether some MappedFile of any process holds the file. False when there is no such file.
bool is_held(const std::filesystem::path& file);

}  // namespace dateline::schema
