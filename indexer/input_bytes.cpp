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

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {
    if (number_ < 0) fail();
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

std::string read_to_end(int descriptor, std::size_t expected) {
  std::string bytes;
  std::size_t used = 0;
  while (true) {
    bytes.resize(used + std::max<std::size_t>(expected > used ? expected - used + 1 : 0, 1 << 16));
    const ssize_t got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail();
    used += static_cast<std::size_t>(got);
    if (got == 0) break;
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace

InputBytes InputBytes::of_file(const std::filesystem::path& file) {
  InputBytes bytes;
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (::fstat(descriptor.number(), &status) != 0) fail();
  if (!S_ISREG(status.st_mode)) throw std::system_error(EINVAL, std::generic_category(), "not a regular file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size <= largest_read) {
    bytes.read_ = read_to_end(descriptor.number(), size);
    return bytes;
  }
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
  if (mapped == MAP_FAILED) fail();
  ::madvise(mapped, size, MADV_SEQUENTIAL);
  bytes.mapped_ = static_cast<char*>(mapped);
  bytes.size_ = size;
  return bytes;
}

InputBytes InputBytes::of_standard_input() {
  InputBytes bytes;
  bytes.read_ = read_to_end(STDIN_FILENO, 0);
  return bytes;
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
