#include "schema/glass/table.hpp"

#include <algorithm>

#include "dateline/error.hpp"
#include "schema/glass/block_layout.hpp"

namespace dateline::schema::glass {
namespace {

std::string_view view(const Byte* begin, const Byte* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

}  // namespace

Table::Table(const std::filesystem::path& file, const Root& root) : path_(file), root_(root) {
  if (root_.empty) return;
  file_.emplace(file);
  if (root_.level >= Cursor::most_levels) fail("its root");
  block(root_.block, root_.level);
}

void Table::fail(const char* what) const {
  throw Error(ErrorCode::archive_damaged, path_.string() + " is damaged: " + what,
              "Run `dateline check`; `dateline reindex` or a backup restores the archive.");
}

const Byte* Table::block(std::uint32_t number, std::uint32_t level) const {
  const std::uint64_t begin = std::uint64_t{number} * root_.block_size;
  if (begin + root_.block_size > file_->bytes().size()) fail("a block lies outside of it");
  const Byte* block = reinterpret_cast<const Byte*>(file_->bytes().data()) + begin;
  const std::uint32_t directory_end = big_endian_16(block + directory_end_at);
  if (block[level_at] != level || directory_end <= directory_at || directory_end > root_.block_size)
    fail("a block is none");
  return block;
}

Table::Item Table::leaf_item(const Byte* block, std::uint32_t at) const {
  const std::uint32_t offset = big_endian_16(block + directory_at + 2 * at);
  if (offset + 3 > root_.block_size) fail("an item lies outside of its block");
  const Byte* begin = block + offset;
  const std::uint32_t head = big_endian_16(begin);
  const Byte* key = begin + 3;
  const Byte* key_end = key + begin[2];
  const Byte* end = begin + (head & length_mask) + 3;
  Item item;
  item.first_part = (head & first_part) != 0;
  item.last_part = (head & last_part) != 0;
  item.compressed = (head & compressed_item) != 0;
  const Byte* tag = item.first_part ? key_end : key_end + 2;
  if (end > block + root_.block_size || tag > end) fail("an item lies outside of its block");
  if (!item.first_part) item.part = big_endian_16(key_end);
  item.key = view(key, key_end);
  item.tag = view(tag, end);
  return item;
}

Table::Item Table::branch_item(const Byte* block, std::uint32_t at) const {
  const std::uint32_t offset = big_endian_16(block + directory_at + 2 * at);
  if (offset + 7 > root_.block_size) fail("an item lies outside of its block");
  const Byte* begin = block + offset;
  const Byte* key = begin + 5;
  const Byte* key_end = key + begin[4];
  if (key_end + 2 > block + root_.block_size) fail("an item lies outside of its block");
  Item item;
  item.child = big_endian_32(begin);
  item.key = view(key, key_end);
  item.part = big_endian_16(key_end);
  return item;
}

bool Table::is_not_after(const Item& item, std::string_view key) const {
  const int order = item.key.compare(key);
  return order < 0 || (order == 0 && item.part <= 1);
}

std::uint32_t Table::last_not_after(const Byte* block, bool leaf, std::string_view key, std::uint32_t low,
                                    std::uint32_t high) const {
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    const Item item = leaf ? leaf_item(block, middle) : branch_item(block, middle);
    (is_not_after(item, key) ? low : high) = middle;
  }
  return low;
}

// The first item of a block counts as before everything: it has the empty key, or the key that led here.
void Table::Cursor::descend(std::string_view key) {
  const Byte* block = table_.block(table_.root_.block, table_.root_.level);
  for (std::uint32_t level = table_.root_.level;; --level) {
    path_[level] = {block, table_.last_not_after(block, level == 0, key, 0, table_.items(block))};
    if (level == 0) break;
    block = table_.block(table_.branch_item(block, path_[level].item).child, level - 1);
  }
  leaf_end_ = table_.leaf_item(block, table_.items(block) - 1).key;
}

// In strides that double: what is looked for is mostly near.
std::uint32_t Table::Cursor::further_in_leaf(std::string_view key) const {
  const Byte* leaf = path_[0].block;
  const std::uint32_t end = table_.items(leaf);
  std::uint32_t low = path_[0].item, stride = 1;
  while (low + stride < end && table_.is_not_after(table_.leaf_item(leaf, low + stride), key)) {
    low += stride;
    stride *= 2;
  }
  return table_.last_not_after(leaf, true, key, low, std::min(low + stride, end));
}

bool Table::Cursor::find(std::string_view key) {
  if (table_.empty()) return false;
  const bool in_leaf = placed_ && first_part_ && key_ <= key && key <= leaf_end_;
  if (in_leaf)
    path_[0].item = further_in_leaf(key);
  else
    descend(key);
  placed_ = true;
  load();
  return key_ == key && first_part_;
}

bool Table::Cursor::find_ahead(std::string_view key, std::size_t ahead) {
  if (!placed_ || !first_part_ || path_[0].item + ahead >= table_.items(path_[0].block)) return find(key);
  const auto expected = static_cast<std::uint32_t>(path_[0].item + ahead);
  const Item item = table_.leaf_item(path_[0].block, expected);
  if (item.key != key || !item.first_part) return find(key);
  path_[0].item = expected;
  return load();
}

// Where no item has the key, find() stops at a neighbour: the last before it, or the first of its leaf.
bool Table::Cursor::find_from(std::string_view key) {
  if (table_.empty()) return false;
  return find(key) || key_ > key || next();
}

bool Table::Cursor::load() {
  const Item item = table_.leaf_item(path_[0].block, path_[0].item);
  key_ = item.key;
  part_ = item.tag;
  first_part_ = item.first_part;
  last_part_ = item.last_part;
  compressed_ = item.compressed;
  return true;
}

bool Table::Cursor::advance() {
  std::uint32_t level = 0;
  while (path_[level].item + 1 >= table_.items(path_[level].block)) {
    if (level == table_.root_.level) return false;
    ++level;
  }
  ++path_[level].item;
  const bool other_leaf = level > 0;
  for (; level > 0; --level)
    path_[level - 1] = {table_.block(table_.branch_item(path_[level].block, path_[level].item).child, level - 1), 0};
  if (other_leaf) leaf_end_ = table_.leaf_item(path_[0].block, table_.items(path_[0].block) - 1).key;
  return load();
}

bool Table::Cursor::next() {
  if (!placed_) return false;
  do {
    if (!advance()) return false;
  } while (!first_part_);
  return true;
}

std::string_view Table::Cursor::tag() {
  if (compressed_) table_.fail("an item is compressed");
  if (last_part_) return part_;
  joined_ = part_;
  while (!last_part_) {
    if (!advance() || first_part_) table_.fail("a part of an item is missing");
    joined_ += part_;
  }
  return joined_;
}

}  // namespace dateline::schema::glass
