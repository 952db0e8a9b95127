// Understood articles become a new state of the archive on disk. One writer at a time; readers are never disturbed.
//
// Call order: open, any number of add/remove, commit; again and again. Without commit nothing changes, and an archive
// that was not there before is not there after. After an add or commit that threw anything but invalid_request the
// writer is of no more use: open a new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/log.hpp"
#include "indexer/writing/input_table.hpp"
#include "indexer/writing/segment_builder.hpp"
#include "schema/snapshot.hpp"
#include "schema/stored_article.hpp"

namespace dateline {
struct StageTime;
}

namespace dateline::indexer {

// What the live archive holds under a key.
struct Known {
  std::uint64_t content_hash = 0;
  std::string input;  // with member
  std::string id;
};

struct WriterOptions {
  unsigned threads = 0;
  std::uint64_t memory = 1ull << 30;
  bool new_generation = false;  // reindex: start empty beside the live one; commit publishes it
  DatabaseWriter writer = DatabaseWriter::bulk;
  OnLog on_log = {};
};

class ArchiveWriter {
 public:
  // Takes the archive's lock (archive_locked names its holder's process), makes the archive when there is none. Throws
  // archive_foreign for a folder that holds something else, format_unknown, archive_damaged or io_failure.
  static ArchiveWriter open(const std::filesystem::path& archive, const WriterOptions& options);
  ArchiveWriter(ArchiveWriter&&) noexcept;
  ArchiveWriter& operator=(ArchiveWriter&&) noexcept;
  ~ArchiveWriter();

  // With the rows of names by which articles are read: what readers see, or what a first index had begun.
  std::shared_ptr<const schema::Snapshot> snapshot() const;

  std::optional<Known> find(std::uint64_t key_hash) const;                       // live, or added since the last commit
  std::optional<std::uint64_t> find_id(std::string_view shown_id) const;         // key hash
  std::optional<schema::StoredArticle> committed(std::uint64_t key_hash) const;  // live, as answers show it

  // Replaces the article with the same key. Analysis and inversion run on the writer's threads. Thread: one at a time.
  // Throws invalid_request, and changes nothing, for an article that schema::inconsistency() objects to.
  void add(schema::StoredArticle article);
  bool remove(std::uint64_t key_hash);

  // Recorded inputs of the live generation, and changes to them. With new_generation, until its commit: those of the
  // generation that it will replace, untouched by record_input and forget_input, which make the new generation's table
  // from nothing.
  const InputTable& inputs() const;
  void record_input(InputStamp stamp);  // replaces the one with the same root and input
  void forget_input(std::string_view root, std::string_view input);
  std::vector<std::uint64_t> keys_of_input(std::string_view input) const;  // key hashes of its live articles

  // Rows kept in the archive so that searching knows them; empty keeps what is there.
  void set_aliases(std::string tsv);
  void set_source_table(std::string tsv);

  std::string rules_of_names() const;  // both, to be compared

  // What was learnt when this generation was built, as RecurringLines encodes it; empty: nothing was.
  const std::string& recurring() const;
  void set_recurring(std::string encoded, std::uint32_t learnt_from);  // so many articles

  std::size_t begun() const;  // articles that a writer of an archive that held nothing left behind a checkpoint

  // With new_generation, before anything is added: goes on with what an earlier writer built from the same, when it did
  // not end. `built_from` stands for everything that decides what is built. False: there is nothing of that kind, and
  // all is built.
  bool resume(const std::string& built_from);
  // What was added since the last one is durable, and not visible: resume() will find it, or, in an archive that holds
  // nothing yet, the next writer, whose commit makes it visible.
  void checkpoint();
  bool can_checkpoint() const;  // else there is a generation to which articles are added
  // Articles since the last checkpoint or commit.
  std::size_t uncommitted() const;
  // With new_generation: inputs that are built already.
  const InputTable& built_inputs() const;

  // Visible and durable when it returns. A failure leaves the archive as it was. A new generation is compared with its
  // checksums first, checked by Xapian, and asked what the one before answered (probes.hpp); throws archive_damaged
  // when it is not sound. Small segments are merged behind it: a later commit takes what that made, and who closes the
  // writer waits for it. When it fails, a warning says so, and a later commit tries again.
  void commit();
  void finish_merging();  // waits, and commits what was merged, and what there is beside it
  // What the new generation answers otherwise than the one before: sentences. Of the last commit.
  const std::vector<std::string>& differences() const;
  // What commits took since this was asked.
  std::vector<StageTime> take_stages();

  // A commit that leaves one segment without masked articles, all of it by today's analysis. `drop_previous`: the
  // generation before the last reindex is removed too.
  void compact(bool drop_previous);

  std::uint32_t articles() const;         // live, with what was added
  std::uint32_t articles_before() const;  // live ones of the generation that a new one will replace; else as articles()
  // Every live stored article that was committed, for reindexing from the archive itself. With new_generation, until
  // its commit: those of the generation that it will replace.
  void for_each_stored(const std::function<bool(const schema::StoredArticle&)>& each) const;

 private:
  struct Impl;
  explicit ArchiveWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Makes the generation before the last reindex live again.
void rollback(const std::filesystem::path& archive);

}  // namespace dateline::indexer
