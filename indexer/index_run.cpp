#include "indexer/index_run.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <variant>

#include "dateline/error.hpp"
#include "indexer/reading/restore.hpp"
#include "schema/files.hpp"

namespace dateline::indexer {
namespace {

// Few, since each ends a segment, and merging segments analyses their articles again.
constexpr std::size_t most_checkpoints = 5;              // of a reindex
constexpr std::size_t least_checkpoint = 25'000;         // articles
constexpr std::size_t first_index_checkpoint = 250'000;  // then whenever there are twice as many

// Whether `path` is `given` or lies below it.
bool is_under(const std::filesystem::path& path, const std::filesystem::path& given) {
  const std::filesystem::path rest = path.lexically_relative(given);
  return !rest.empty() && *rest.begin() != "..";
}

}  // namespace

IndexRun::IndexRun(ArchiveWriter& writer, const IndexOptions& options, const Rules& rules, Reading reading,
                   KeptInputs* kept)
    : writer_(writer),
      options_(options),
      // Of a new generation nothing is built yet, or what a run that did not end has built.
      before_(reading == Reading::everything ? writer.built_inputs() : writer.inputs()),
      reading_(reading),
      progress_(options),
      pass_(*this, options, rules, kept) {
  if (reading == Reading::everything)
    checkpoint_articles_ = std::max(least_checkpoint, writer.articles_before() / most_checkpoints);
}

void IndexRun::allow_checkpoints() {
  if (reading_ == Reading::what_changed && writer_.can_checkpoint() && !options_.strict)
    checkpoint_articles_ = first_index_checkpoint;
}

void IndexRun::prune(const std::vector<std::string>& given) {
  namespace fs = std::filesystem;
  pass_.finish();
  before_.for_each([&](const InputStamp& stamp) {
    const fs::path path = fs::path(stamp.root) / stamp.input;
    std::error_code ignored;
    const bool under = std::any_of(given.begin(), given.end(), [&](const std::string& folder) {
      return is_under(path, fs::absolute(folder).lexically_normal());
    });
    if (!under || fs::exists(path, ignored)) return;
    for (const std::uint64_t article : writer_.keys_of_input(stamp.input)) {
      writer_.remove(article);
      ++summary_.removed;
      report(stamp.input, schema::hex16(article), Outcome::removed, "its input has gone");
    }
    writer_.forget_input(stamp.root, stamp.input);
  });
}

bool IndexRun::wants(Origin& file) {
  const std::optional<InputStamp> before = before_.find(file.stamp.root, file.stamp.input);
  if (!before) return true;
  file.options_differ = before->options != file.stamp.options;
  if (file.options_differ || before->size != file.stamp.size || before->modified_ns != file.stamp.modified_ns) {
    drop_built(*before);
    return true;
  }
  summary_.unchanged += before->articles;
  report(file.stamp.input, {}, Outcome::unchanged);
  return false;
}

// What a reindex that did not end built of an input that has changed since is no part of a generation made from
// nothing.
void IndexRun::drop_built(const InputStamp& stamp) {
  if (reading_ == Reading::everything)
    for (const std::uint64_t article : writer_.keys_of_input(stamp.input)) writer_.remove(article);
}

void IndexRun::take(ReadPiece piece) {
  static const Origin nowhere{{}, false, false};
  const Origin& origin = piece.origin ? *piece.origin : nowhere;
  summary_.bytes += piece.bytes;
  for (ReadArticle& read : piece.articles) {
    if (auto* rejection = std::get_if<Rejection>(&read.article))
      reject(*rejection);
    else
      decide(std::move(read), origin);
  }
  if (piece.last) end_of_input(origin);
  progress("reading");
}

void IndexRun::take_stored(schema::StoredArticle article) {
  if (writer_.find(schema::hash64(article.key))) return;  // its input was read again
  const std::string place = article.input + article.member;
  add(std::move(article), place, Outcome::added);
}

void IndexRun::decide(ReadArticle result, const Origin& origin) {
  auto& article = std::get<schema::StoredArticle>(result.article);
  ++articles_here_;
  ++progress_.now.articles;
  const std::uint64_t key = schema::hash64(article.key);
  const std::optional<Known> known = writer_.find(key);
  if (taken_.contains(key)) {
    reject({result.place, "has the same key as " + (known ? known->input : std::string("another article")) +
                              " in this run; give them different ids, or another --collection"});
    return;
  }
  if (known && is_unchanged(result, *known, origin)) {
    taken_.insert(key);
    ++summary_.unchanged;
    report(result.place, article.id, Outcome::unchanged);
    return;
  }
  if (known && !options_.replace && is_elsewhere(result, *known, origin)) {
    reject({result.place, "has the same key as " +
                              (known->input.empty() ? "an article added by a program" : known->input) +
                              ", from another input; --replace lets it take that one's place"});
    return;
  }
  taken_.insert(key);
  add(std::move(article), result.place, known ? Outcome::updated : Outcome::added);
}

bool IndexRun::is_unchanged(const ReadArticle& result, const Known& known, const Origin& origin) const {
  const auto& article = std::get<schema::StoredArticle>(result.article);
  if (!result.restored) return known.content_hash == article.content_hash && !origin.options_differ;
  // The line of an export is not what the article was read from: what both would be restored to is compared.
  const std::optional<schema::StoredArticle> stored = writer_.committed(schema::hash64(article.key));
  if (!stored) return false;
  schema::StoredArticle as_exported = indexer::restore(schema::present(*stored));
  as_exported.content_hash = article.content_hash;
  as_exported.rules = article.rules;
  return as_exported == article;
}

bool IndexRun::is_elsewhere(const ReadArticle& result, const Known& known, const Origin& origin) const {
  const auto& article = std::get<schema::StoredArticle>(result.article);
  if (known.input != article.input + article.member) return true;
  // An exported article says itself which one it is.
  if (result.restored) return false;
  // The same relative path below another folder is another input.
  if (!origin.recordable || before_.find(origin.stamp.root, origin.stamp.input)) return false;
  return was_recorded_somewhere(article.input);
}

bool IndexRun::was_recorded_somewhere(const std::string& input) const {
  if (!names_before_) {
    names_before_.emplace();
    before_.for_each([&](const InputStamp& stamp) { names_before_->insert(stamp.input); });
  }
  return names_before_->count(input) > 0;
}

void IndexRun::add(schema::StoredArticle article, const std::string& place, Outcome outcome) {
  ++(outcome == Outcome::added ? summary_.added : summary_.updated);
  report(place, article.id, outcome);
  writer_.add(std::move(article));
  if (checkpoint_articles_ > 0 && writer_.uncommitted() >= checkpoint_articles_) checkpoint();
}

void IndexRun::checkpoint() {
  writer_.checkpoint();
  progress_.what_is_kept =
      "Run again, it goes on with the " + std::to_string(writer_.articles()) + " articles it had built.";
  if (reading_ == Reading::what_changed) checkpoint_articles_ = writer_.articles();
}

void IndexRun::end_of_input(const Origin& origin) {
  ++progress_.now.inputs_done;
  // An input with a rejection is not recorded as read, so that the next run names it again.
  if (origin.recordable) {
    InputStamp stamp = origin.stamp;
    stamp.articles = articles_here_;
    if (rejected_here_) stamp.modified_ns = 0;
    writer_.record_input(std::move(stamp));
  }
  articles_here_ = 0;
  rejected_here_ = 0;
}

void IndexRun::reject(const Rejection& rejection) {
  if (options_.strict)
    throw Error(ErrorCode::input_unreadable, rejection.input + ": " + rejection.reason,
                "Nothing was added; without --strict the rest would have been.");
  ++rejected_here_;
  ++summary_.rejected;
  if (options_.on_log) options_.on_log({LogLevel::warning, rejection.input + ": rejected: " + rejection.reason});
  report(rejection.input, {}, Outcome::rejected, rejection.reason);
}

void IndexRun::report(std::string input, std::string id, Outcome outcome, std::string reason) {
  if (options_.on_report) options_.on_report({std::move(input), std::move(id), outcome, std::move(reason)});
}

void IndexRun::progress(const char* stage) {
  progress_.now.bytes = summary_.bytes;
  progress_.tell(stage, pass_);
}

IndexSummary IndexRun::finish() {
  pass_.finish();
  progress("writing");
  summary_.articles = writer_.articles();
  return summary_;
}

}  // namespace dateline::indexer
