#include "indexer/writing/archive_writer.hpp"

#include <algorithm>
#include <utility>

#include "dateline/error.hpp"
#include "indexer/writing/archive_folder.hpp"
#include "indexer/writing/archive_lock.hpp"
#include "indexer/writing/background_merge.hpp"
#include "indexer/writing/committed_articles.hpp"
#include "indexer/writing/copies.hpp"
#include "indexer/writing/damage.hpp"
#include "indexer/writing/kept_files.hpp"
#include "indexer/writing/merge_policy.hpp"
#include "indexer/writing/new_segments.hpp"
#include "indexer/writing/pending_articles.hpp"
#include "indexer/writing/probes.hpp"
#include "indexer/writing/publication.hpp"
#include "indexer/writing/speaker_linking.hpp"
#include "indexer/writing/stage_times.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "text/analyzer.hpp"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

template <class Work>
auto translating_file_errors(Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const fs::filesystem_error& error) {
    schema::fail_writing(error.path1(), error.code().value());
  }
}

enum class Waiting : std::uint8_t { none, for_merge };

// More than a merge leaves: whoever commits faster than segments are merged waits.
constexpr std::size_t segments_to_wait_at = 5 * most_segments;

std::string counted(std::size_t number, const char* what) {
  return std::to_string(number) + ' ' + what + (number == 1 ? "" : "s");
}

}  // namespace

struct ArchiveWriter::Impl {
  Impl(const fs::path& path, const WriterOptions& writer_options, bool folder_is_ours)
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

  ~Impl() {
    made.clear();
    finish_merging_at_the_end();
    merge.reset();
    remove_leftovers();
    if (made_archive && !was_committed) remove_archive();
  }

  // Who failed before the first commit has made no archive.
  void remove_archive() noexcept {
    std::error_code ignored;
    fs::remove_all(archive / published.live.name, ignored);
    fs::remove(archive / schema::manifest_name, ignored);
    fs::remove(archive / (std::string(schema::manifest_name) + schema::spare_ending), ignored);
    fs::remove(archive / schema::lock_name, ignored);
    if (made_folder) fs::remove(archive, ignored);
  }

  void continue_generation() {
    if (published.is_begun()) {
      next.live = *published.building;
      committed.emplace(schema::Snapshot::open(archive, next.live));
    } else {
      committed.emplace(snapshot);
    }
    kept = KeptFiles::read(archive, next.live);
  }

  // Beside the live one, from nothing but the rows that a user gave.
  void start_generation() {
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
  void remove_leftovers() noexcept {
    try {
      remove_unnamed(archive, failed ? schema::read_manifest(archive) : published,
                     merge ? merge->folder().filename().string() : std::string());
    } catch (const std::exception&) {
    }
  }

  fs::path folder() const { return archive / next.live.name; }
  fs::path next_segment_folder() { return folder() / schema::numbered("seg", ++next.segments_made); }

  void add(schema::StoredArticle article) {
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

  bool remove(std::uint64_t key) {
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
  void attempt(Work&& work) {
    if (failed)
      throw Error(ErrorCode::io_failure, "an earlier failure ended this writer of " + archive.string(),
                  "Open the archive for writing again; what was committed is there.");
    failed = true;
    translating_file_errors(work);
    failed = false;
  }

  bool has_changes() const {
    return !made.empty() || masked_committed || kept.has_changes() || replaced || published.is_begun();
  }

  // ---- telling ----

  void log(LogLevel level, const std::string& message) const {
    if (options.on_log) options.on_log({level, archive.string() + ": " + message});
  }

  std::string figures() const {
    return counted(snapshot->articles(), "article") + " in " + counted(snapshot->segments().size(), "segment");
  }

  template <class Work>
  auto stage(const char* name, Work&& work) {
    log(LogLevel::debug, name);
    return stages.measure(name, std::forward<Work>(work));
  }

  // ---- a generation in the making ----

  bool resume(const std::string& built_from) {
    next.building_from = built_from;
    if (!published.building || published.building_from != built_from) return false;
    fs::remove_all(folder());
    next.live = *published.building;
    kept = KeptFiles::read(archive, next.live);
    continue_building();
    return true;
  }

  void continue_building() {
    committed.emplace(schema::Snapshot::open(archive, next.live));
    kept.settle(folder(), next.live);
  }

  // As a commit, but that the manifest names it as unfinished. Nothing is merged and no copies are looked for: that is
  // done once, at the end.
  void checkpoint() {
    ++next.commit;
    std::vector<Part> parts = all_parts();
    const std::vector<fs::path> written = write_parts(parts);
    schema::Manifest unfinished = published;
    unfinished.commit = next.commit;
    unfinished.segments_made = next.segments_made;
    unfinished.generations_made = next.generations_made;
    unfinished.building = next.live;
    unfinished.building_from = next.building_from;
    schema::write_manifest(archive, unfinished, written);
    published = unfinished;
    was_committed = true;
    pending.clear();
    masked_committed = false;
    continue_building();
    log(LogLevel::info, "so much of " + next.live.name + " is built that an interruption leaves " +
                            counted(committed->live(), "article"));
  }

  // Asked before anybody searches it.
  void verify(std::size_t expected) {
    IntegrityReport counted;
    const OnIntegrityProgress none;
    const std::vector<DamagedFile> damaged = DamageFinder(archive, counted, none).in(next.live);
    const auto built = damaged.empty() ? schema::Snapshot::open(archive, next.live) : nullptr;
    if (!built || built->articles() != expected)
      throw Error(ErrorCode::archive_damaged,
                  "the new generation is not sound: " +
                      (built ? std::to_string(built->articles()) + " articles where " + std::to_string(expected) +
                                   " were written"
                             : path_of(next.live.name, damaged.front()) + " " + damaged.front().what),
                  "The live one is untouched. Look at the disk and its space, and run `dateline reindex` again.");
    differences = compare_answers(*snapshot, *built);
  }

  BuilderOptions builder_options() const { return {options.threads, options.writer}; }

  // ---- committing ----

  // What was added is visible and durable before segments are merged, which may take long, and goes on behind it. A new
  // generation is published once, as it shall be.
  void commit() {
    may_merge = true;
    publish(replaced ? Merging::by_policy : Merging::none);
    begin_to_merge();
    if (next.live.segments.size() > segments_to_wait_at) finish_merging();
  }

  void begin_to_merge() {
    if (merge || !may_merge) return;
    try {
      std::vector<Part> chosen = parts_to_merge(all_parts());
      if (!chosen.empty()) merge.emplace(std::move(chosen), folder(), builder_options(), next_segment_folder());
    } catch (const std::exception& failure) {
      give_up_merging(failure);
    }
  }

  // The articles are safe where they are: the next commit tries again.
  void give_up_merging(const std::exception& failure) {
    merge.reset();
    may_merge = false;
    log(LogLevel::warning, std::string("segments were not merged: ") + failure.what());
  }

  // Until all is as the policy has it. Nothing but that is published.
  void finish_merging() {
    while (merge) {
      publish(Merging::none, Waiting::for_merge);
      begin_to_merge();
    }
  }

  // What was added or removed since the last commit is dropped.
  void finish_merging_at_the_end() noexcept {
    if (!merge || failed) return;
    failed = true;
    try {
      next.live = published.live;
      go_on();
      finish_merging();
      failed = false;
    } catch (const std::exception& failure) {
      give_up_merging(failure);
    }
  }

  void adopt_merged(std::vector<Part>& parts) {
    try {
      merge->adopt(parts);
      merge.reset();
    } catch (const std::exception& failure) {
      give_up_merging(failure);
    }
  }

  // Everything is on the disk before the manifest that names it.
  void publish(Merging merging, Waiting waiting = Waiting::none) {
    ++next.commit;
    next.building.reset();
    differences.clear();
    const std::size_t expected = committed->live() + pending.size();
    std::vector<Part> parts = stage("closing segments", [&] { return all_parts(); });
    if (merging == Merging::as_one) merge.reset();
    if (merge && (waiting == Waiting::for_merge || merge->is_done())) stage("merging", [&] { adopt_merged(parts); });
    stage("merging",
          [&] { merge_parts(parts, merging, folder(), builder_options(), [this] { return next_segment_folder(); }); });
    give_up_resuming();
    stage("linking speakers", [&] { link_new(parts); });
    stage("finding copies", [&] { write_copies(parts); });
    if (next.live.segments.empty() || merging == Merging::as_one) next.live.analysis = text::analysis_version();
    const std::vector<fs::path> written = write_parts(parts);
    if (replaced) stage("checking", [&] { verify(expected); });
    stage("syncing", [&] { schema::write_manifest(archive, next, written); });
    go_on();
  }

  // Linking writes columns anew in segments that an unfinished generation may have: killed from here on, it would be
  // resumed with files that are not those of its manifest.
  void give_up_resuming() {
    if (!published.building) return;
    published.building.reset();
    schema::write_manifest(archive, published);
  }

  // What stands beside the segments, and all that the generation's entry says. Returns what has to be on the disk
  // before the manifest.
  std::vector<fs::path> write_parts(std::vector<Part>& parts) {
    std::vector<fs::path> written;
    for (const Part& part : parts)
      if (!is_in(published.live, part))
        for (fs::path& path : schema::tree_of(folder() / part.entry.name)) written.push_back(std::move(path));
    const std::string live_file = schema::numbered("live", next.commit);
    const std::string bitmaps = describe_live(parts, live_file);
    if (!bitmaps.empty()) schema::write_unsynced(folder() / live_file, bitmaps);
    kept.write_changes(folder(), next.commit, next.live);
    next.live.segments.clear();
    for (Part& part : parts) next.live.segments.push_back(std::move(part.entry));
    for (fs::path& file : record_loose_files(folder(), next.live)) written.push_back(std::move(file));
    written.push_back(folder());
    written.push_back(archive);
    return written;
  }

  // Decided by the first articles of a generation; whoever is quoted later is called as was decided then.
  void link_new(std::vector<Part>& parts) {
    const bool first_articles = replaced || published.live.segments.empty();
    std::optional<schema::SpeakerLinks> decided;
    if (first_articles) {
      decided = link_speakers(parts, folder(), kept.alias_table());
      next.live.speakers = decided->empty() ? std::string() : schema::numbered("speakers", next.commit);
      if (!decided->empty()) schema::write_unsynced(folder() / next.live.speakers, schema::encode(*decided));
    }
    const schema::SpeakerLinks& links = decided ? *decided : snapshot->speaker_links();
    if (links.empty()) return;
    for (Part& part : parts)
      if (!is_in(published.live, part)) apply_links(links, folder(), part.entry);
  }

  static bool is_in(const schema::GenerationEntry& generation, const Part& part) {
    return std::any_of(generation.segments.begin(), generation.segments.end(),
                       [&](const schema::SegmentEntry& entry) { return entry.name == part.entry.name; });
  }

  // A new file only when some place in it is another: most commits bring no copies and merge nothing.
  void write_copies(const std::vector<Part>& parts) {
    CopiesBefore before;
    if (!replaced && !published.live.segments.empty() && next.live.copies) before.snapshot = snapshot.get();
    before.is_new = [this](std::uint64_t key) { return pending.find(key).has_value(); };
    const std::string groups = describe_copies(find_copies(parts, folder(), before), parts);
    const std::string published_file = next.live.copies.value_or("");
    if (!published_file.empty() && schema::read_file(folder() / published_file) == groups) return;
    next.live.copies = groups.empty() ? std::string() : schema::numbered("copies", next.commit);
    if (!groups.empty()) schema::write_unsynced(folder() / *next.live.copies, groups);
  }

  std::vector<Part> all_parts() {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < next.live.segments.size(); ++i)
      parts.push_back({next.live.segments[i], committed->live_bitmaps()[i]});
    for (Part& part : made.take()) parts.push_back(std::move(part));
    return parts;
  }

  // From the state that was just published.
  void go_on() {
    published = next;
    snapshot = schema::Snapshot::refresh(snapshot);
    pending.clear();
    masked_committed = false;
    replaced.reset();
    committed.emplace(snapshot);
    kept.settle(folder(), published.live);
    remove_leftovers();
  }

  const fs::path archive;
  const WriterOptions options;
  const ArchiveLock lock;
  const bool made_folder, made_archive;  // by this writer
  bool was_committed = false;            // or a checkpoint was
  schema::Manifest published;
  schema::Manifest next;  // what the next commit publishes

  std::shared_ptr<const schema::Snapshot> snapshot;  // of the live generation

  // The generation that is written: the live one, or a new one beside it.
  std::optional<CommittedArticles> committed;
  KeptFiles kept;
  bool masked_committed = false;
  PendingArticles pending;
  NewSegments made;

  // The live generation, while a new one is made that will replace it.
  struct Replaced {
    Replaced(std::shared_ptr<const schema::Snapshot> pinned, KeptFiles kept_files)
        : articles(std::move(pinned)), files(std::move(kept_files)) {}
    CommittedArticles articles;
    KeptFiles files;
  };
  std::optional<Replaced> replaced;

  std::vector<std::string> differences;
  StageTimes stages;
  std::optional<BackgroundMerge> merge;  // of published segments
  bool may_merge = true;                 // until one failed, in this commit

  bool failed = false;
};

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
