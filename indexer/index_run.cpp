#include "indexer/index_run.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <system_error>

#include "indexer/input/inputs.hpp"
#include "indexer/input_bytes.hpp"
#include "indexer/reading/restore.hpp"
#include "indexer/recorded_options.hpp"

namespace dateline::indexer {
namespace {

// Inputs up to this size are read by one task; of larger ones, each article is a task.
constexpr std::uint64_t small_input = 1u << 20;
// Tasks whose results may wait: enough to keep the threads busy over one slow article.
constexpr std::size_t window = 256;
// And bytes of what they are read from: a text becomes many times its size while it is understood.
constexpr std::uint64_t heaviest = 8u << 20;

unsigned thread_count(const IndexOptions& options) {
  return options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

std::string stamp_key(const std::string& root, const std::string& input) { return root + '\0' + input; }

std::int64_t now_ns() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

// Whether `path` is `given` or lies below it.
bool is_under(const std::filesystem::path& path, const std::filesystem::path& given) {
  const std::filesystem::path rest = path.lexically_relative(given);
  return !rest.empty() && *rest.begin() != "..";
}

}  // namespace

IndexRun::IndexRun(ArchiveWriter& writer, const IndexOptions& options, const Rules& rules, Reading reading)
    : writer_(writer),
      options_(options),
      rules_(rules),
      started_ns_(now_ns()),
      workers_(thread_count(options), window, heaviest, [this](Read read) { consume(std::move(read)); }) {
  if (reading == Reading::everything) return;
  for (const InputStamp& stamp : writer.inputs()) stamps_.emplace(stamp_key(stamp.root, stamp.input), stamp);
}

RecurringLines IndexRun::learn(const std::function<void()>& give) {
  learner_.emplace();
  give();
  workers_.finish();
  const bool found_any = !learner_->empty();
  RecurringLines lines = learner_->learn();
  if (found_any) writer_.set_recurring(lines.encode());
  learner_.reset();
  added_.clear();
  progress_ = Progress();
  return lines;
}

// As when it is added: of articles with one key the first counts.
void IndexRun::learn_from(const schema::StoredArticle& article) {
  if (added_.emplace(schema::hash64(article.key), article.input).second) learner_->add(article);
}

ReadingContext IndexRun::reading_context(const IndexOptions& options) const {
  ReadingContext context = rules_.context(options);
  context.with_speech = !learner_;
  return context;
}

void IndexRun::paths(const std::vector<std::string>& given) {
  std::vector<std::string> on_disk;
  for (const std::string& path : given)
    if (path == standard_input)
      standard_input_read();
    else
      on_disk.push_back(path);
  walk(
      on_disk, [this](const InputFile& found) { file(found, options_); },
      [this](const Rejection& rejection) {
        workers_.give([rejection] { return Read{{result_of(rejection)}, 0, nullptr, true}; });
      });
  if (options_.prune && !learner_) {
    workers_.finish();
    prune(on_disk);
  }
}

void IndexRun::recorded_input(const InputStamp& stamp) {
  const IndexOptions options = restore_options(stamp.options, options_);
  walk(
      {(std::filesystem::path(stamp.root) / stamp.input).string()},
      [&](InputFile found) {
        found.root = stamp.root;  // a single file would be recorded under its own folder
        found.name = stamp.input;
        file(found, options);
      },
      [this](const Rejection& rejection) {
        workers_.give([rejection] { return Read{{result_of(rejection)}, 0, nullptr, true}; });
      });
}

void IndexRun::file(const InputFile& file, const IndexOptions& options) {
  ++progress_.inputs_total;
  auto origin = std::make_shared<Origin>();
  origin->stamp = {file.root, file.name, file.size, file.modified_ns, record_options(options), 0};
  if (const InputStamp* before = learner_ ? nullptr : recorded(file.root, file.name)) {
    origin->options_differ = before->options != origin->stamp.options;
    if (!origin->options_differ && before->size == file.size && before->modified_ns == file.modified_ns) {
      summary_.unchanged += before->articles;
      report(file.name, {}, Outcome::unchanged);
      return;
    }
  }
  try {
    if (file.size <= small_input && !may_expand(InputBytes::head_of_file(file.path(), telling_head))) {
      whole(file, options, origin);
      return;
    }
    const InputBytes content = InputBytes::of_file(file.path());
    ByteReader reader(content.view());
    piecewise(reader, options, origin);
  } catch (const std::system_error& failure) {
    const Rejection rejection{file.name, "cannot be read: " + failure.code().message()};
    workers_.give([rejection, origin] { return Read{{result_of(rejection)}, 0, origin, true}; });
  }
}

void IndexRun::whole(const InputFile& file, const IndexOptions& options, const OriginPointer& origin) {
  workers_.give(
      [file, origin, format = options.input, context = reading_context(options)] {
        Read done{{}, file.size, origin, true};
        try {
          const InputBytes content = InputBytes::of_file(file.path());
          read_input(content.view(), file.name, format,
                     {[&](RawArticle raw) { done.results.push_back(result_of(std::move(raw), context)); },
                      [&](Rejection rejection) { done.results.push_back(result_of(std::move(rejection))); }});
        } catch (const std::system_error& failure) {
          done.results.push_back(result_of(Rejection{file.name, "cannot be read: " + failure.code().message()}));
        }
        return done;
      },
      file.size);
}

void IndexRun::piecewise(ByteReader& content, const IndexOptions& options, const OriginPointer& origin) {
  const ReadingContext context = reading_context(options);
  std::uint64_t counted = 0;  // markup and names of fields come at the end
  const auto article = [&](RawArticle raw) {
    const std::uint64_t weight = raw.text.size();
    const std::uint64_t bytes = std::min(content.taken() - counted, weight);
    counted += bytes;
    // A task must be copyable, which a moved-in article is only behind a pointer.
    workers_.give(
        [raw = std::make_shared<RawArticle>(std::move(raw)), bytes, origin, context] {
          return Read{{result_of(std::move(*raw), context)}, bytes, origin, false};
        },
        weight);
  };
  const auto rejection = [&](const Rejection& rejected) {
    workers_.give([rejected, origin] { return Read{{result_of(rejected)}, 0, origin, false}; });
  };
  read_input(content, origin->stamp.input, options.input, {article, rejection});
  workers_.give([origin, rest = content.taken() - counted] { return Read{{}, rest, origin, true}; });
}

void IndexRun::bytes(ByteReader& content, const std::string& name) {
  auto origin = std::make_shared<Origin>();
  origin->stamp.input = name;
  origin->recordable = false;
  piecewise(content, options_, origin);
}

void IndexRun::standard_input_read() {
  if (!learner_ && !spooled_) {
    StandardInput source;
    ByteReader content(source);
    return bytes(content, standard_input);
  }
  // It comes once and is read twice.
  try {
    if (!spooled_) spooled_.emplace();
    ByteReader content(*spooled_);
    bytes(content, standard_input);
    spooled_->rewind();
  } catch (const std::system_error& failure) {
    const Rejection rejection{"standard input", "cannot be kept in a temporary file: " + failure.code().message()};
    workers_.give([rejection] { return Read{{result_of(rejection)}, 0, nullptr, true}; });
  }
}

void IndexRun::restore(schema::StoredArticle article) {
  workers_.finish();
  if (learner_) return learn_from(article);
  if (writer_.find(schema::hash64(article.key))) return;  // its input was read again
  const std::string place = article.input + article.member;
  add(std::move(article), place, Outcome::added);
}

void IndexRun::prune(const std::vector<std::string>& given) {
  namespace fs = std::filesystem;
  for (const auto& [key, stamp] : stamps_) {
    const fs::path path = fs::path(stamp.root) / stamp.input;
    std::error_code ignored;
    const bool under = std::any_of(given.begin(), given.end(), [&](const std::string& folder) {
      return is_under(path, fs::absolute(folder).lexically_normal());
    });
    if (!under || fs::exists(path, ignored)) continue;
    for (const std::uint64_t article : writer_.keys_of_input(stamp.input)) {
      writer_.remove(article);
      ++summary_.removed;
      report(stamp.input, schema::hex16(article), Outcome::removed, "its input has gone");
    }
    writer_.forget_input(stamp.root, stamp.input);
  }
}

void IndexRun::consume(Read read) {
  static const Origin nowhere{{}, false, false};
  const Origin& origin = read.origin ? *read.origin : nowhere;
  if (learner_) {
    progress_.bytes += read.bytes;
    for (const Result& result : read.results)
      if (const auto* article = std::get_if<schema::StoredArticle>(&result.article)) learn_from(*article);
    return progress("learning");
  }
  summary_.bytes += read.bytes;
  progress_.bytes += read.bytes;
  for (Result& result : read.results) {
    if (auto* rejection = std::get_if<Rejection>(&result.article))
      reject(*rejection);
    else
      decide(std::move(result), origin);
  }
  if (read.last) end_of_input(origin);
  progress("reading");
}

IndexRun::Result IndexRun::result_of(RawArticle raw, const ReadingContext& context) {
  std::string place = raw.input + raw.member;
  const bool restored = raw.exported.has_value();
  return {std::move(place), restored, indexer::read(std::move(raw), context)};
}

IndexRun::Result IndexRun::result_of(Rejection rejection) { return {rejection.input, false, std::move(rejection)}; }

void IndexRun::decide(Result result, const Origin& origin) {
  auto& article = std::get<schema::StoredArticle>(result.article);
  ++articles_here_;
  ++progress_.articles;
  const std::uint64_t key = schema::hash64(article.key);
  if (const auto first = added_.find(key); first != added_.end()) {
    reject({result.place,
            "has the same key as " + first->second + " in this run; give them different ids, or another --collection"});
    return;
  }
  const std::optional<Known> known = writer_.find(key);
  if (known && is_unchanged(result, *known, origin)) {
    added_.emplace(key, result.place);
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
  added_.emplace(key, result.place);
  add(std::move(article), result.place, known ? Outcome::updated : Outcome::added);
}

bool IndexRun::is_unchanged(const Result& result, const Known& known, const Origin& origin) const {
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

bool IndexRun::is_elsewhere(const Result& result, const Known& known, const Origin& origin) const {
  const auto& article = std::get<schema::StoredArticle>(result.article);
  if (known.input != article.input + article.member) return true;
  // An exported article says itself which one it is.
  if (result.restored) return false;
  // The same relative path below another folder is another input.
  if (!origin.recordable || recorded(origin.stamp.root, origin.stamp.input)) return false;
  return std::any_of(stamps_.begin(), stamps_.end(),
                     [&](const auto& row) { return row.second.input == article.input; });
}

void IndexRun::add(schema::StoredArticle article, const std::string& place, Outcome outcome) {
  ++(outcome == Outcome::added ? summary_.added : summary_.updated);
  report(place, article.id, outcome);
  writer_.add(std::move(article));
}

void IndexRun::end_of_input(const Origin& origin) {
  ++progress_.inputs_done;
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
  report(rejection.input, {}, Outcome::rejected, rejection.reason);
}

void IndexRun::report(std::string input, std::string id, Outcome outcome, std::string reason) {
  if (options_.on_report) options_.on_report({std::move(input), std::move(id), outcome, std::move(reason)});
}

void IndexRun::progress(const char* stage) {
  if (!options_.on_progress) return;
  progress_.stage = stage;
  if (!options_.on_progress(progress_))
    throw Error(ErrorCode::cancelled, "interrupted", "Nothing of this run was kept.");
}

const InputStamp* IndexRun::recorded(const std::string& root, const std::string& input) const {
  const auto found = stamps_.find(stamp_key(root, input));
  return found == stamps_.end() ? nullptr : &found->second;
}

IndexSummary IndexRun::finish() {
  workers_.finish();
  progress("writing");
  summary_.articles = writer_.articles();
  summary_.seconds = static_cast<double>(now_ns() - started_ns_) * 1e-9;
  return summary_;
}

}  // namespace dateline::indexer
