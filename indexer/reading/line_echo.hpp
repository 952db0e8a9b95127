// Whether a line speaks of what its article speaks of: a paragraph of background shares words with the rest, an appeal
// between two paragraphs hardly any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::indexer {

enum class Bond : std::uint8_t { unknown, related, foreign };

class ArticleWords {
 public:
  explicit ArticleWords(const std::vector<std::string>& lines);
  // Of one of the lines. Foreign: at most one in five of its telling words stands in another line too. Unknown when
  // there are too few to judge by.
  Bond bond_of(std::size_t line) const;

 private:
  std::vector<std::vector<std::uint64_t>> words_;  // the telling ones of each line; none where they are not known
  std::vector<std::uint64_t> of_several_lines_;    // rising
  std::size_t distinct_ = 0;
};

}  // namespace dateline::indexer
