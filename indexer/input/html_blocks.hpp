// A page as its lines in order: what a reader sees as one paragraph, heading or item each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/html_roles.hpp"
#include "indexer/input/html_tree.hpp"

namespace dateline::indexer {

struct PageBlock {
  enum class Kind : std::uint8_t { line, paragraph, heading, item, cell };

  std::string text;
  std::size_t link_bytes = 0;
  std::uint32_t at = 0;      // its first text node
  std::uint32_t parent = 0;  // the element that it stands in
  std::uint32_t weight = 0;  // amount of writing: letters and digits, those of dense scripts counted three times
  Kind kind = Kind::line;
  std::uint8_t level = 0;  // of a heading
  bool sentence = false;   // ends as sentences do

  bool is_linked() const { return link_bytes * 2 > text.size(); }
  bool is_prose() const { return !is_linked() && ((sentence && weight >= 50) || weight >= 160); }
};

struct PageBlocks {
  std::vector<PageBlock> blocks;
  std::vector<Role> roles;   // of each node
  std::vector<char> marked;  // of each node: it says that it holds the article
};

// Every line of the page but for those of elements that are never read.
PageBlocks read_blocks(const HtmlNodes& nodes);

// Text of a subtree with blanks folded, on one line.
std::string inner_text(const HtmlNodes& nodes, std::size_t at);

// Whether a whole number in it can be a year: 1900 to 2099.
bool names_year(std::string_view text);

}  // namespace dateline::indexer
