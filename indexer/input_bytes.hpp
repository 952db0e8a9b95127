// The bytes of a file, whole or as they come; and those of standard input.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/input/byte_reader.hpp"

namespace dateline::indexer {

// Read when small, mapped when large: for what must be seen as a whole. Only there a mapped file's pages are counted as
// this process's memory, though the system can take them back.
class InputBytes {
 public:
  // Throws std::system_error.
  static InputBytes of_file(const std::filesystem::path& file);
  // The first of them only.
  static std::string head_of_file(const std::filesystem::path& file, std::size_t size);

  InputBytes(InputBytes&& other) noexcept;
  InputBytes& operator=(InputBytes&& other) noexcept;
  ~InputBytes();

  std::string_view view() const { return mapped_ ? std::string_view(mapped_, size_) : std::string_view(read_); }

 private:
  InputBytes() = default;
  std::string read_;
  char* mapped_ = nullptr;
  std::size_t size_ = 0;
};

// What is open in the system, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number);  // throws std::system_error for one that could not be opened
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

// From front to back, however large.
class FileInput final : public ByteSource {
 public:
  explicit FileInput(const std::filesystem::path& file);  // throws std::system_error
  std::string_view next() override;
  std::string broken() const override { return failure_; }

 private:
  Descriptor descriptor_;
  std::string piece_ = std::string(1 << 18, '\0');
  std::string failure_;
};

class StandardInput final : public ByteSource {
 public:
  std::string_view next() override;
  std::string broken() const override { return failure_; }

 private:
  std::string piece_ = std::string(1 << 16, '\0');
  std::string failure_;
};

// Standard input, kept in a temporary file, so that it can be read again.
class SpooledInput final : public ByteSource {
 public:
  SpooledInput();  // throws std::system_error when there can be no temporary file
  std::string_view next() override;
  std::string broken() const override { return source_.broken(); }
  // From the front again; reads what was not yet read.
  void rewind();

 private:
  void keep(std::string_view piece);

  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  StandardInput source_;
  std::unique_ptr<std::FILE, Close> file_;
  bool is_complete_ = false;  // all of it is in the file
  std::string piece_;
};

}  // namespace dateline::indexer
