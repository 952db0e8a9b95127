// Which lines of a page a stated body (JSON-LD's articleBody) is made of.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/input/html_blocks.hpp"

namespace dateline::indexer {

struct StatedLines {
  std::vector<char> stated;  // of each block: most of it is in the body, for the first time
  double shown = 0;          // share of the body that the page shows
};

StatedLines find_stated(const std::vector<PageBlock>& blocks, std::string_view body);

}  // namespace dateline::indexer
