// The bytes of a file: read when small, mapped when large.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::indexer {

class InputBytes {
 public:
  // Throws std::system_error.
  static InputBytes of_file(const std::filesystem::path& file);
  static InputBytes of_standard_input();

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

}  // namespace dateline::indexer
