#include "schema/glass/version_file.hpp"

#include <algorithm>
#include <random>
#include <string>

#include "schema/files.hpp"

namespace dateline::schema::glass {
namespace {

// The magic, and the date that is the format's version: 2016-03-14, of Xapian 1.4 and, so far, 2.x.
constexpr std::string_view known_format = "\x0f\x0dXapian Glass\x04\x6e";
constexpr std::size_t uuid_bytes = 16;

// Tags that are longer are compressed where that helps, by whoever writes to the database after us: never postings and
// positions. What Xapian says in its own databases.
constexpr std::uint32_t compress_above = 18, never_compress = 0;

enum { postlist, docdata, termlist, position, spelling, synonym, tables };

bool read_root(const Byte*& at, const Byte* end, Root& root) {
  std::uint32_t level_and_flags = 0, block_units = 0, compress_from = 0, free_list_bytes = 0;
  std::uint64_t entries = 0;
  const bool whole = read_number(at, end, root.block) && read_number(at, end, level_and_flags) &&
                     read_number(at, end, entries) && read_number(at, end, block_units) &&
                     read_number(at, end, compress_from) && read_number(at, end, free_list_bytes);
  if (!whole || free_list_bytes > static_cast<std::size_t>(end - at)) return false;
  at += free_list_bytes;
  root.level = level_and_flags >> 2;
  root.empty = (level_and_flags & 1) != 0;
  root.block_size = block_units << 11;
  return root.block_size >= 2048 && root.block_size <= 65536;
}

void append_root(const WrittenTable& table, std::uint32_t compressed_from, std::string& bytes) {
  constexpr std::uint32_t is_sequential = 2, is_empty = 1;
  append_number(table.root.block, bytes);
  append_number(table.root.level << 2 | is_sequential | (table.root.empty ? is_empty : 0), bytes);
  append_number(table.entries, bytes);
  append_number(table.root.block_size >> 11, bytes);
  append_number(compressed_from, bytes);
  std::string free_list;
  if (!table.root.empty) {
    append_number(first_revision, free_list);
    append_number(table.blocks, free_list);  // the first block that is not in use; nothing is free before it
    for (int number = 0; number < 4; ++number) append_number(0U, free_list);
  }
  append_number(free_list.size(), bytes);
  bytes += free_list;
}

void append_uuid(std::string& bytes) {
  std::random_device random;
  for (std::size_t i = 0; i < uuid_bytes; ++i) bytes += static_cast<char>(random());
}

}  // namespace

std::optional<Roots> read_version_file(const std::filesystem::path& file) {
  const std::string bytes = read_file(file);
  if (bytes.compare(0, known_format.size(), known_format) != 0 || bytes.size() < known_format.size() + uuid_bytes)
    return std::nullopt;
  const Byte* at = reinterpret_cast<const Byte*>(bytes.data()) + known_format.size() + uuid_bytes;
  const Byte* end = reinterpret_cast<const Byte*>(bytes.data()) + bytes.size();
  std::uint32_t revision = 0;
  if (!read_number(at, end, revision)) return std::nullopt;
  Root roots[tables];
  for (Root& root : roots)
    if (!read_root(at, end, root)) return std::nullopt;
  return Roots{roots[postlist], roots[position], roots[docdata]};
}

void write_version_file(const std::filesystem::path& file, const WrittenTables& tables, const Statistics& statistics) {
  std::string bytes(known_format);
  append_uuid(bytes);
  append_number(first_revision, bytes);
  append_root(tables.postings, never_compress, bytes);
  append_root(tables.documents, compress_above, bytes);
  append_root({}, compress_above, bytes);  // termlist
  append_root(tables.positions, never_compress, bytes);
  append_root({}, compress_above, bytes);  // spelling
  append_root(tables.synonyms, compress_above, bytes);
  const std::uint32_t longest = std::max(statistics.longest, statistics.most_counts);
  append_number(statistics.documents, bytes);
  append_number(0U, bytes);  // the last document's number, less how many there are
  append_number(statistics.shortest, bytes);
  append_number(statistics.most_counts, bytes);
  append_number(longest - statistics.most_counts, bytes);
  append_number(0U, bytes);  // changesets
  append_number(statistics.total_length, bytes);
  append_number(0U, bytes);  // spelling
  AppendFile output(file);
  output.append(bytes);
  output.finish();
}

}  // namespace dateline::schema::glass
