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
  RecurringLinesConsumer(const IndexOptions& options, const Rules& rules, KeptInputs& kept)
      : kept_(kept.readings), progress_(options), pass_(*this, options, rules, &kept) {
    pass_.prepare_another();
  }

  InputPass& pass() { return pass_; }
  std::uint32_t articles() const { return static_cast<std::uint32_t>(keys_.size()); }
  RecurringLines learn() {
    pass_.finish();
    RecurringLines lines = learner_.learn();
    const std::vector<std::uint64_t> with_any = learner_.articles_with(lines);
    kept_.forget({with_any.begin(), with_any.end()});
    return lines;
  }

  bool wants(Origin&) override { return true; }

  void take(ReadPiece piece) override {
    input_bytes_ += piece.bytes;
    for (ReadArticle& read : piece.articles) {
      if (const auto* article = std::get_if<schema::StoredArticle>(&read.article)) add(*article, std::move(read.lines));
      if (piece.origin) kept_.add(piece.origin->stamp, std::move(read));
    }
    if (piece.last) end_input(piece);
    if (kept_.is_full()) pass_.stop_keeping();
    progress_.now.bytes += piece.bytes;
    progress_.now.articles = keys_.size();
    progress_.now.inputs_done += piece.last;
    progress_.tell("learning", pass_);
  }

  void take_stored(schema::StoredArticle article) override {
    add(article, article.as_given ? std::nullopt : std::optional(see_lines(article)));
  }

 private:
  // As when they are added: of articles with one key the first counts.
  void add(const schema::StoredArticle& article, std::optional<SeenLines> lines) {
    if (keys_.insert(schema::hash64(article.key)).second && lines) learner_.add(*std::move(lines));
  }

  void end_input(const ReadPiece& piece) {
    if (piece.origin) kept_.end_input(piece.origin->stamp, input_bytes_);
    input_bytes_ = 0;
  }

  KeptReadings& kept_;
  RecurringLinesLearner learner_;
  std::uint64_t input_bytes_ = 0;  // of the input that is being taken
  std::unordered_set<std::uint64_t> keys_;
  RunProgress progress_;
  InputPass pass_;  // last: it ends before what it tells does
};

}  // namespace

std::optional<Learnt> learn_recurring_lines(const IndexOptions& options, Rules& rules, KeptInputs& kept,
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
