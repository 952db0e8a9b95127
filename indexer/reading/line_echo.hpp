// Whether a line speaks of what its article speaks of: a paragraph of background shares words with the rest, an appeal
// between two paragraphs hardly any.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

enum class Bond : std::uint8_t { unknown, related, foreign };

class ArticleWords {
 public:
  void add(std::string_view line);
  // Of a line that was added. Foreign: at most one in five of its telling words stands in another line too. Unknown
  // when there are too few to judge by.
  Bond bond_of(std::string_view line) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> lines_with_;
};

}  // namespace dateline::indexer
