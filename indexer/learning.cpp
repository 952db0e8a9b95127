#include "indexer/learning.hpp"

#include <string>
#include <unordered_set>
#include <utility>
#include <variant>

#include "indexer/reading/recurring_lines_learner.hpp"
#include "indexer/run_progress.hpp"
#include "schema/files.hpp"

namespace dateline::indexer {
namespace {

class RecurringLinesConsumer final : public InputConsumer {
 public:
  RecurringLinesConsumer(const IndexOptions& options, const Rules& rules, KeptStandardInput& kept)
      : progress_(options), pass_(*this, options, rules, &kept) {
    pass_.leave_out_speech();
  }

  InputPass& pass() { return pass_; }
  std::uint32_t articles() const { return static_cast<std::uint32_t>(keys_.size()); }
  RecurringLines learn() {
    pass_.finish();
    return learner_.learn();
  }

  bool wants(Origin&) override { return true; }

  void take(ReadPiece piece) override {
    for (const ReadArticle& read : piece.articles)
      if (const auto* article = std::get_if<schema::StoredArticle>(&read.article)) add(*article);
    progress_.now.bytes += piece.bytes;
    progress_.now.articles = keys_.size();
    progress_.now.inputs_done += piece.last;
    progress_.tell("learning", pass_);
  }

  void take_stored(schema::StoredArticle article) override { add(article); }

 private:
  // As when they are added: of articles with one key the first counts.
  void add(const schema::StoredArticle& article) {
    if (keys_.insert(schema::hash64(article.key)).second) learner_.add(article);
  }

  RecurringLinesLearner learner_;
  std::unordered_set<std::uint64_t> keys_;
  RunProgress progress_;
  InputPass pass_;  // last: it ends before what it tells does
};

}  // namespace

std::optional<Learnt> learn_recurring_lines(const IndexOptions& options, Rules& rules, KeptStandardInput& kept,
                                            const std::function<void(InputPass&)>& give) {
  RecurringLinesConsumer consumer(options, rules, kept);
  give(consumer.pass());
  RecurringLines lines = consumer.learn();
  if (consumer.articles() == 0) return std::nullopt;
  Learnt learnt{lines.encode(), consumer.articles()};
  if (options.on_log)
    options.on_log({LogLevel::info, "which lines recur was learnt from " + std::to_string(learnt.articles) +
                                        (learnt.articles == 1 ? " article" : " articles")});
  rules.set_recurring(std::move(lines));
  return learnt;
}

}  // namespace dateline::indexer
