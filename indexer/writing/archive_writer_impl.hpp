// What an ArchiveWriter has and does. Its parts: opening, and what is added and removed (archive_writer.cpp); a
// generation that takes several runs (unfinished_generation.cpp); committing, and merging behind it (committing.cpp).
#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/writing/archive_lock.hpp"
#include "indexer/writing/archive_writer.hpp"
#include "indexer/writing/background_merge.hpp"
#include "indexer/writing/committed_articles.hpp"
#include "indexer/writing/kept_files.hpp"
#include "indexer/writing/new_segments.hpp"
#include "indexer/writing/pending_articles.hpp"
#include "indexer/writing/publication.hpp"
#include "indexer/writing/stage_times.hpp"
#include "schema/manifest.hpp"

namespace dateline::indexer {

namespace fs = std::filesystem;

// "1 article", "2 articles"
std::string counted(std::size_t number, const char* what);

struct ArchiveWriter::Impl {
  Impl(const fs::path& path, const WriterOptions& writer_options, bool folder_is_ours);
  ~Impl();

  // ---- opening and closing ----

  void remove_archive() noexcept;
  void continue_generation();
  void start_generation();
  void remove_leftovers() noexcept;

  fs::path folder() const { return archive / next.live.name; }
  fs::path next_segment_folder() { return folder() / schema::numbered("seg", ++next.segments_made); }
  BuilderOptions builder_options() const { return {options.threads, options.writer}; }

  // ---- articles ----

  void add(schema::StoredArticle article);
  bool remove(std::uint64_t key);
  bool has_changes() const;

  // ---- a generation that takes several runs ----

  bool resume(const std::string& built_from);
  void take_up_building();
  void continue_building();
  void checkpoint();

  // ---- committing, and merging behind it ----

  enum class Waiting : std::uint8_t { none, for_merge };

  void commit();
  void publish(Merging merging, Waiting waiting = Waiting::none);
  std::vector<Part> all_parts();
  void give_up_resuming();
  void link_new(std::vector<Part>& parts);
  void write_copies(const std::vector<Part>& parts);
  std::vector<fs::path> write_parts(std::vector<Part>& parts);
  void verify(std::size_t expected);
  void go_on();

  void begin_to_merge();
  void adopt_merged(std::vector<Part>& parts);
  void give_up_merging(const std::exception& failure);
  void finish_merging();
  void finish_merging_at_the_end() noexcept;

  // Runs what leaves the writer unusable when it fails half-way. In archive_writer.cpp.
  template <class Work>
  void attempt(Work&& work);

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

}  // namespace dateline::indexer
