// Standard output that notices when nobody reads it any more, or when the disk behind it is full.
#pragma once

#include <array>
#include <streambuf>

namespace dateline::app {

// The reader of our output has gone, as `head` does: no error, only the end.
struct ClosedPipe {};

// Throws ClosedPipe or dateline::Error (io_failure). A stream over it needs exceptions(badbit), else streams
// swallow both. SIGPIPE must be ignored.
class FileDescriptorBuffer : public std::streambuf {
 public:
  explicit FileDescriptorBuffer(int descriptor);

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  void write_out();

  int descriptor_;
  std::array<char, 1 << 16> buffer_;
};

}  // namespace dateline::app
