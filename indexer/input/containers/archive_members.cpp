#include "indexer/input/containers/archive_members.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <clocale>

#include <algorithm>
#include <new>
#include <string_view>

#include "indexer/input/decode.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t piece_size = 1 << 20;
// Formats whose table of contents stands at the end are held whole where the bytes come as a stream.
constexpr std::size_t largest_held = 256 << 20;

constexpr const char* cannot_be_unpacked =
    "damaged, cut off, or packed in a way that is not known here; get it again, or unpack it and index what is in it";
constexpr const char* is_locked = "encrypted; unpack it with its password and index what is in it";

// libarchive turns names into the encoding of the locale, which must not depend on who runs us.
class Utf8Names {
 public:
  Utf8Names() : before_(uselocale(utf8())) {}
  ~Utf8Names() { uselocale(before_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;  // none: the thread's stays
  }
  locale_t before_;
};

std::string in_utf8(std::string_view name) {
  if (text::is_utf8(name)) return std::string(name);
  std::optional<Decoded> decoded = decode(name);
  return decoded ? std::move(decoded->text) : text::repair(name).text;
}

}  // namespace

struct ArchiveMembers::Impl {
  // The bytes of a member.
  class Content final : public ByteSource {
   public:
    explicit Content(Impl& members) : members_(members) {}
    std::string_view next() override { return members_.next_block(); }
    std::string broken() const override { return members_.member_broken; }

   private:
    Impl& members_;
  };

  Impl(ByteReader& reader, ArchiveKind archive_kind, Expansion& bound)
      : bytes(reader), kind(archive_kind), expansion(bound), reading(archive_read_new(), archive_read_free) {
    if (!reading) throw std::bad_alloc();
    if (!can_be_held()) {
      broken = "an archive of more than 256 MB inside another input; unpack it and index what is in it";
      return;
    }
    support_kind();
    archive_read_set_callback_data(reading.get(), this);
    archive_read_set_read_callback(reading.get(), &Impl::read);
    if (in_memory) {
      archive_read_set_skip_callback(reading.get(), &Impl::skip);
      archive_read_set_seek_callback(reading.get(), &Impl::seek);
    }
    const Utf8Names names;
    if (archive_read_open1(reading.get()) < ARCHIVE_WARN) broken = cannot_be_unpacked;
  }

  // zip can be read as a stream, only less well.
  bool can_be_held() {
    const bool has_its_table_at_the_end = kind == ArchiveKind::zip || kind == ArchiveKind::seven_zip;
    if (has_its_table_at_the_end) bytes.ahead(largest_held + 1);
    in_memory = bytes.is_in_memory();
    if (in_memory) whole = bytes.ahead(0);
    return in_memory || kind != ArchiveKind::seven_zip;
  }

  void support_kind() {
    switch (kind) {
      case ArchiveKind::tar:
        archive_read_support_format_tar(reading.get());
        break;
      case ArchiveKind::zip:
        archive_read_support_format_zip(reading.get());
        break;
      case ArchiveKind::seven_zip:
        archive_read_support_format_7zip(reading.get());
        break;
      case ArchiveKind::compressed_file:
        archive_read_support_filter_bzip2(reading.get());
        archive_read_support_filter_xz(reading.get());
        archive_read_support_filter_lzip(reading.get());
        archive_read_support_filter_lz4(reading.get());
        archive_read_support_format_empty(reading.get());
        archive_read_support_format_raw(reading.get());
        break;
    }
  }

  static la_ssize_t read(archive*, void* self, const void** block) {
    const std::string_view piece = static_cast<Impl*>(self)->next_piece();
    *block = piece.data();
    return static_cast<la_ssize_t>(piece.size());
  }

  std::string_view next_piece() {
    if (in_memory) {
      const std::string_view piece = whole.substr(at, piece_size);
      at += piece.size();
      return piece;
    }
    bytes.skip(shown);
    const std::string_view piece = bytes.ahead(1).substr(0, piece_size);
    shown = piece.size();
    return piece;
  }

  static la_int64_t skip(archive*, void* self, la_int64_t wanted) {
    Impl& impl = *static_cast<Impl*>(self);
    const auto step = std::min(static_cast<std::size_t>(wanted), impl.whole.size() - impl.at);
    impl.at += step;
    return static_cast<la_int64_t>(step);
  }

  static la_int64_t seek(archive*, void* self, la_int64_t offset, int whence) {
    Impl& impl = *static_cast<Impl*>(self);
    const auto size = static_cast<la_int64_t>(impl.whole.size());
    const la_int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? static_cast<la_int64_t>(impl.at) : size;
    const la_int64_t to = std::clamp<la_int64_t>(from + offset, 0, size);
    impl.at = static_cast<std::size_t>(to);
    return to;
  }

  bool next() {
    if (!broken.empty()) return false;
    const Utf8Names names;
    int status = ARCHIVE_RETRY;
    for (int tries = 0; status == ARCHIVE_RETRY && tries < 10; ++tries)
      status = archive_read_next_header(reading.get(), &entry);
    if (status == ARCHIVE_EOF) {
      broken = bytes.broken();
      return false;
    }
    if (status < ARCHIVE_WARN) {
      broken = is_encrypted_itself() ? is_locked : !bytes.broken().empty() ? bytes.broken() : cannot_be_unpacked;
      return false;
    }
    member_broken.clear();
    return true;
  }

  // Names are encrypted, too.
  bool is_encrypted_itself() { return archive_read_has_encrypted_entries(reading.get()) > 0; }

  std::string_view next_block() {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t ignored = 0;
    int status = ARCHIVE_OK;
    while (status == ARCHIVE_OK && size == 0) status = archive_read_data_block(reading.get(), &block, &size, &ignored);
    if (status == ARCHIVE_EOF) return {};
    if (status < ARCHIVE_WARN) {
      member_broken = bytes.broken().empty() ? cannot_be_unpacked : bytes.broken();
      return {};
    }
    if (kind != ArchiveKind::tar && !expansion.grow(size)) {
      member_broken = broken = expands_too_much;
      return {};
    }
    return {static_cast<const char*>(block), size};
  }

  ByteReader& bytes;
  const ArchiveKind kind;
  Expansion& expansion;
  bool in_memory = false;
  std::string_view whole;  // in memory
  std::size_t at = 0;      // of it, what libarchive sees next
  std::size_t shown = 0;   // of a stream: what it sees now
  std::unique_ptr<archive, int (*)(archive*)> reading;
  archive_entry* entry = nullptr;
  Content content{*this};
  std::string member_broken, broken;
};

ArchiveMembers::ArchiveMembers(ByteReader& bytes, ArchiveKind kind, Expansion& expansion)
    : impl_(std::make_unique<Impl>(bytes, kind, expansion)) {}

ArchiveMembers::~ArchiveMembers() = default;

bool ArchiveMembers::next() { return impl_->next(); }

std::string ArchiveMembers::name() const {
  const Utf8Names names;
  const char* path = archive_entry_pathname(impl_->entry);
  if (!path) path = archive_entry_pathname_utf8(impl_->entry);
  std::string_view name = path ? path : "";
  while (name.starts_with("./") || name.starts_with('/')) name.remove_prefix(name.starts_with('/') ? 1 : 2);
  return in_utf8(name);
}

// A member that is a link to another one has no content of its own.
bool ArchiveMembers::is_file() const {
  const bool regular = impl_->kind == ArchiveKind::compressed_file || archive_entry_filetype(impl_->entry) == AE_IFREG;
  return regular && !archive_entry_hardlink(impl_->entry);
}

bool ArchiveMembers::is_encrypted() const { return archive_entry_is_encrypted(impl_->entry) > 0; }

ByteSource& ArchiveMembers::content() { return impl_->content; }

const std::string& ArchiveMembers::broken() const { return impl_->broken; }

}  // namespace dateline::indexer
