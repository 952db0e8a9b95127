// Archives and compressed files, made in memory by libarchive's writer.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace dateline::tests {

using Members = std::vector<std::pair<std::string, std::string>>;  // name, content

class ArchiveMaker {
 public:
  // As `bsdtar --format` and a filter name them: "zip", "7zip", "pax", "raw"; "gzip", "xz", "none".
  ArchiveMaker(const std::string& format, const std::string& filter, const std::string& password = {})
      : archive_(archive_write_new()) {
    archive_write_set_format_by_name(archive_, format.c_str());
    if (filter != "none") archive_write_add_filter_by_name(archive_, filter.c_str());
    archive_write_set_bytes_in_last_block(archive_, 1);
    if (!password.empty()) {
      archive_write_set_options(archive_, "zip:encryption=aes256");
      archive_write_set_passphrase(archive_, password.c_str());
    }
    archive_write_open(archive_, this, nullptr, &ArchiveMaker::take, nullptr);
  }
  ~ArchiveMaker() { archive_write_free(archive_); }
  ArchiveMaker(const ArchiveMaker&) = delete;
  ArchiveMaker& operator=(const ArchiveMaker&) = delete;

  void add(const std::string& name, const std::string& content) {
    archive_entry* entry = archive_entry_new();
    archive_entry_copy_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    if (archive_write_header(archive_, entry) < ARCHIVE_WARN) fail();
    if (archive_write_data(archive_, content.data(), content.size()) < 0) fail();
    archive_entry_free(entry);
  }

  std::string finish() {
    if (archive_write_close(archive_) < ARCHIVE_WARN) fail();
    return std::move(bytes_);
  }

 private:
  static la_ssize_t take(archive*, void* self, const void* bytes, size_t size) {
    static_cast<ArchiveMaker*>(self)->bytes_.append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  }
  [[noreturn]] void fail() { throw std::runtime_error(archive_error_string(archive_)); }

  archive* archive_;
  std::string bytes_;
};

inline std::string packed(const std::string& format, const std::string& filter, const Members& members,
                          const std::string& password = {}) {
  ArchiveMaker maker(format, filter, password);
  for (const auto& [name, content] : members) maker.add(name, content);
  return maker.finish();
}

inline std::string compressed(const std::string& filter, const std::string& content) {
  return packed("raw", filter, {{"content", content}});
}

}  // namespace dateline::tests
