// One run of indexing: inputs are read on several threads, and what became of each is decided and counted in order.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "dateline/indexer.hpp"
#include "indexer/input/byte_reader.hpp"
#include "indexer/input_bytes.hpp"
#include "indexer/ordered_workers.hpp"
#include "indexer/raw_article.hpp"
#include "indexer/reading/recurring_lines.hpp"
#include "indexer/rules.hpp"
#include "indexer/walk.hpp"
#include "indexer/writing/archive_writer.hpp"

namespace dateline::indexer {

// What becomes of an input that was read before and has not changed since.
enum class Reading : std::uint8_t { what_changed, everything };

class IndexRun {
 public:
  IndexRun(ArchiveWriter& writer, const IndexOptions& options, const Rules& rules,
           Reading reading = Reading::what_changed);

  // What recurs in the inputs that `give` gives this run, by the functions below. They are only read: all that becomes
  // of them is this, which the archive keeps, and they are to be given again.
  RecurringLines learn(const std::function<void()>& give);

  // Call order: any number of these four, then finish().
  void paths(const std::vector<std::string>& given);
  void recorded_input(const InputStamp& stamp);  // an input that the archive knows, with its own options
  void bytes(ByteReader& content, const std::string& name);
  void restore(schema::StoredArticle article);  // as it was stored, not read again

  // Waits for what is still being read. Nothing is committed here.
  IndexSummary finish();

 private:
  // An input as it will be recorded, and how it differs from what is recorded.
  struct Origin {
    InputStamp stamp;
    bool recordable = true;       // not standard input, nor bytes from a program
    bool options_differ = false;  // it is known, but was read with other options
  };
  using OriginPointer = std::shared_ptr<const Origin>;
  struct Result {
    std::string place;      // in the input that was read, which is not where an exported article once came from
    bool restored = false;  // from an export
    std::variant<schema::StoredArticle, Rejection> article;
  };
  // What one task read: a whole small input, one article of a large one, or nothing but that the input has ended.
  struct Read {
    std::vector<Result> results;
    std::uint64_t bytes = 0;
    OriginPointer origin;
    bool last = false;
  };

  void file(const InputFile& file, const IndexOptions& options);
  void whole(const InputFile& file, const IndexOptions& options, const OriginPointer& origin);
  void piecewise(ByteReader& content, const IndexOptions& options, const OriginPointer& origin);
  void standard_input_read();
  void prune(const std::vector<std::string>& given);

  void learn_from(const schema::StoredArticle& article);
  ReadingContext reading_context(const IndexOptions& options) const;
  void consume(Read read);
  static Result result_of(RawArticle raw, const ReadingContext& context);
  static Result result_of(Rejection rejection);
  void decide(Result result, const Origin& origin);
  bool is_unchanged(const Result& result, const Known& known, const Origin& origin) const;
  bool is_elsewhere(const Result& result, const Known& known, const Origin& origin) const;
  void add(schema::StoredArticle article, const std::string& place, Outcome outcome);
  void end_of_input(const Origin& origin);
  void reject(const Rejection& rejection);
  void report(std::string input, std::string id, Outcome outcome, std::string reason = {});
  void progress(const char* stage);
  const InputStamp* recorded(const std::string& root, const std::string& input) const;

  ArchiveWriter& writer_;
  const IndexOptions& options_;
  const Rules& rules_;
  // By root, NUL, input: as they were before this run. Empty when everything is read.
  std::unordered_map<std::string, InputStamp> stamps_;
  std::unordered_map<std::uint64_t, std::string> added_;  // key hash -> input with member, in this run
  std::optional<RecurringLinesLearner> learner_;          // while learning
  std::optional<SpooledInput> spooled_;                   // standard input, once it was learnt from
  std::size_t rejected_here_ = 0;                         // of the input that is being consumed
  std::uint64_t articles_here_ = 0;
  IndexSummary summary_;
  Progress progress_;
  std::int64_t started_ns_ = 0;
  OrderedWorkers<Read> workers_;  // last: its threads end before anything else does
};

}  // namespace dateline::indexer
