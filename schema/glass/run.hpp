// A run: a batch of documents, inverted, in a scratch file. What belongs to a key (a term, a slot, a stem) lies
// together, keys rise, and the runs of later documents are appended to those of earlier ones when they are merged.
//
// A scratch file is read by the program that wrote it, once: its form may change at any time.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schema/document_batch.hpp"
#include "schema/glass/bytes.hpp"
#include "schema/glass/posting_writer.hpp"

namespace dateline::schema::glass {

// The parts of a run. In each: records of key and content, each with its length before it.
enum class Section : std::uint8_t {
  postings,   // by term: PostingsHead, postings as write_postings() takes them
  positions,  // by term: documents, and the code of their positions
  values,     // by values_order(): documents and values
  synonyms,   // by stem: words, sorted
  data,       // by nothing: the data of one document after the other
};
inline constexpr std::size_t section_count = 5;

struct Run {
  std::filesystem::path file;
  std::uint32_t first = 1;                               // document
  std::array<std::uint64_t, section_count + 1> begin{};  // of each section in the file
  // What is small stays in memory.
  std::vector<std::uint32_t> lengths;  // of the documents; Xapian has 32 bits for them, and wraps
  std::uint32_t most_counts = 0;
  std::map<std::uint32_t, ValueStatistics> values;  // by slot
};

// Inverts the documents, numbered from `first` on, into a new file.
Run write_run(const std::filesystem::path& file, std::uint32_t first, const DocumentBatch& batch);

// ---- how records are read ----

// Length and bytes; false when not all of them are there.
inline bool take_whole(const Byte*& at, const Byte* end, std::string_view& bytes) {
  std::uint64_t size = 0;
  if (!read_number(at, end, size) || size > static_cast<std::uint64_t>(end - at)) return false;
  bytes = {reinterpret_cast<const char*>(at), static_cast<std::size_t>(size)};
  at += size;
  return true;
}

// The same of a record that is known to be whole.
inline std::string_view take_bytes(const Byte*& at, const Byte* end) {
  std::string_view bytes;
  take_whole(at, end, bytes);
  return bytes;
}

// Calls each(document, bytes) for the content of a record of positions or values.
template <class Each>
void for_each_document(std::string_view content, Each&& each) {
  const Byte* at = reinterpret_cast<const Byte*>(content.data());
  const Byte* end = at + content.size();
  std::uint32_t document = 0, gap = 0;
  while (at != end && read_number(at, end, gap)) {
    document += gap;
    each(document, take_bytes(at, end));
  }
}

PostingsHead take_head(const Byte*& at, const Byte* end);

}  // namespace dateline::schema::glass
