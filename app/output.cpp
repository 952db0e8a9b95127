#include "app/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "dateline/error.hpp"

namespace dateline::app {

FileDescriptorBuffer::FileDescriptorBuffer(int descriptor) : descriptor_(descriptor) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

FileDescriptorBuffer::int_type FileDescriptorBuffer::overflow(int_type character) {
  write_out();
  if (!traits_type::eq_int_type(character, traits_type::eof())) sputc(traits_type::to_char_type(character));
  return traits_type::not_eof(character);
}

int FileDescriptorBuffer::sync() {
  write_out();
  return 0;
}

void FileDescriptorBuffer::write_out() {
  const char* from = pbase();
  const char* const end = pptr();
  setp(buffer_.data(), buffer_.data() + buffer_.size());  // after a failure nothing is tried again
  while (from < end) {
    const ssize_t written = ::write(descriptor_, from, static_cast<std::size_t>(end - from));
    if (written >= 0) {
      from += written;
    } else if (errno == EPIPE) {
      throw ClosedPipe{};
    } else if (errno != EINTR) {
      throw Error(ErrorCode::io_failure, "cannot write the output: " + std::generic_category().message(errno));
    }
  }
}

}  // namespace dateline::app
