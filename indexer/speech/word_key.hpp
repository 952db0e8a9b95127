// The form under which words are kept and looked up: lower case, one apostrophe, one Arabic letter for each of its
// variants, no signs that only show how a word joins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer::speech {

// The key of a word of at most `longest` bytes, without a heap.
class WordKey {
 public:
  static constexpr std::size_t longest = 96;

  explicit WordKey(std::string_view raw);

  std::string_view text() const { return {buffer_, size_}; }  // lives as long as this
  std::uint64_t hash() const { return hash_; }                // hash_of(text())

  static std::uint64_t hash_of(std::string_view key);

 private:
  char buffer_[2 * longest + 8];  // keys of some letters are longer than these; eight bytes are written at a time
  std::size_t size_ = 0;
  std::uint64_t hash_;
};

// Of text of any length.
void append_key(std::string& key, std::string_view raw);

}  // namespace dateline::indexer::speech
