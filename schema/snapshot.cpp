#include "schema/snapshot.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <mutex>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "schema/xapian_errors.hpp"

namespace dateline::schema {
namespace {

// A manifest that a commit replaced in the meantime may name files that are gone; the new one does not.
constexpr int most_attempts = 5;

// Tells one MANIFEST from another without reading it.
struct FileIdentity {
  std::uint64_t inode = 0;
  std::int64_t modified_ns = 0;
  std::int64_t size = -1;
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

FileIdentity identify(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  constexpr std::int64_t second = 1'000'000'000;
  return {status.st_ino, status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec, status.st_size};
}

// The tables with an archive's own rows, built when first asked for.
class NameTables {
 public:
  NameTables(std::string alias_rows, std::string source_rows)
      : alias_rows_(std::move(alias_rows)), source_rows_(std::move(source_rows)) {}

  bool has(const std::string& alias_rows, const std::string& source_rows) const {
    return alias_rows == alias_rows_ && source_rows == source_rows_;
  }
  const text::AliasTable& aliases() {
    if (alias_rows_.empty()) return text::AliasTable::built_in();
    std::call_once(aliases_once_, [&] { build(alias_rows_, aliases_); });
    return *aliases_;
  }
  const text::SourceTable& sources() {
    if (source_rows_.empty()) return text::SourceTable::built_in();
    std::call_once(sources_once_, [&] { build(source_rows_, sources_); });
    return *sources_;
  }

 private:
  template <class Table>
  static void build(const std::string& rows, std::unique_ptr<Table>& table) {
    try {
      table = std::make_unique<Table>(Table::with_user_rows(rows));
    } catch (const std::invalid_argument& error) {
      throw Error(ErrorCode::archive_damaged,
                  std::string("the rows of names kept in the archive are damaged: ") + error.what(),
                  "Index again with a corrected file.");
    }
  }

  std::string alias_rows_, source_rows_;
  std::once_flag aliases_once_, sources_once_;
  std::unique_ptr<text::AliasTable> aliases_;
  std::unique_ptr<text::SourceTable> sources_;
};

[[noreturn]] void damaged(const std::filesystem::path& file, const char* what) {
  throw Error(ErrorCode::archive_damaged, file.string() + " " + what,
              "Run `dateline check`; `dateline reindex` or a backup restores the archive.");
}

Bitmap read_live(const std::filesystem::path& folder, const SegmentEntry& entry) {
  if (entry.live.empty()) return Bitmap(entry.articles, true);
  const auto file = folder / entry.live;
  auto bitmaps = decode_live_bitmaps(read_file(file));
  if (!bitmaps) damaged(file, "is damaged");
  const auto found = bitmaps->find(entry.name);
  if (found == bitmaps->end() || found->second.size() != entry.articles) damaged(file, "does not fit its segment");
  return std::move(found->second);
}

std::string read_rows(const std::filesystem::path& folder, const std::string& name) {
  return name.empty() ? std::string() : read_file(folder / name);
}

}  // namespace

struct Snapshot::Lease::Handles {
  std::vector<Xapian::Database> segments;
  Xapian::Database all;
};

struct Snapshot::Impl {
  Impl(const std::filesystem::path& path, const Impl* before) : archive(path) {
    identity = identify(archive / manifest_name);  // before reading: a commit in between shows as a change
    manifest = read_manifest(archive);
    load(before);
  }

  Impl(const std::filesystem::path& path, const GenerationEntry& generation) : archive(path) {
    manifest.live = generation;
    load(nullptr);
  }

  void load(const Impl* before) {
    const auto folder = archive / manifest.live.name;
    for (const SegmentEntry& entry : manifest.live.segments) segments.push_back(open_segment(folder, entry, before));
    for (const Segment& segment : segments) live_articles += segment.live.count();
    read_copies(folder, before);
    read_speaker_links(folder, before);
    read_names(folder, before);
    pool.push_back(open_handles());  // now, while the files are surely there
  }

  static Segment open_segment(const std::filesystem::path& folder, const SegmentEntry& entry, const Impl* before) {
    Segment segment = mapped(folder / entry.name, before);
    if (segment.columns->articles() != entry.articles)
      damaged(segment.directory / columns_name, "has another number of articles");
    if (entry.checksums.count(dictionaries_name) > 0) segment.stored->expect_dictionaries();
    segment.live = read_live(folder, entry);
    return segment;
  }

  // Segments are immutable: what the snapshot before has mapped need not be mapped again.
  static Segment mapped(const std::filesystem::path& directory, const Impl* before) {
    if (before)
      for (const Segment& segment : before->segments)
        if (segment.directory == directory) return segment;
    Segment segment;
    segment.directory = directory;
    segment.columns = Columns::open(directory / columns_name);
    segment.pages = glass::Reader::open(directory / database_name);
    segment.stored = std::make_shared<const SegmentArticles>(directory, segment.pages);
    return segment;
  }

  // Groups name segments by their numbers: those of the snapshot before hold when none of its segments went.
  bool has_copies_of(const Impl& before) const {
    const GenerationEntry &now = manifest.live, &then = before.manifest.live;
    return now.name == then.name && now.copies == then.copies && then.segments.size() <= now.segments.size() &&
           std::equal(then.segments.begin(), then.segments.end(), now.segments.begin(),
                      [](const SegmentEntry& a, const SegmentEntry& b) { return a.name == b.name; });
  }

  void read_copies(const std::filesystem::path& folder, const Impl* before) {
    if (before && has_copies_of(*before)) {
      copies = before->copies;
      return;
    }
    copies = std::make_shared<CopyGroups>();
    if (manifest.live.copies.value_or("").empty()) return;
    const auto file = folder / *manifest.live.copies;
    std::vector<NamedSegment> sizes;
    for (const SegmentEntry& entry : manifest.live.segments) sizes.push_back({entry.name, entry.articles});
    auto groups = decode_copy_groups(read_file(file), sizes);
    if (!groups) damaged(file, "is damaged or does not fit its segments");
    copies = std::make_shared<const CopyGroups>(*std::move(groups));
  }

  void read_speaker_links(const std::filesystem::path& folder, const Impl* before) {
    const std::string& name = manifest.live.speakers;
    if (before && before->manifest.live.name == manifest.live.name && before->manifest.live.speakers == name) {
      speaker_links = before->speaker_links;
      return;
    }
    speaker_links = std::make_shared<SpeakerLinks>();
    if (name.empty()) return;
    auto links = decode_speaker_links(read_file(folder / name));
    if (!links) damaged(folder / name, "is damaged");
    speaker_links = std::make_shared<const SpeakerLinks>(*std::move(links));
  }

  void read_names(const std::filesystem::path& folder, const Impl* before) {
    std::string alias_rows = read_rows(folder, manifest.live.aliases);
    std::string source_rows = read_rows(folder, manifest.live.sources);
    if (before && before->names->has(alias_rows, source_rows))
      names = before->names;
    else
      names = std::make_shared<NameTables>(std::move(alias_rows), std::move(source_rows));
  }

  std::unique_ptr<Lease::Handles> open_handles() const {
    return translating_errors("opening " + archive.string(), [&] {
      auto handles = std::make_unique<Lease::Handles>();
      for (const Segment& segment : segments) {
        Xapian::Database database((segment.directory / database_name).string(), Xapian::DB_BACKEND_GLASS);
        if (database.get_doccount() != segment.size())
          damaged(segment.directory / database_name, "has another number of articles");
        handles->all.add_database(database);
        handles->segments.push_back(std::move(database));
      }
      return handles;
    });
  }

  std::filesystem::path archive;
  FileIdentity identity;
  Manifest manifest;
  std::vector<Segment> segments;
  std::shared_ptr<const CopyGroups> copies;
  std::uint32_t live_articles = 0;
  std::shared_ptr<NameTables> names;
  std::shared_ptr<const SpeakerLinks> speaker_links;

  mutable std::mutex mutex;  // of the pool
  mutable std::vector<std::unique_ptr<Lease::Handles>> pool;

  // The newest state. Damage is believed only when the manifest that led to it still stands.
  static std::unique_ptr<Impl> open(const std::filesystem::path& archive, const Impl* before) {
    for (int attempt = 1;; ++attempt) {
      const FileIdentity tried = identify(archive / manifest_name);
      try {
        return std::make_unique<Impl>(archive, before);
      } catch (const Error&) {
        if (attempt == most_attempts || identify(archive / manifest_name) == tried) throw;
      }
    }
  }
};

std::shared_ptr<const Snapshot> Snapshot::open(const std::filesystem::path& archive) {
  return std::shared_ptr<const Snapshot>(new Snapshot(Impl::open(archive, nullptr)));
}

std::shared_ptr<const Snapshot> Snapshot::open(const std::filesystem::path& archive,
                                               const GenerationEntry& generation) {
  return std::shared_ptr<const Snapshot>(new Snapshot(std::make_unique<Impl>(archive, generation)));
}

std::shared_ptr<const Snapshot> Snapshot::refresh(std::shared_ptr<const Snapshot> current) {
  const Impl& before = *current->impl_;
  if (identify(before.archive / manifest_name) == before.identity) return current;
  return std::shared_ptr<const Snapshot>(new Snapshot(Impl::open(before.archive, &before)));
}

Snapshot::Snapshot(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Snapshot::~Snapshot() = default;

const std::filesystem::path& Snapshot::archive() const { return impl_->archive; }
const std::string& Snapshot::generation() const { return impl_->manifest.live.name; }
const std::vector<Segment>& Snapshot::segments() const { return impl_->segments; }
std::uint32_t Snapshot::articles() const { return impl_->live_articles; }
const CopyGroups& Snapshot::copies() const { return *impl_->copies; }
const SpeakerLinks& Snapshot::speaker_links() const { return *impl_->speaker_links; }
const text::AliasTable& Snapshot::aliases() const { return impl_->names->aliases(); }
const text::SourceTable& Snapshot::sources() const { return impl_->names->sources(); }
int Snapshot::format_version() const { return archive_format; }
std::vector<std::string> Snapshot::features() const { return impl_->manifest.features; }
bool Snapshot::is_begun() const { return impl_->manifest.is_begun(); }
std::uint32_t Snapshot::learnt_from() const { return impl_->manifest.live.learnt_from; }
const std::string& Snapshot::analysis() const { return impl_->manifest.live.analysis; }
std::uint64_t Snapshot::commit() const { return impl_->manifest.commit; }

Snapshot::Lease Snapshot::lease() const {
  {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->pool.empty()) {
      auto handles = std::move(impl_->pool.back());
      impl_->pool.pop_back();
      return Lease(*this, std::move(handles));
    }
  }
  return Lease(*this, impl_->open_handles());
}

Snapshot::Lease::Lease(const Snapshot& owner, std::unique_ptr<Handles> handles)
    : owner_(&owner), handles_(std::move(handles)) {}
Snapshot::Lease::Lease(Lease&&) noexcept = default;

Snapshot::Lease::~Lease() {
  if (!handles_) return;  // moved from
  const std::lock_guard lock(owner_->impl_->mutex);
  owner_->impl_->pool.push_back(std::move(handles_));
}

const Xapian::Database& Snapshot::Lease::segment(std::size_t at) const { return handles_->segments[at]; }
const Xapian::Database& Snapshot::Lease::all() const { return handles_->all; }

}  // namespace dateline::schema
