// Where on a page its article is. Every line is worth something: prose counts for the element that it stands in,
// links and loose lines against it; the element worth most holds the article, unless a marked one is as good.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/input/html_blocks.hpp"

namespace dateline::indexer {

struct PageRegion {
  std::vector<char> in_article;         // of each block
  std::vector<std::uint32_t> cut_from;  // of each block: the outermost element cut out around it; 0 when none
  std::uint32_t headline = 0;           // the heading that is the article's, 0 when none is found
  std::uint64_t prose = 0;              // weight of the article's prose
};

// `title`: what the page states, may be empty.
PageRegion find_region(const HtmlNodes& nodes, const PageBlocks& page, std::string_view title);

}  // namespace dateline::indexer
