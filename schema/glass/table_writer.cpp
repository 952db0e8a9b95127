#include "schema/glass/table_writer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "dateline/error.hpp"
#include "schema/glass/block_layout.hpp"

namespace dateline::schema::glass {
namespace {

constexpr std::uint32_t item_head = 3;  // length and flags (2 bytes), length of the key
constexpr std::uint32_t directory_entry = 2;
constexpr std::uint32_t part_number = 2;  // behind the key, on all but the first part
constexpr std::uint32_t most_parts = 0xFFFF;
// A first part that uses up what is left of a leaf is worth its head from so many bytes on.
constexpr std::uint32_t shortest_part = 32;

[[noreturn]] void refuse(const std::filesystem::path& file, const char* what) {
  throw Error(ErrorCode::invalid_request, "while writing " + file.string() + ": " + what + " is too long");
}

void copy(std::string_view bytes, Byte* to) {
  if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
}

// As much of `key` as tells it from the one before it; all of it when they are the same.
std::string_view shortest_separator(std::string_view before, std::string_view key) {
  const std::size_t end = std::min(before.size(), key.size());
  std::size_t common = 0;
  while (common < end && before[common] == key[common]) ++common;
  return key.substr(0, common + 1);
}

}  // namespace

TableWriter::TableWriter(std::filesystem::path file) : path_(std::move(file)), file_(path_), levels_(1) {
  clear(levels_[0]);
  // Every table begins with an item that has neither key nor tag.
  Byte* item = append_item(levels_[0], item_head);
  put_big_endian_16(item, first_part | last_part);
  item[2] = 0;
}

void TableWriter::clear(Level& level) {
  level.block.assign(block_size, 0);
  level.directory_end = directory_at;
  level.items_begin = block_size;
}

Byte* TableWriter::append_item(Level& level, std::uint32_t bytes) {
  level.items_begin -= bytes;
  put_big_endian_16(level.block.data() + level.directory_end, level.items_begin);
  level.directory_end += directory_entry;
  return level.block.data() + level.items_begin;
}

std::uint32_t TableWriter::write(std::uint32_t number) {
  const Level& level = levels_[number];
  Byte* block = levels_[number].block.data();
  put_big_endian_32(block, first_revision);
  block[level_at] = static_cast<Byte>(number);
  put_big_endian_16(block + largest_gap_at, room(level));
  put_big_endian_16(block + free_bytes_at, room(level));
  put_big_endian_16(block + directory_end_at, level.directory_end);
  file_.append({reinterpret_cast<const char*>(block), block_size});
  return blocks_++;
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (key.size() > longest_key) refuse(path_, "a key");
  ++entries_;
  const auto head = static_cast<std::uint32_t>(item_head + key.size());
  if (head + tag.size() <= longest_item) return add_part(key, 1, tag, true);
  if (tag.size() > std::size_t{most_parts} * (longest_item - head - part_number)) refuse(path_, "a tag");
  std::uint32_t bytes = longest_item - head;
  const std::uint32_t left = room(levels_[0]);
  if (left >= directory_entry + head + shortest_part) bytes = std::min(bytes, left - directory_entry - head);
  for (std::uint32_t part = 1;; ++part) {
    const bool last = tag.size() <= bytes;
    add_part(key, part, tag.substr(0, bytes), last);
    if (last) return;
    tag.remove_prefix(bytes);
    bytes = longest_item - head - part_number;
  }
}

void TableWriter::add_part(std::string_view key, std::uint32_t part, std::string_view bytes, bool last) {
  const bool first = part == 1;
  const auto head = static_cast<std::uint32_t>(item_head + key.size() + (first ? 0 : part_number));
  const auto size = static_cast<std::uint32_t>(head + bytes.size());
  if (room(levels_[0]) < size + directory_entry) begin_leaf(key, part);
  Byte* item = append_item(levels_[0], size);
  put_big_endian_16(item, (size - item_head) | (first ? first_part : 0) | (last ? last_part : 0));
  item[2] = static_cast<Byte>(key.size());
  copy(key, item + item_head);
  if (!first) put_big_endian_16(item + item_head + key.size(), part);
  copy(bytes, item + head);
}

std::string_view TableWriter::last_key() const {
  const Byte* item = levels_[0].block.data() + levels_[0].items_begin;
  return {reinterpret_cast<const char*>(item + item_head), item[2]};
}

void TableWriter::begin_leaf(std::string_view first_key, std::uint32_t part) {
  std::string separator(shortest_separator(last_key(), first_key));
  const std::uint32_t leaf = write(0);
  add_child(1, levels_[0].separator, levels_[0].separator_part, leaf);
  clear(levels_[0]);
  levels_[0].separator = std::move(separator);
  levels_[0].separator_part = part;
}

// The first item of a branch has no key: the separator is kept for the branch's own parent.
void TableWriter::add_child(std::uint32_t number, const std::string& separator, std::uint32_t part,
                            std::uint32_t child) {
  constexpr std::uint32_t branch_head = 5;  // child (4 bytes), length of the key
  if (levels_.size() == number) {
    levels_.emplace_back();
    clear(levels_.back());
  }
  if (room(levels_[number]) < branch_head + separator.size() + part_number + directory_entry) {
    const std::uint32_t full = write(number);
    add_child(number + 1, levels_[number].separator, levels_[number].separator_part, full);
    clear(levels_[number]);
  }
  Level& level = levels_[number];
  const bool first = level.directory_end == directory_at;
  if (first) {
    level.separator = separator;
    level.separator_part = part;
  }
  const std::string_view key = first ? std::string_view() : separator;
  Byte* item = append_item(level, static_cast<std::uint32_t>(branch_head + key.size() + part_number));
  put_big_endian_32(item, child);
  item[4] = static_cast<Byte>(key.size());
  copy(key, item + branch_head);
  put_big_endian_16(item + branch_head + key.size(), first ? 0 : part);
}

WrittenTable TableWriter::finish() {
  WrittenTable table;
  if (entries_ > 0) {
    std::uint32_t block = write(0);
    std::uint32_t level = 0;
    // Each may fill its parent, so that there is one level more.
    for (; level + 1 < levels_.size(); ++level) {
      const std::string separator = levels_[level].separator;
      add_child(level + 1, separator, levels_[level].separator_part, block);
      block = write(level + 1);
    }
    table.root = {block, level, block_size, false};
  }
  file_.finish();
  table.entries = entries_;
  table.blocks = blocks_;
  return table;
}

}  // namespace dateline::schema::glass
