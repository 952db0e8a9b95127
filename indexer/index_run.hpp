// One run of indexing: what became of each article that was read is decided and counted, in the order of the inputs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "dateline/indexer.hpp"
#include "indexer/input_pass.hpp"
#include "indexer/rules.hpp"
#include "indexer/run_progress.hpp"
#include "indexer/writing/archive_writer.hpp"

namespace dateline::indexer {

// What becomes of an input that was read before and has not changed since.
enum class Reading : std::uint8_t { what_changed, everything };

class IndexRun final : private InputConsumer {
 public:
  // `kept`: of a pass that prepared this one.
  IndexRun(ArchiveWriter& writer, const IndexOptions& options, const Rules& rules,
           Reading reading = Reading::what_changed, KeptInputs* kept = nullptr);

  // What was added is made durable now and then, so that who goes on after an interruption need not begin anew. Only
  // where the archive holds nothing yet, and nobody wants all or nothing. A reindex does so anyway.
  void allow_checkpoints();

  // Call order: inputs are given to this pass, then prune() perhaps, then finish().
  InputPass& inputs() { return pass_; }
  // Removes what the archive holds of files that were under `given` and have gone.
  void prune(const std::vector<std::string>& given);
  // Waits for what is still being read. Nothing is committed here.
  IndexSummary finish();

 private:
  bool wants(Origin& file) override;
  void take(ReadPiece piece) override;
  void take_stored(schema::StoredArticle article) override;

  void drop_built(const InputStamp& stamp);
  void decide(ReadArticle result, const Origin& origin);
  bool is_unchanged(const ReadArticle& result, const Known& known, const Origin& origin) const;
  bool is_elsewhere(const ReadArticle& result, const Known& known, const Origin& origin) const;
  bool was_recorded_somewhere(const std::string& input) const;
  void add(schema::StoredArticle article, const std::string& place, Outcome outcome);
  void checkpoint();
  void end_of_input(const Origin& origin);
  void reject(const Rejection& rejection);
  void report(std::string input, std::string id, Outcome outcome, std::string reason = {});
  void progress(const char* stage);

  ArchiveWriter& writer_;
  const IndexOptions& options_;
  const InputTable before_;                                              // recorded inputs as they were before this run
  mutable std::optional<std::unordered_set<std::string>> names_before_;  // of those, without root; when first asked for
  std::unordered_set<std::uint64_t> taken_;                              // key hashes of this run
  const Reading reading_;
  std::size_t checkpoint_articles_ = 0;  // 0: there are no checkpoints
  std::size_t rejected_here_ = 0;        // of the input that is being taken
  std::uint64_t articles_here_ = 0;
  IndexSummary summary_;
  RunProgress progress_;
  InputPass pass_;  // last: it ends before what it tells does
};

}  // namespace dateline::indexer
