#include "schema/glass/version_file.hpp"

#include <string>

#include "schema/files.hpp"

namespace dateline::schema::glass {
namespace {

// The magic, and the date that is the format's version: 2016-03-14, of Xapian 1.4 and, so far, 2.x.
constexpr std::string_view known_format = "\x0f\x0dXapian Glass\x04\x6e";
constexpr std::size_t uuid_bytes = 16;

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

}  // namespace dateline::schema::glass
