// Writing an archive: adding, replacing and removing articles, and building it anew.
//
//   auto indexer = dateline::Indexer::open("news.dateline");
//   auto summary = indexer.add_paths({"articles/"});
//   indexer.commit();
//
// One writer at a time: while an Indexer is open, a second one for the same archive (in this or another
// process) throws archive_locked. Searches go on undisturbed.
// Threads: call an Indexer from one thread at a time; it uses several threads inside.
// What is added becomes visible, and durable, with commit(). Destroying an Indexer without commit()
// drops what was added since the last one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "dateline/error.hpp"
#include "dateline/export.hpp"
#include "dateline/log.hpp"

namespace dateline {

// How an input is read.
enum class InputFormat : std::uint8_t { detect, text, html, jsonl, csv, rss, warc, mbox };

// A format and how people name it.
struct InputFormatName {
  InputFormat format;   // never `detect`
  std::string name;     // "jsonl": as --input takes it, and archives record it
  std::string meaning;  // half a sentence
};

// One row a format, in the order in which they are tried; InputFormat::detect has none.
DATELINE_API std::vector<InputFormatName> input_formats();

// What became of one input or article.
enum class Outcome : std::uint8_t { added, updated, unchanged, removed, rejected };

// The outcome of one input or article.
struct ReportEntry {
  std::string input;                 // path, with "/member" or ":line" where one input holds many articles
  std::string id;                    // empty when rejected before an article was made
  Outcome outcome = Outcome::added;  // what became of it
  std::string reason;                // of a rejection or repair, one sentence
};

// How far a run has come.
struct Progress {
  std::size_t articles = 0;      // read so far
  std::uint64_t bytes = 0;       // of input, read so far
  std::size_t inputs_done = 0;   // files, or bytes from a program
  std::size_t inputs_total = 0;  // 0 while not known
  // Of the files that were given, as they are on disk; 0 while not known. What is packed is more once it is read.
  std::uint64_t bytes_total = 0;
  std::string stage;  // "learning", "reading", "writing"; of a rehearsal "comparing"
};

// How inputs are read and written.
struct IndexOptions {
  InputFormat input = InputFormat::detect;       // how every input is read
  std::optional<std::string> source;             // publisher of everything added; wins over what is found
  std::optional<std::string> language;           // BCP 47; wins over what is detected
  std::string collection;                        // scope of given ids
  bool replace = false;                          // let a key from another input replace the article it names
  bool prune = false;                            // remove articles whose input under the given paths has gone
  bool as_given = false;                         // structured input is clean: no reading, no speakers, no copies
  bool strict = false;                           // stop at the first rejection
  bool api_writer = false;                       // by the engine's own writer: slower, the same articles and answers
  unsigned threads = 0;                          // 0: all cores
  std::uint64_t memory = 1ull << 30;             // bound on buffers, bytes
  std::optional<std::filesystem::path> aliases;  // rows of speaker aliases that win over the built-in ones
  std::optional<std::filesystem::path> source_table;  // rows of sources that win over the built-in ones
  std::function<void(const ReportEntry&)> on_report;  // called for every outcome, from one thread at a time
  std::function<bool(const Progress&)> on_progress;   // return false to cancel
  OnLog on_log;  // told what was opened, learnt and committed (info), each stage (debug) and rejections (warning)
};

// A part of a run: "learning", "reading", "closing segments", "merging", "linking speakers", "finding copies",
// "checking". Reading, quotations, analysis and inversion go on at the same time, on all threads: they are "reading".
struct StageTime {
  std::string stage;   // its name
  double seconds = 0;  // by the clock on the wall
};

// What a run did.
struct IndexSummary {
  std::size_t added = 0;           // Outcome::added, counted; the next ones likewise
  std::size_t updated = 0;         // Outcome::updated
  std::size_t unchanged = 0;       // Outcome::unchanged
  std::size_t removed = 0;         // Outcome::removed
  std::size_t rejected = 0;        // Outcome::rejected
  std::size_t articles = 0;        // in the archive afterwards
  std::uint64_t bytes = 0;         // of input read
  double seconds = 0;              // from its begin to the last commit
  std::vector<StageTime> stages;   // in order
  std::vector<std::string> notes;  // sentences for a person, e.g. that `reindex` would apply newer rules
};

// What a program knows of a scraped document. What is left out is as the IndexOptions have it.
struct RawHints {
  std::string name = {};                     // stands for its path
  InputFormat input = InputFormat::detect;   // how it is read
  std::optional<std::string> source = {};    // its publisher; wins over what is found
  std::optional<std::string> language = {};  // BCP 47; wins over what is detected
};

// An archive that is open for writing.
class DATELINE_API Indexer {
 public:
  // Opens the archive for writing, making it when the directory does not exist or is empty; what was made is removed
  // again when nothing is committed.
  // Throws archive_locked, archive_foreign, format_unknown, archive_damaged or io_failure.
  static Indexer open(const std::filesystem::path& directory, IndexOptions options = {});

  // What was moved from can be assigned to and destroyed, no more.
  Indexer(Indexer&&) noexcept;
  // Drops what it had that was not committed, as the destructor does.
  Indexer& operator=(Indexer&&) noexcept;
  ~Indexer();

  // Files and folders (recursively, in a stable order; hidden files are left out). "-" is standard input.
  // Rejections are reported and counted, never thrown (but see IndexOptions::strict). Commits at the end, and not when
  // all that there was to add was rejected.
  IndexSummary add_paths(const std::vector<std::string>& paths);

  // An article that the caller has as fields: stored as given, `body` split at blank lines. Its key is its
  // id, else its url, else its content; one with the same key is replaced. Returns the id. Throws invalid_request, and
  // adds nothing, for an article that contradicts itself, such as with a quotation beyond its body.
  std::string add(const Article& article);

  // One scraped document (or many: a feed, a JSONL file), read as a file would be; what has the same key is replaced.
  // `name` stands for its path. Returns what became of each article, and does not tell on_report.
  std::vector<ReportEntry> add_raw(std::string_view bytes, const std::string& name);
  // The same with more that is known of it.
  std::vector<ReportEntry> add_raw(std::string_view bytes, const RawHints& hints);

  // Removes the article with that id as shown in answers; whether there was one.
  bool remove(std::string_view id);

  // Makes everything since the last commit visible and durable; nothing of it when it throws. Then, as when add() threw
  // anything but invalid_request, this Indexer is of no more use: open another. Once in many commits small segments are
  // merged behind it, on threads of the Indexer, while more is added; add_paths() and the destructor wait for that,
  // which may take seconds. When it cannot be done, on_log is told, and a later commit tries again.
  void commit();

  // What an input would become, without an archive.
  static std::vector<Article> inspect(std::string_view bytes, const std::string& name, const IndexOptions& options,
                                      std::vector<ReportEntry>& rejected);

 private:
  struct Impl;
  explicit Indexer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Builds a new generation beside the live one and publishes it atomically. Without paths: from the recorded
// inputs, and from the stored articles where an input has gone. Searches go on meanwhile; a failure or an
// interruption leaves the live generation as it was.
DATELINE_API IndexSummary reindex(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                                  IndexOptions options);

// What reindex() would make of the archive, without a lock and without writing: how many articles would be added,
// updated (some fact of them is another by today's rules) or removed; `notes` say which facts, `on_report` each
// article's.
DATELINE_API IndexSummary rehearse_reindex(const std::filesystem::path& directory,
                                           const std::vector<std::string>& paths, IndexOptions options);

// What a compaction gained.
struct CompactSummary {
  std::uint64_t bytes_before = 0;  // of the archive's folder on the disk
  std::uint64_t bytes_after = 0;   // ... when it was done
  std::size_t articles = 0;        // that it has
};

// Rewrites the archive's segments as one, without what was replaced or removed, from the stored articles: it becomes
// smaller and is searched faster. `drop_previous`: the generation before the last reindex is removed too, and there is
// no way back to it. Returns what the archive's folder took on the disk before, and takes now.
DATELINE_API CompactSummary compact(const std::filesystem::path& directory, bool drop_previous = false,
                                    unsigned threads = 0);

// Makes the generation before the last reindex live again. Throws invalid_request when there is none.
DATELINE_API void rollback(const std::filesystem::path& directory);

}  // namespace dateline
