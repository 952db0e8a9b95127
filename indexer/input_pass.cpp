#include "indexer/input_pass.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>

#include "indexer/input/inputs.hpp"
#include "indexer/reading/read.hpp"
#include "indexer/recorded_options.hpp"

namespace dateline::indexer {
namespace {

// Inputs up to this size are read by one task; of larger ones, each article is a task.
constexpr std::uint64_t small_input = 1u << 20;
// Tasks whose results may wait: enough to keep the threads busy over one slow article.
constexpr std::size_t window = 256;
// Of what was kept, so many bytes at once.
constexpr std::uint64_t unpacked_a_task = 1u << 18;
// And bytes of what they are read from: a text becomes many times its size while it is understood.
constexpr std::uint64_t heaviest = 8u << 20;

unsigned thread_count(const IndexOptions& options) {
  return options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

std::uint64_t held_bytes(const RawArticle& raw) {
  std::uint64_t bytes = raw.text.size();
  for (const auto& [name, json] : raw.extra) bytes += name.size() + json.size();
  for (const std::string& lost : raw.removed) bytes += lost.size();
  return bytes;
}

std::shared_ptr<Origin> unrecorded(const std::string& name) {
  auto origin = std::make_shared<Origin>();
  origin->stamp.input = name;
  origin->recordable = false;
  return origin;
}

Rejection unreadable(const InputFile& file, const std::system_error& failure) {
  return {file.name, "cannot be read: " + failure.code().message()};
}

ReadArticle rejected(Rejection rejection) { return {rejection.input, false, std::move(rejection), {}, {}}; }

}  // namespace

// How an article is read, on any thread.
struct ArticleTask {
  ReadingContext context;
  bool preparing = false, keeping = false;

  ReadArticle operator()(RawArticle raw) const {
    std::string place = raw.input + raw.member;
    const bool restored = raw.exported.has_value();
    ReadArticle read{std::move(place), restored, indexer::read(std::move(raw), context), {}, {}};
    if (const auto* article = std::get_if<schema::StoredArticle>(&read.article); preparing && article) {
      if (!article->as_given) read.lines = see_lines(*article);
      if (keeping && !schema::inconsistency(*article)) read.encoded = schema::encode_quickly(*article);
    }
    return read;
  }
};

InputPass::InputPass(InputConsumer& consumer, const IndexOptions& options, const Rules& rules, KeptInputs* kept)
    : consumer_(consumer),
      options_(options),
      rules_(rules),
      kept_(kept),
      workers_(thread_count(options), window, heaviest, [this](ReadPiece piece) { consumer_.take(std::move(piece)); }) {
}

ArticleTask InputPass::task_for(const IndexOptions& options) const {
  return as_it_stands({rules_.context(options), preparing_, keeping_});
}

// Whether to keep may change during an input.
ArticleTask InputPass::as_it_stands(ArticleTask task) const {
  task.keeping = keeping_;
  task.context.with_speech = !preparing_ || keeping_;
  return task;
}

const KeptInput* InputPass::kept_reading(const InputStamp& stamp) const {
  return kept_ && !preparing_ ? kept_->readings.find(stamp) : nullptr;
}

void InputPass::paths(const std::vector<std::string>& given) {
  std::vector<std::string> on_disk;
  for (const std::string& path : given)
    if (path == standard_input)
      standard_input_read();
    else
      on_disk.push_back(path);
  if (options_.on_progress)  // somebody wants to know how long it will take
    walk(
        on_disk, [this](const InputFile& found) { bytes_found_ += found.size; }, [](const Rejection&) {});
  walk(
      on_disk, [this](const InputFile& found) { file(found, options_); },
      [this](const Rejection& rejection) { reject(rejection); });
}

void InputPass::expect(const std::vector<InputStamp>& stamps) {
  for (const InputStamp& stamp : stamps) bytes_found_ += stamp.size;
}

void InputPass::recorded_input(const InputStamp& stamp) {
  const IndexOptions options = restore_options(stamp.options, options_);
  walk(
      {(std::filesystem::path(stamp.root) / stamp.input).string()},
      [&](InputFile found) {
        found.root = stamp.root;  // a single file would be recorded under its own folder
        found.name = stamp.input;
        file(found, options);
      },
      [this](const Rejection& rejection) { reject(rejection); });
}

void InputPass::reject(const Rejection& rejection, const OriginPointer& origin) {
  workers_.give([rejection, origin] { return ReadPiece{{rejected(rejection)}, 0, origin, true}; });
}

void InputPass::file(const InputFile& file, const IndexOptions& options) {
  ++inputs_found_;
  auto origin = std::make_shared<Origin>();
  origin->stamp = {file.root, file.name, file.size, file.modified_ns, record_options(options), 0};
  if (!consumer_.wants(*origin)) return;
  const KeptInput* kept = kept_reading(origin->stamp);
  if (kept && !kept->has_some_to_read()) return again(*kept, origin);
  try {
    open_and_read(file, options, origin, kept);
  } catch (const std::system_error& failure) {
    reject(unreadable(file, failure), origin);
  }
}

void InputPass::open_and_read(const InputFile& file, const IndexOptions& options, const OriginPointer& origin,
                              const KeptInput* kept) {
  const bool is_container = may_expand(InputBytes::head_of_file(file.path(), telling_head));
  if (file.size <= small_input && !is_container) return whole(file, options, origin);
  if (is_container) return container(file, options, origin, kept);
  FileInput content(file.path());
  ByteReader reader(content);
  piecewise(reader, options, origin, kept);
}

// Some have the table of what is in them at their end.
void InputPass::container(const InputFile& file, const IndexOptions& options, const OriginPointer& origin,
                          const KeptInput* kept) {
  const InputBytes content = InputBytes::of_file(file.path());
  ByteReader reader(content.view());
  piecewise(reader, options, origin, kept);
}

void InputPass::whole(const InputFile& file, const IndexOptions& options, const OriginPointer& origin) {
  workers_.give(
      [file, origin, format = options.input, task = task_for(options)] {
        ReadPiece piece{{}, file.size, origin, true};
        try {
          const InputBytes content = InputBytes::of_file(file.path());
          read_input(content.view(), file.name, format,
                     {[&](RawArticle raw) { piece.articles.push_back(task(std::move(raw))); },
                      [&](Rejection rejection) { piece.articles.push_back(rejected(std::move(rejection))); }});
        } catch (const std::system_error& failure) {
          piece.articles.push_back(rejected(unreadable(file, failure)));
        }
        return piece;
      },
      file.size);
}

// What was kept of it is not read again; the rest is, at the same places.
void InputPass::piecewise(ByteReader& content, const IndexOptions& options, const OriginPointer& origin,
                          const KeptInput* kept) {
  const ArticleTask prepared = task_for(options);
  std::uint64_t counted = 0;  // markup and names of fields come at the end
  std::size_t place = 0;
  const auto article = [&](RawArticle raw) {
    const KeptReading* known = kept ? kept->at(place++) : nullptr;
    const std::uint64_t weight = held_bytes(raw);
    const std::uint64_t bytes = std::min<std::uint64_t>(content.taken() - counted, raw.text.size());
    counted += bytes;
    if (known)
      return workers_.give([this, known, bytes, origin] {
        return ReadPiece{{kept_->readings.reading(*known)}, bytes, origin, false};
      });
    // A task must be copyable, which a moved-in article is only behind a pointer.
    workers_.give(
        [raw = std::make_shared<RawArticle>(std::move(raw)), bytes, origin, task = as_it_stands(prepared)] {
          return ReadPiece{{task(std::move(*raw))}, bytes, origin, false};
        },
        weight);
  };
  const auto rejection = [&](const Rejection& found) {
    ++place;
    workers_.give([found, origin] { return ReadPiece{{rejected(found)}, 0, origin, false}; });
  };
  read_input(content, origin->stamp.input, options.input, {article, rejection});
  workers_.give([origin, rest = content.taken() - counted] { return ReadPiece{{}, rest, origin, true}; });
}

void InputPass::again(const KeptInput& kept, const OriginPointer& origin) {
  for (std::size_t begin = 0, end = 0; begin < kept.articles.size(); begin = end) {
    std::uint64_t unpacked = 0;
    while (end < kept.articles.size() && unpacked < unpacked_a_task) unpacked += kept.articles[end++].unpacked;
    workers_.give(
        [this, &kept, begin, end, origin] {
          ReadPiece piece{{}, 0, origin, false};
          for (std::size_t i = begin; i < end; ++i) piece.articles.push_back(kept_->readings.reading(kept.articles[i]));
          return piece;
        },
        unpacked);
  }
  workers_.give([origin, bytes = kept.bytes] { return ReadPiece{{}, bytes, origin, true}; });
}

void InputPass::bytes(ByteReader& content, const std::string& name) {
  piecewise(content, options_, unrecorded(name), nullptr);
}

void InputPass::standard_input_read() {
  const auto origin = unrecorded(standard_input);
  if (!kept_) {
    StandardInput source;
    ByteReader content(source);
    return piecewise(content, options_, origin, nullptr);
  }
  const KeptInput* kept = kept_reading(origin->stamp);
  if (kept && !kept->has_some_to_read()) return again(*kept, origin);
  std::optional<SpooledInput>& spooled = kept_->standard_input;
  try {
    if (!spooled) spooled.emplace();
    ByteReader content(*spooled);
    piecewise(content, options_, origin, kept);
    spooled->rewind();
  } catch (const std::system_error& failure) {
    reject({"standard input", "cannot be kept in a temporary file: " + failure.code().message()});
  }
}

void InputPass::stored(schema::StoredArticle article) {
  workers_.finish();
  consumer_.take_stored(std::move(article));
}

}  // namespace dateline::indexer
