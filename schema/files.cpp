#include "schema/files.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <deque>
#include <future>
#include <memory>

#include "dateline/error.hpp"
#include "schema/mapped_file.hpp"
#include "schema/record.hpp"
#include "schema/stored_article.hpp"

namespace dateline::schema {
namespace {

constexpr std::string_view seal_magic = "DATELINE";
constexpr std::size_t kind_length = 4;
constexpr std::size_t checksum_length = 8;

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

void write_all(const Descriptor& descriptor, std::string_view bytes, const std::filesystem::path& file) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_writing(file, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync(const std::filesystem::path& path, int flags) {
  const Descriptor descriptor(path, flags);
  if (!descriptor || ::fsync(descriptor.number()) != 0) fail_writing(path, errno);
}

// Only makes the syncing that follows quicker, so failures are left to that.
void start_writing([[maybe_unused]] const Descriptor& file) {
#ifdef SYNC_FILE_RANGE_WRITE
  (void)::sync_file_range(file.number(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

constexpr std::size_t most_waiting = 16;  // threads, which do nothing but wait

void list_tree(const std::filesystem::path& path, std::vector<std::filesystem::path>& found) {
  if (std::filesystem::is_directory(path))
    for (const auto& entry : std::filesystem::directory_iterator(path)) list_tree(entry.path(), found);
  found.push_back(path);
}

// The error number, or 0.
int wait_for(const Descriptor& file) { return ::fsync(file.number()) == 0 ? 0 : errno; }

}  // namespace

void fail_reading(const std::filesystem::path& file, int error_number) {
  const std::string what = file.string() + " cannot be read: " + std::strerror(error_number);
  if (error_number == ENOENT)
    throw Error(ErrorCode::archive_damaged, what,
                "Open the archive again if it was just rewritten; else run `dateline check`.");
  throw Error(ErrorCode::io_failure, what, "Check the permissions of the archive's folder, and the disk.");
}

void fail_writing(const std::filesystem::path& file, int error_number) {
  throw Error(ErrorCode::io_failure, file.string() + " cannot be written: " + std::strerror(error_number),
              error_number == ENOSPC ? "Free some space and try again; the archive is as it was."
                                     : "Check the permissions of the archive's folder, and the disk.");
}

std::string read_file(const std::filesystem::path& file) {
  const Descriptor descriptor(file, O_RDONLY);
  if (!descriptor) fail_reading(file, errno);
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t read = ::read(descriptor.number(), buffer, sizeof buffer);
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) fail_reading(file, errno);
    if (read == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(read));
  }
}

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
  if (!descriptor) fail_writing(file, errno);
  write_all(descriptor, bytes, file);
  if (::fsync(descriptor.number()) != 0) fail_writing(file, errno);
}

void write_unsynced(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
  if (!descriptor) fail_writing(file, errno);
  write_all(descriptor, bytes, file);
}

void sync_folder(const std::filesystem::path& folder) { sync(folder, O_RDONLY | O_DIRECTORY); }

std::vector<std::filesystem::path> tree_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  list_tree(folder, found);
  return found;
}

void sync_all(const std::vector<std::filesystem::path>& paths) {
  std::deque<Descriptor> open;
  for (const auto& path : paths)
    if (!open.emplace_back(path, O_RDONLY)) fail_writing(path, errno);
  for (const Descriptor& file : open) start_writing(file);
  std::vector<int> failures(paths.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++) failures[i] = wait_for(open[i]);
  };
  {
    std::vector<std::future<void>> waiting;
    while (waiting.size() + 1 < std::min(paths.size(), most_waiting)) waiting.push_back(std::async(work));
    work();
    for (std::future<void>& one : waiting) one.get();
  }
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (failures[i] != 0) fail_writing(paths[i], failures[i]);
}

void replace_file(const std::filesystem::path& file, std::string_view bytes, std::vector<std::filesystem::path> first) {
  std::filesystem::path fresh = file;
  fresh += ".new";
  write_unsynced(fresh, bytes);
  first.push_back(fresh);
  sync_all(first);
  if (::rename(fresh.c_str(), file.c_str()) != 0) fail_writing(file, errno);
  sync_folder(file.parent_path().empty() ? "." : file.parent_path());
}

void write_spare(const std::filesystem::path& file, std::string_view bytes) noexcept {
  try {
    std::filesystem::path spare = file;
    spare += spare_ending;
    std::filesystem::path fresh = spare;
    fresh += ".new";
    {
      const Descriptor descriptor(fresh, O_WRONLY | O_CREAT | O_TRUNC);
      if (!descriptor) return;
      write_all(descriptor, bytes, fresh);
    }
    std::filesystem::rename(fresh, spare);
  } catch (const std::exception&) {
  }
}

// hash64() of all of it, a piece at a time.
std::string checksum_of(const std::filesystem::path& file) {
  constexpr std::size_t piece_bytes = std::size_t{16} << 20;
  const MappedFile mapped(file);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_64bits_reset(state.get());
  for (std::string_view rest = mapped.bytes(); !rest.empty();) {
    const std::string_view piece = rest.substr(0, piece_bytes);
    XXH3_64bits_update(state.get(), piece.data(), piece.size());
    mapped.give_back(piece);
    rest.remove_prefix(piece.size());
  }
  return hex16(XXH3_64bits_digest(state.get()));
}

std::string seal(std::string_view kind, std::string_view payload) {
  std::string bytes(seal_magic);
  bytes += kind;
  bytes += fixed64(hash64(payload));
  return bytes += payload;
}

std::optional<std::string_view> unseal(std::string_view kind, std::string_view bytes) {
  constexpr std::size_t header = seal_magic.size() + kind_length + checksum_length;
  if (bytes.size() < header || bytes.substr(0, seal_magic.size()) != seal_magic) return std::nullopt;
  if (bytes.substr(seal_magic.size(), kind_length) != kind) return std::nullopt;
  const std::string_view payload = bytes.substr(header);
  const auto checksum = read_fixed64(bytes.substr(seal_magic.size() + kind_length, checksum_length));
  if (!checksum || *checksum != hash64(payload)) return std::nullopt;
  return payload;
}

}  // namespace dateline::schema
