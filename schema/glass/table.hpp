// One table of a glass database, mapped: a B-tree of keys and tags, read without Xapian.
//
// Xapian's own iterators take a virtual call, a copy and several checks for each posting, and its handles belong to one
// thread; a query that counts exactly reads every posting of its words. What is read here is what docs/GLASS.md
// describes: databases that no writer touches any more. Immutable; any thread; views live as long as the table.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "schema/glass/bytes.hpp"
#include "schema/mapped_file.hpp"

namespace dateline::schema::glass {

// Where a table begins, as the database's version file says.
struct Root {
  std::uint32_t block = 0;
  std::uint32_t level = 0;  // of the root block; 0: it is a leaf
  std::uint32_t block_size = 0;
  bool empty = false;
};

class Table {
 public:
  // Throws dateline::Error(archive_damaged) when the root lies outside of the file.
  Table(const std::filesystem::path& file, const Root& root);

  // Walks the items in the order of their keys. Throws archive_damaged at a page that is not one.
  class Cursor {
   public:
    explicit Cursor(const Table& table) : table_(table) {}

    // Goes to the item with that key and says whether there is one. A key near the one before, further on, is found
    // without going back to the root.
    bool find(std::string_view key);
    // The same, where it is expected `ahead` items further on: that one is looked at first.
    bool find_ahead(std::string_view key, std::size_t ahead);
    // To the first item with that key or a later one. False when there is none.
    bool find_from(std::string_view key);
    // To the next key. False at the end.
    bool next();

    std::string_view key() const { return key_; }
    // Then only Xapian can read the tag.
    bool is_compressed() const { return compressed_; }
    // Of an item that was divided, its parts as one; good until the cursor moves.
    std::string_view tag();

   private:
    friend class Table;
    static constexpr std::uint32_t most_levels = 10;
    struct Step {
      const Byte* block = nullptr;
      std::uint32_t item = 0;
    };

    void descend(std::string_view key);
    std::uint32_t further_in_leaf(std::string_view key) const;
    bool advance();  // to the next item, whole or part
    bool load();

    const Table& table_;
    std::array<Step, most_levels> path_;  // from the leaf up
    std::string_view key_;
    std::string_view part_;      // the tag, or a part of it
    std::string_view leaf_end_;  // the last key of the leaf
    bool first_part_ = true, last_part_ = true, compressed_ = false;
    bool placed_ = false;
    std::string joined_;
  };

  bool empty() const { return root_.empty; }

 private:
  friend class Cursor;
  struct Item {
    std::string_view key, tag;
    std::uint32_t part = 1, child = 0;
    bool first_part = true, last_part = true, compressed = false;
  };

  const Byte* block(std::uint32_t number, std::uint32_t level) const;
  std::uint32_t items(const Byte* block) const { return (big_endian_16(block + 9) - 11) / 2; }
  Item leaf_item(const Byte* block, std::uint32_t at) const;
  Item branch_item(const Byte* block, std::uint32_t at) const;
  bool is_not_after(const Item& item, std::string_view key) const;
  // The last item that is not after `key`, between one that is known not to be and one that is known to be.
  std::uint32_t last_not_after(const Byte* block, bool leaf, std::string_view key, std::uint32_t low,
                               std::uint32_t high) const;
  [[noreturn]] void fail(const char* what) const;

  std::filesystem::path path_;
  std::optional<MappedFile> file_;  // none for an empty table: the file need not be there
  Root root_;
};

}  // namespace dateline::schema::glass
