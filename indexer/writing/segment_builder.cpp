#include "indexer/writing/segment_builder.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/writing/dictionary_lessons.hpp"
#include "indexer/writing/shards.hpp"
#include "schema/columns_writer.hpp"
#include "schema/document.hpp"
#include "schema/files.hpp"
#include "schema/glass/bulk_writer.hpp"

namespace dateline::indexer {
namespace {

// Measured best for Xapian's inverter (its maps fit a core's cache), and good for ours. Batches end by these alone,
// never by thread or time.
constexpr std::size_t batch_articles = 1000;
constexpr std::size_t batch_bytes = std::size_t{16} << 20;
// So that a segment of a thousand articles keeps several threads busy.
constexpr std::size_t first_articles = 1000, first_batch_articles = 250;

struct Batch {
  std::size_t number = 0;
  std::uint32_t first = 0;  // ordinal of its first article
  std::vector<schema::StoredArticle> articles;
  DictionaryLessons::Assignment dictionary;
};

unsigned thread_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

struct SegmentBuilder::Impl {
  Impl(std::filesystem::path segment_folder, const BuilderOptions& options)
      : folder(std::move(segment_folder)), scratch(folder / "scratch"), most_waiting(thread_count(options.threads)) {
    std::filesystem::create_directories(scratch);
    if (options.writer == DatabaseWriter::bulk && schema::glass::writes_format_of_xapian()) bulk.emplace(scratch);
  }

  ~Impl() {
    if (!finished) abandon();
  }

  // ---- the caller's side ----

  std::uint32_t add(schema::StoredArticle article) {
    filling_bytes += schema::bytes_of(article);
    filling.push_back(std::move(article));
    const std::size_t enough = added_before_batch < first_articles ? first_batch_articles : batch_articles;
    if (filling.size() >= enough || filling_bytes >= batch_bytes) hand_over();
    return added++;
  }

  void hand_over() {
    if (workers.size() < most_waiting) workers.emplace_back([this] { work(); });
    const auto dictionary = lessons.assign(filling, filling.size() >= batch_articles);
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return waiting.size() < most_waiting || failure; });
    if (failure) std::rethrow_exception(failure);
    const auto first = static_cast<std::uint32_t>(added_before_batch);
    added_before_batch += filling.size();
    waiting.push_back({batches++, first, std::exchange(filling, {}), dictionary});
    filling_bytes = 0;
    changed.notify_all();
  }

  schema::SegmentEntry finish() {
    if (!filling.empty()) hand_over();
    stop();
    if (failure) std::rethrow_exception(failure);
    write_database(folder / schema::database_name);
    std::filesystem::remove_all(scratch);
    lessons.write(folder);
    columns.write(folder / schema::columns_name);
    std::filesystem::copy_file(folder / schema::database_name / schema::roots_name,
                               folder / (std::string(schema::roots_name) + schema::spare_ending));
    finished = true;
    return entry();
  }

  void write_database(const std::filesystem::path& database) {
    if (bulk)
      bulk->finish(database, static_cast<unsigned>(std::min(most_waiting, batches)));
    else
      merge_shards(shard_folders(), scratch, database);
  }

  std::vector<std::filesystem::path> shard_folders() const {
    std::vector<std::filesystem::path> folders;
    for (std::size_t number = 0; number < batches; ++number) folders.push_back(shard_folder(number));
    return folders;
  }
  std::filesystem::path shard_folder(std::size_t number) const { return scratch / std::to_string(number); }

  schema::SegmentEntry entry() const {
    schema::SegmentEntry entry;
    entry.name = folder.filename().string();
    entry.articles = added;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
      if (file.is_regular_file())
        entry.checksums[file.path().lexically_relative(folder).generic_string()] = schema::checksum_of(file.path());
    return entry;
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      closed = true;
      changed.notify_all();
    }
    for (auto& worker : workers) worker.join();
    workers.clear();
  }

  void abandon() {
    {
      const std::lock_guard lock(mutex);
      waiting.clear();
    }
    stop();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }

  // ---- the threads' side ----

  void work() {
    try {
      text::Analyzer analyzer;
      schema::DocumentMaker maker(analyzer);
      for (Batch batch; take(batch);) invert(batch, maker);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      waiting.clear();
      changed.notify_all();
    }
  }

  bool take(Batch& batch) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return !waiting.empty() || closed || failure; });
    if (waiting.empty() || failure) return false;
    batch = std::move(waiting.front());
    waiting.pop_front();
    changed.notify_all();
    return true;
  }

  // Whose batch teaches it was taken before any that waits for it, and never waits itself.
  static const schema::TrainedDictionary* dictionary_of(const Batch& batch) {
    const auto [lesson, teaches] = batch.dictionary;
    if (teaches) lesson->learn(batch.articles);
    return lesson ? lesson->dictionary() : nullptr;
  }

  void invert(Batch& batch, schema::DocumentMaker& maker) {
    const schema::TrainedDictionary* dictionary = dictionary_of(batch);
    for (const auto& article : batch.articles) maker.add(article, dictionary);
    batch.articles.clear();
    schema::DocumentBatch made = maker.take();
    if (bulk)
      bulk->add(batch.first + 1, made);
    else
      write_shard(shard_folder(batch.number), made);
    std::vector<schema::Values> values;
    values.reserve(made.documents().size());
    for (auto& document : made.documents()) values.push_back(std::move(document.values));
    add_columns(batch.number, std::move(values));
  }

  // Batches end in any order; columns are added in the order of the articles.
  void add_columns(std::size_t number, std::vector<schema::Values> values) {
    const std::lock_guard lock(columns_mutex);
    early.emplace(number, std::move(values));
    for (auto next = early.find(next_columns); next != early.end(); next = early.find(next_columns)) {
      for (const schema::Values& article : next->second) columns.add(article);
      early.erase(next);
      ++next_columns;
    }
    columns_bytes = columns.bytes();
  }

  const std::filesystem::path folder, scratch;
  const std::size_t most_waiting;  // and as many threads, each started with one of the first batches
  std::optional<schema::glass::BulkWriter> bulk;

  std::vector<schema::StoredArticle> filling;
  std::size_t filling_bytes = 0;
  std::size_t batches = 0;
  std::size_t added_before_batch = 0;  // articles before the batch that is being filled
  std::uint32_t added = 0;
  bool finished = false;
  DictionaryLessons lessons;

  std::mutex mutex;  // of the next four
  std::condition_variable changed;
  std::deque<Batch> waiting;
  bool closed = false;
  std::exception_ptr failure;

  std::mutex columns_mutex;  // of the next three
  schema::ColumnsWriter columns;
  std::map<std::size_t, std::vector<schema::Values>> early;
  std::size_t next_columns = 0;
  std::atomic<std::uint64_t> columns_bytes{0};

  std::vector<std::thread> workers;
};

SegmentBuilder::SegmentBuilder(std::filesystem::path folder, const BuilderOptions& options)
    : impl_(std::make_unique<Impl>(std::move(folder), options)) {}
SegmentBuilder::SegmentBuilder(SegmentBuilder&&) noexcept = default;
SegmentBuilder& SegmentBuilder::operator=(SegmentBuilder&&) noexcept = default;
SegmentBuilder::~SegmentBuilder() = default;

std::uint32_t SegmentBuilder::add(schema::StoredArticle article) { return impl_->add(std::move(article)); }
std::uint32_t SegmentBuilder::articles() const { return impl_->added; }
std::uint64_t SegmentBuilder::bytes_in_memory() const { return impl_->columns_bytes; }
schema::SegmentEntry SegmentBuilder::finish() { return impl_->finish(); }

}  // namespace dateline::indexer
