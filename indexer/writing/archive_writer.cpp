#include "indexer/writing/archive_writer.hpp"

#include <utility>

#include "dateline/error.hpp"
#include "indexer/writing/archive_folder.hpp"
#include "indexer/writing/archive_writer_impl.hpp"
#include "schema/files.hpp"

namespace dateline::indexer {
namespace {

template <class Work>
auto translating_file_errors(Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const fs::filesystem_error& error) {
    schema::fail_writing(error.path1(), error.code().value());
  }
}

}  // namespace

std::string counted(std::size_t number, const char* what) {
  return std::to_string(number) + ' ' + what + (number == 1 ? "" : "s");
}

ArchiveWriter::Impl::Impl(const fs::path& path, const WriterOptions& writer_options, bool folder_is_ours)
    : archive(path),
      options(writer_options),
      lock(path),
      made_folder(folder_is_ours),
      made_archive(!fs::exists(path / schema::manifest_name)),
      published(load_or_create_manifest(path)),
      next(published),
      snapshot(schema::Snapshot::open(path)),
      made(builder_options(), options.memory / 4, [this] { return next_segment_folder(); }) {
  remove_leftovers();
  if (options.new_generation)
    start_generation();
  else
    continue_generation();
}

ArchiveWriter::Impl::~Impl() {
  made.clear();
  finish_merging_at_the_end();
  merge.reset();
  remove_leftovers();
  if (made_archive && !was_committed) remove_archive();
}

// Who failed before the first commit has made no archive.
void ArchiveWriter::Impl::remove_archive() noexcept {
  std::error_code ignored;
  fs::remove_all(archive / published.live.name, ignored);
  fs::remove(archive / schema::manifest_name, ignored);
  fs::remove(archive / (std::string(schema::manifest_name) + schema::spare_ending), ignored);
  fs::remove(archive / schema::lock_name, ignored);
  if (made_folder) fs::remove(archive, ignored);
}

void ArchiveWriter::Impl::continue_generation() {
  if (published.is_begun()) return take_up_building();
  committed.emplace(snapshot);
  kept = KeptFiles::read(archive, published.live);
}

// Beside the live one, from nothing but the rows that a user gave.
void ArchiveWriter::Impl::start_generation() {
  replaced.emplace(snapshot, KeptFiles::read(archive, published.live));
  committed.emplace(nullptr);
  kept = KeptFiles::rows_of(replaced->files);
  if (!schema::holds_nothing(published.live)) next.previous = published.live;
  next.live = schema::GenerationEntry();
  next.live.name = schema::numbered("gen", ++next.generations_made);
  fs::create_directories(archive / next.live.name);
}

// What cannot be removed now the next writer removes. Who failed may have published all the same, when the manifest
// had its name already.
void ArchiveWriter::Impl::remove_leftovers() noexcept {
  try {
    remove_unnamed(archive, failed ? schema::read_manifest(archive) : published,
                   merge ? merge->folder().filename().string() : std::string());
  } catch (const std::exception&) {
  }
}

void ArchiveWriter::Impl::add(schema::StoredArticle article) {
  const std::uint64_t key = schema::hash64(article.key);
  Pending added;
  added.known.content_hash = article.content_hash;
  added.known.input = article.input + article.member;
  added.known.id = article.id.empty() ? schema::hex16(key) : article.id;
  const std::string input = article.input;
  remove(key);
  added.place = made.add(std::move(article));
  pending.add(key, added, input);
}

bool ArchiveWriter::Impl::remove(std::uint64_t key) {
  if (const auto found = pending.find(key)) {
    made.mask(found->place);
    pending.remove(key);
    return true;
  }
  const bool removed = committed->mask(key);
  masked_committed = masked_committed || removed;
  return removed;
}

// Runs what leaves the writer unusable when it fails half-way.
template <class Work>
void ArchiveWriter::Impl::attempt(Work&& work) {
  if (failed)
    throw Error(ErrorCode::io_failure, "an earlier failure ended this writer of " + archive.string(),
                "Open the archive for writing again; what was committed is there.");
  failed = true;
  translating_file_errors(work);
  failed = false;
}

bool ArchiveWriter::Impl::has_changes() const {
  return !made.empty() || masked_committed || kept.has_changes() || replaced || published.is_begun();
}

ArchiveWriter ArchiveWriter::open(const fs::path& archive, const WriterOptions& options) {
  return translating_file_errors([&] {
    const bool was_there = fs::exists(archive);
    prepare_folder(archive);
    ArchiveWriter writer(std::make_unique<Impl>(archive, options, !was_there));
    writer.impl_->log(LogLevel::info, "opened for writing, with " + writer.impl_->figures());
    return writer;
  });
}

ArchiveWriter::ArchiveWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ArchiveWriter::ArchiveWriter(ArchiveWriter&&) noexcept = default;
ArchiveWriter& ArchiveWriter::operator=(ArchiveWriter&&) noexcept = default;
ArchiveWriter::~ArchiveWriter() = default;

std::shared_ptr<const schema::Snapshot> ArchiveWriter::snapshot() const {
  return impl_->published.is_begun() ? impl_->committed->snapshot() : impl_->snapshot;
}

std::optional<Known> ArchiveWriter::find(std::uint64_t key_hash) const {
  if (auto found = impl_->pending.find(key_hash)) return std::move(found->known);
  return impl_->committed->find(key_hash);
}

std::optional<std::uint64_t> ArchiveWriter::find_id(std::string_view shown_id) const {
  if (const auto found = impl_->pending.find_id(shown_id)) return found;
  return impl_->committed->find_id(shown_id);
}

std::optional<schema::StoredArticle> ArchiveWriter::committed(std::uint64_t key_hash) const {
  return impl_->committed->article(key_hash);
}

void ArchiveWriter::add(schema::StoredArticle article) {
  if (const char* what = schema::inconsistency(article))
    throw Error(ErrorCode::invalid_request, "article " + article.id + " cannot be stored: " + what);
  impl_->attempt([&] { impl_->add(std::move(article)); });
}

bool ArchiveWriter::remove(std::uint64_t key_hash) { return impl_->remove(key_hash); }

const InputTable& ArchiveWriter::inputs() const {
  return (impl_->replaced ? impl_->replaced->files : impl_->kept).inputs();
}

void ArchiveWriter::record_input(InputStamp stamp) { impl_->kept.record(std::move(stamp)); }

void ArchiveWriter::forget_input(std::string_view root, std::string_view input) { impl_->kept.forget(root, input); }

std::vector<std::uint64_t> ArchiveWriter::keys_of_input(std::string_view input) const {
  std::vector<std::uint64_t> keys = impl_->committed->keys_of_input(input);
  const auto added = impl_->pending.keys_of_input(std::string(input));
  keys.insert(keys.end(), added.begin(), added.end());
  return keys;
}

void ArchiveWriter::set_aliases(std::string tsv) { impl_->kept.set_aliases(std::move(tsv)); }
void ArchiveWriter::set_source_table(std::string tsv) { impl_->kept.set_sources(std::move(tsv)); }

std::string ArchiveWriter::rules_of_names() const { return impl_->kept.aliases() + '\0' + impl_->kept.sources(); }

const std::string& ArchiveWriter::recurring() const { return impl_->kept.recurring(); }
void ArchiveWriter::set_recurring(std::string encoded, std::uint32_t learnt_from) {
  impl_->kept.set_recurring(std::move(encoded));
  impl_->next.live.learnt_from = learnt_from;
}

bool ArchiveWriter::can_checkpoint() const { return impl_->replaced || schema::holds_nothing(impl_->published.live); }

std::size_t ArchiveWriter::begun() const { return impl_->published.is_begun() ? impl_->committed->live() : 0; }

bool ArchiveWriter::resume(const std::string& built_from) {
  return translating_file_errors([&] { return impl_->resume(built_from); });
}
void ArchiveWriter::checkpoint() {
  impl_->attempt([&] { impl_->checkpoint(); });
}
std::size_t ArchiveWriter::uncommitted() const { return impl_->pending.size(); }
const InputTable& ArchiveWriter::built_inputs() const { return impl_->kept.inputs(); }
const std::vector<std::string>& ArchiveWriter::differences() const { return impl_->differences; }

std::vector<StageTime> ArchiveWriter::take_stages() { return impl_->stages.take(); }

void ArchiveWriter::commit() {
  const bool is_needed = impl_->has_changes() || impl_->failed;
  if (is_needed) impl_->attempt([&] { impl_->commit(); });
  impl_->was_committed = true;
  if (is_needed) impl_->log(LogLevel::info, "committed, with " + impl_->figures());
}

void ArchiveWriter::finish_merging() {
  if (impl_->merge) impl_->attempt([&] { impl_->finish_merging(); });
}

void ArchiveWriter::compact(bool drop_previous) {
  impl_->attempt([&] {
    if (drop_previous) impl_->next.previous.reset();
    impl_->publish(Merging::as_one);
  });
  impl_->was_committed = true;
  impl_->log(LogLevel::info, "compacted, with " + impl_->figures());
}

std::uint32_t ArchiveWriter::articles_before() const {
  return impl_->replaced ? impl_->replaced->articles.live() : articles();
}
std::uint32_t ArchiveWriter::articles() const {
  return impl_->committed->live() + static_cast<std::uint32_t>(impl_->pending.size());
}

void ArchiveWriter::for_each_stored(const std::function<bool(const schema::StoredArticle&)>& each) const {
  (impl_->replaced ? impl_->replaced->articles : *impl_->committed).for_each(each);
}

void rollback(const fs::path& archive) {
  translating_file_errors([&] {
    schema::read_manifest(archive);  // refuses what is no archive, before a lock is left there
    const ArchiveLock lock(archive);
    schema::Manifest manifest = schema::read_manifest(archive);
    if (!manifest.previous)
      throw Error(ErrorCode::invalid_request, archive.string() + " has no generation before the live one",
                  "Only a reindex leaves one.");
    std::swap(manifest.live, *manifest.previous);
    manifest.building.reset();
    ++manifest.commit;
    schema::write_manifest(archive, manifest);
  });
}

}  // namespace dateline::indexer
