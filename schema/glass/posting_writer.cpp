#include "schema/glass/posting_writer.hpp"

#include <algorithm>
#include <utility>

#include "dateline/error.hpp"

namespace dateline::schema::glass {
namespace {

// A chunk with its key and head is one item.
constexpr std::size_t item_head = 3;
constexpr std::size_t longest_list_head = 15;
constexpr std::size_t longest_chunk_head = 1 + 5;

const Byte* begin_of(std::string_view bytes) { return reinterpret_cast<const Byte*>(bytes.data()); }

std::uint32_t take_number(const Byte*& at, const Byte* end) {
  std::uint32_t number = 0;
  if (!read_number(at, end, number)) throw Error(ErrorCode::io_failure, "a run of postings ends too early");
  return number;
}

// The postings from `document` on, as many as have room; always one.
struct Chunk {
  std::string_view postings;
  std::uint32_t last = 0;
  std::uint32_t next = 0;  // the first document behind it, when there is one
};

Chunk take_chunk(std::string_view& postings, std::uint32_t document, std::size_t room) {
  const Byte* begin = begin_of(postings);
  const Byte* end = begin + postings.size();
  const Byte* at = begin;
  take_number(at, end);
  Chunk chunk;
  chunk.last = chunk.next = document;
  const Byte* chunk_end = at;
  while (at != end) {
    chunk.next = chunk.last + take_number(at, end) + 1;
    const Byte* rest = at;
    take_number(at, end);
    if (static_cast<std::size_t>(at - begin) > room) {
      at = rest;
      break;
    }
    chunk.last = chunk.next;
    chunk_end = at;
  }
  chunk.postings = postings.substr(0, static_cast<std::size_t>(chunk_end - begin));
  postings.remove_prefix(static_cast<std::size_t>(at - begin));
  return chunk;
}

// `key` is that of the first chunk; those of the others have `separator` and the document behind it.
void write_chunks(TableWriter& table, std::string key, std::string_view separator, const PostingsHead& head,
                  std::string_view postings) {
  const std::size_t key_bytes = key.size();
  const std::size_t overhead = item_head + key_bytes + longest_list_head + longest_chunk_head;
  const std::size_t room = longest_item - std::min<std::size_t>(longest_item, overhead);
  std::string tag;
  append_number(head.frequency, tag);
  append_number(head.occurrences, tag);
  append_number(head.first - 1, tag);
  for (std::uint32_t document = head.first; !postings.empty();) {
    Chunk chunk;
    if (postings.size() <= room) {
      chunk.postings = std::exchange(postings, {});
      chunk.last = head.last;
    } else {
      chunk = take_chunk(postings, document, room);
    }
    tag += postings.empty() ? '1' : '0';
    append_number(chunk.last - document, tag);
    tag += chunk.postings;
    table.add(key, tag);
    document = chunk.next;
    key.resize(key_bytes);
    key += separator;
    append_sortable_number(document, key);
    tag.clear();
  }
}

}  // namespace

void write_postings(TableWriter& table, std::string_view term, const PostingsHead& head, std::string_view postings) {
  std::string key;
  append_escaped(term, key);
  write_chunks(table, std::move(key), std::string_view("\0", 1), head, postings);
}

void write_lengths(TableWriter& table, std::uint32_t last, std::string_view lengths) {
  // How many there are is in the version file; here Xapian wants zeros.
  write_chunks(table, std::string(lengths_key), {}, {0, 0, 1, last}, lengths);
}

std::string values_order(std::uint32_t slot) {
  std::string order;
  append_number(slot, order);
  return order;
}

std::string value_statistics_order(std::uint32_t slot) {
  std::string order;
  for (; slot > 0; slot >>= 8) order += static_cast<char>(slot);
  return order;
}

ValuesWriter::ValuesWriter(TableWriter& table, std::uint32_t slot)
    : table_(table), key_(std::string(values_key) + values_order(slot)), key_bytes_(key_.size()) {}

void ValuesWriter::add(std::uint32_t document, std::string_view value) {
  constexpr std::size_t longest_head = 2 * 5, longest_document = 5;
  const std::size_t room = longest_item - item_head - key_bytes_ - longest_document;
  if (!chunk_.empty() && chunk_.size() + longest_head + value.size() > room) finish();
  if (chunk_.empty())
    append_sortable_number(document, key_);
  else
    append_number(document - last_ - 1, chunk_);
  append_number(value.size(), chunk_);
  chunk_ += value;
  last_ = document;
}

void ValuesWriter::finish() {
  if (chunk_.empty()) return;
  table_.add(key_, chunk_);
  chunk_.clear();
  key_.resize(key_bytes_);
}

void ValueStatistics::add(std::string_view value) {
  if (frequency == 0 || value < lowest) lowest = value;
  if (frequency == 0 || value > highest) highest = value;
  ++frequency;
}

void ValueStatistics::add(const ValueStatistics& others) {
  if (frequency == 0 || others.lowest < lowest) lowest = others.lowest;
  if (frequency == 0 || others.highest > highest) highest = others.highest;
  frequency += others.frequency;
}

void write_value_statistics(TableWriter& table, std::uint32_t slot, const ValueStatistics& statistics) {
  std::string tag;
  append_number(statistics.frequency, tag);
  append_number(statistics.lowest.size(), tag);
  tag += statistics.lowest;
  if (statistics.highest != statistics.lowest) tag += statistics.highest;
  table.add(std::string(value_statistics_key) + value_statistics_order(slot), tag);
}

}  // namespace dateline::schema::glass
