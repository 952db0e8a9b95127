// Files of an archive: read whole, written durably, replaced atomically, sealed with a checksum.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {

// Throws archive_damaged when the file is not there, io_failure otherwise, with the system's reason.
[[noreturn]] void fail_reading(const std::filesystem::path& file, int error_number);
[[noreturn]] void fail_writing(const std::filesystem::path& file, int error_number);

std::string read_file(const std::filesystem::path& file);

// On the disk, not only in the cache, when it returns.
void write_file(const std::filesystem::path& file, std::string_view bytes);
// With the system when it returns; sync_all() makes it durable.
void write_unsynced(const std::filesystem::path& file, std::string_view bytes);
void sync_folder(const std::filesystem::path& folder);
// Every file and folder below, and the folder itself behind them.
std::vector<std::filesystem::path> tree_of(const std::filesystem::path& folder);
// These files and folders, of folders the names in them alone. All are waited for at once: that takes about as long as
// one, where one after the other each waits for its own turn of the file system's journal.
void sync_all(const std::vector<std::filesystem::path>& paths);

// Readers see the old content or the new one, whatever happens in between. `first` is on the disk, as by sync_all(),
// before they may see the new one.
void replace_file(const std::filesystem::path& file, std::string_view bytes,
                  std::vector<std::filesystem::path> first = {});

// Behind the name of a small file: its second copy, for `check --repair`.
inline constexpr const char* spare_ending = ".spare";

// A second copy of a small file that has just been written, under its name with spare_ending. Not synced, and a failure
// is no failure of anything: it is there in case the first is damaged later.
void write_spare(const std::filesystem::path& file, std::string_view bytes) noexcept;

// XXH3 of a file's bytes, as 16 hexadecimal digits.
std::string checksum_of(const std::filesystem::path& file);

// A small file with its own checksum: "DATELINE", its kind (4 letters), XXH3 of the payload (8 bytes), the payload.
std::string seal(std::string_view kind, std::string_view payload);
// The payload; empty when the bytes are not what the seal says.
std::optional<std::string_view> unseal(std::string_view kind, std::string_view bytes);

}  // namespace dateline::schema
