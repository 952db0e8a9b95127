// A new file that is written from its beginning to its end, through a buffer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::schema {

class AppendFile {
 public:
  // Makes the file, or empties it. Throws io_failure, as the other members do.
  explicit AppendFile(std::filesystem::path file);
  // Without finish(): what is buffered is dropped.
  ~AppendFile();
  AppendFile(const AppendFile&) = delete;
  AppendFile& operator=(const AppendFile&) = delete;

  void append(std::string_view bytes);
  std::uint64_t size() const { return written_ + buffer_.size(); }

  // Everything is with the system when it returns; not durable.
  void finish();
  // The same, with these bytes over the first ones, which were written when it was not known yet what they say.
  void finish(std::string_view beginning);

 private:
  void write(std::string_view bytes);

  std::filesystem::path file_;
  int descriptor_;
  std::string buffer_;
  std::uint64_t written_ = 0;
};

}  // namespace dateline::schema
