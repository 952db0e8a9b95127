// A new table of a glass database, written from its first key to its last: every block once, in the order of the file.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/append_file.hpp"
#include "schema/glass/table.hpp"

namespace dateline::schema::glass {

inline constexpr std::uint32_t block_size = 8192;  // Xapian's own choice
inline constexpr std::uint32_t first_revision = 1;
// Of the head, the key and the tag (or a part of it): a quarter of a block, so that every block holds four.
inline constexpr std::uint32_t longest_item = (block_size - 11 - 4 * 2) / 4;
inline constexpr std::uint32_t longest_key = 255;

// What the version file says of a table.
struct WrittenTable {
  Root root{0, 0, block_size, true};
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;
};

class TableWriter {
 public:
  explicit TableWriter(std::filesystem::path file);

  // Keys rise, none is empty. Throws invalid_request for a key or a tag that the format has no room for.
  void add(std::string_view key, std::string_view tag);
  // Once. Not durable.
  WrittenTable finish();

 private:
  struct Level {
    std::vector<Byte> block;
    std::uint32_t directory_end = 0, items_begin = 0;
    // The key in the parent that leads to the block: as much of its first key as tells it from the one before.
    std::string separator;
    std::uint32_t separator_part = 0;
  };

  void clear(Level& level);
  static std::uint32_t room(const Level& level) { return level.items_begin - level.directory_end; }
  Byte* append_item(Level& level, std::uint32_t bytes);
  std::uint32_t write(std::uint32_t number);
  void add_part(std::string_view key, std::uint32_t part, std::string_view bytes, bool last);
  std::string_view last_key() const;
  void begin_leaf(std::string_view first_key, std::uint32_t part);
  void add_child(std::uint32_t number, const std::string& separator, std::uint32_t part, std::uint32_t child);

  std::filesystem::path path_;
  AppendFile file_;
  std::deque<Level> levels_;  // their separators are passed on while it grows
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;
};

}  // namespace dateline::schema::glass
