#include "indexer/kept_readings.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "dateline/error.hpp"
#include "schema/record.hpp"

namespace dateline::indexer {
namespace {

bool is_same(const InputStamp& a, const InputStamp& b) {
  return a.size == b.size && a.modified_ns == b.modified_ns && a.options == b.options;
}

}  // namespace

KeptReadings::KeptReadings(std::uint64_t most_bytes)
    : file_(std::tmpfile()), most_bytes_(most_bytes), is_full_(file_ == nullptr) {}

bool KeptReadings::write(const std::string& encoded) {
  bytes_ += encoded.size();
  return bytes_ <= most_bytes_ && std::fwrite(encoded.data(), 1, encoded.size(), file_.get()) == encoded.size();
}

// In the file: the place, then the reason of a rejection or the article.
KeptReading KeptReadings::keep(ReadArticle read) {
  KeptReading kept;
  kept.restored = read.restored;
  std::string record;
  if (const auto* rejection = std::get_if<Rejection>(&read.article)) {
    kept.rejected = true;
    schema::put_string(record, rejection->input);
    record += rejection->reason;
  } else if (!read.encoded.empty()) {
    const auto& article = std::get<schema::StoredArticle>(read.article);
    kept.key = schema::hash64(article.key);
    kept.unpacked = static_cast<std::uint32_t>(schema::bytes_of(article));
    schema::put_string(record, read.place);
    record += read.encoded;
  }
  kept.offset = bytes_;
  kept.size = static_cast<std::uint32_t>(record.size());
  is_full_ = !write(record);
  return kept;
}

ReadArticle KeptReadings::reading(const KeptReading& kept) const {
  std::string bytes(kept.size, '\0');
  std::string_view rest = bytes, place;
  if (::pread(::fileno(file_.get()), bytes.data(), bytes.size(), static_cast<off_t>(kept.offset)) !=
          static_cast<ssize_t>(bytes.size()) ||
      !schema::take_string(rest, place))
    throw Error(ErrorCode::io_failure, "a temporary file cannot be read", "Look at the disk, and run it again.");
  std::string where(place);
  if (kept.rejected) return {where, kept.restored, Rejection{where, std::string(rest)}, {}, {}};
  return {std::move(where), kept.restored, schema::decode_article(rest), {}, {}};
}

KeptInput& KeptReadings::input(const InputStamp& stamp) {
  KeptInput& found = inputs_[input_key(stamp.root, stamp.input)];
  found.stamp = stamp;
  return found;
}

bool KeptInput::has_some_to_read() const {
  return std::any_of(articles.begin(), articles.end(), [](const KeptReading& one) { return one.is_to_be_read(); });
}

void KeptReadings::add(const InputStamp& stamp, ReadArticle read) {
  if (is_full_) return;
  KeptReading reading = keep(std::move(read));
  input(stamp).articles.push_back(std::move(reading));
  if (is_full_) inputs_.clear();
}

void KeptReadings::end_input(const InputStamp& stamp, std::uint64_t bytes) {
  if (is_full_) return;
  KeptInput& ended = input(stamp);
  ended.bytes = bytes;
  ++ended.ends;
}

void KeptReadings::forget(const std::unordered_set<std::uint64_t>& keys) {
  for (auto& [name, kept] : inputs_)
    for (KeptReading& reading : kept.articles)
      if (keys.count(reading.key) > 0) reading.size = 0;
  if (!is_full_ && std::fflush(file_.get()) != 0) {
    is_full_ = true;
    inputs_.clear();
  }
}

const KeptInput* KeptReadings::find(const InputStamp& stamp) const {
  const auto found = inputs_.find(input_key(stamp.root, stamp.input));
  if (found == inputs_.end() || found->second.ends != 1 || !is_same(found->second.stamp, stamp)) return nullptr;
  return &found->second;
}

}  // namespace dateline::indexer
