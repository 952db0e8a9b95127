// A reindex that writes nothing: every input is read by today's rules, and what became of each article is compared with
// what the archive holds.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "dateline/indexer.hpp"
#include "indexer/input_pass.hpp"
#include "indexer/rules.hpp"
#include "indexer/run_progress.hpp"
#include "indexer/writing/committed_articles.hpp"

namespace dateline::indexer {

class Rehearsal final : private InputConsumer {
 public:
  Rehearsal(const CommittedArticles& live, const IndexOptions& options, const Rules& rules, KeptInputs* kept);

  // Call order: inputs are given to this pass, then finish().
  InputPass& inputs() { return pass_; }
  // Counts what would be added, updated, removed; notes say in which facts articles would differ.
  IndexSummary finish();

 private:
  bool wants(Origin&) override { return true; }
  void take(ReadPiece piece) override;
  void take_stored(schema::StoredArticle article) override;

  void compare(const schema::StoredArticle& article, const std::string& place);
  void reject(std::string place, std::string reason);
  void report(std::string input, std::string id, Outcome outcome, std::string reason = {});
  std::vector<std::string> differing_facts(const schema::StoredArticle& before, const schema::StoredArticle& after);

  const CommittedArticles& live_;
  const IndexOptions& options_;
  std::unordered_set<std::uint64_t> seen_;  // key hashes
  std::vector<std::size_t> differing_;      // articles, by fact
  IndexSummary summary_;
  RunProgress progress_;
  InputPass pass_;  // last: it ends before what it tells does
};

}  // namespace dateline::indexer
