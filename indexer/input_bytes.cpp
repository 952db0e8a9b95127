#include "indexer/input_bytes.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace dateline::indexer {
namespace {

// Reading is as fast as mapping for most files, and a file that shrinks while it is read does no harm.
constexpr std::size_t largest_read = 64u << 20;

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category()); }

std::size_t read_some(int descriptor, char* into, std::size_t size) {
  while (true) {
    const ssize_t got = ::read(descriptor, into, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail();
  }
}

// Of the file, or of its beginning.
std::string read_up_to(int descriptor, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t used = 0;
  while (used < size) {
    const std::size_t got = read_some(descriptor, bytes.data() + used, size - used);
    if (got == 0) break;
    used += got;
  }
  bytes.resize(used);
  return bytes;
}

// Opening must not wait for the other end of a pipe that has taken a file's place.
int opened(const std::filesystem::path& file) { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }

std::size_t size_of_regular(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail();
  if (!S_ISREG(status.st_mode)) throw std::system_error(EINVAL, std::generic_category(), "not a regular file");
  return static_cast<std::size_t>(status.st_size);
}

// What came before a failure is kept: the reason is told at the end.
std::string_view next_piece(int descriptor, std::string& piece, std::string& failure) {
  try {
    return std::string_view(piece).substr(0, read_some(descriptor, piece.data(), piece.size()));
  } catch (const std::system_error& failed) {
    failure = "cannot be read: " + failed.code().message();
    return {};
  }
}

}  // namespace

Descriptor::Descriptor(int number) : number_(number) {
  if (number_ < 0) fail();
}
Descriptor::~Descriptor() { ::close(number_); }

FileInput::FileInput(const std::filesystem::path& file) : descriptor_(opened(file)) {
  size_of_regular(descriptor_.number());
}

std::string_view FileInput::next() { return next_piece(descriptor_.number(), piece_, failure_); }

InputBytes InputBytes::of_file(const std::filesystem::path& file) {
  InputBytes bytes;
  const Descriptor descriptor(opened(file));
  const std::size_t size = size_of_regular(descriptor.number());
  if (size <= largest_read) {
    bytes.read_ = read_up_to(descriptor.number(), size);
    return bytes;
  }
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
  if (mapped == MAP_FAILED) fail();
  ::madvise(mapped, size, MADV_SEQUENTIAL);
  bytes.mapped_ = static_cast<char*>(mapped);
  bytes.size_ = size;
  return bytes;
}

std::string InputBytes::head_of_file(const std::filesystem::path& file, std::size_t size) {
  const Descriptor descriptor(opened(file));
  size_of_regular(descriptor.number());
  return read_up_to(descriptor.number(), size);
}

std::string_view StandardInput::next() { return next_piece(STDIN_FILENO, piece_, failure_); }

SpooledInput::SpooledInput() : file_(std::tmpfile()) {
  if (!file_) fail();
}

void SpooledInput::keep(std::string_view piece) {
  if (std::fwrite(piece.data(), 1, piece.size(), file_.get()) != piece.size()) fail();
}

std::string_view SpooledInput::next() {
  if (!is_complete_) {
    const std::string_view piece = source_.next();
    keep(piece);
    is_complete_ = piece.empty();
    return piece;
  }
  piece_.resize(1 << 16);
  return std::string_view(piece_).substr(0, std::fread(piece_.data(), 1, piece_.size(), file_.get()));
}

void SpooledInput::rewind() {
  while (!is_complete_) next();
  std::rewind(file_.get());
}

InputBytes::InputBytes(InputBytes&& other) noexcept
    : read_(std::move(other.read_)), mapped_(std::exchange(other.mapped_, nullptr)), size_(other.size_) {}

InputBytes& InputBytes::operator=(InputBytes&& other) noexcept {
  std::swap(read_, other.read_);
  std::swap(mapped_, other.mapped_);
  std::swap(size_, other.size_);
  return *this;
}

InputBytes::~InputBytes() {
  if (mapped_) ::munmap(mapped_, size_);
}

}  // namespace dateline::indexer
