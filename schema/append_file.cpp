#include "schema/append_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "schema/files.hpp"

namespace dateline::schema {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 18;

}  // namespace

AppendFile::AppendFile(std::filesystem::path file)
    : file_(std::move(file)), descriptor_(::open(file_.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) fail_writing(file_, errno);
  buffer_.reserve(buffer_bytes);
}

AppendFile::~AppendFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void AppendFile::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > buffer_bytes) {
    write(buffer_);
    buffer_.clear();
  }
  if (bytes.size() >= buffer_bytes)
    write(bytes);
  else
    buffer_ += bytes;
}

void AppendFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_writing(file_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
    written_ += static_cast<std::uint64_t>(count);
  }
}

void AppendFile::finish(std::string_view beginning) {
  write(buffer_);
  buffer_.clear();
  if (::lseek(descriptor_, 0, SEEK_SET) != 0) fail_writing(file_, errno);
  write(beginning);
  finish();
}

void AppendFile::finish() {
  write(buffer_);
  buffer_.clear();
  if (::close(std::exchange(descriptor_, -1)) != 0) fail_writing(file_, errno);
}

}  // namespace dateline::schema
