// Which part of a page is the article: marked regions first, then Readability's scoring (Arc90 / Mozilla), then the
// body.
#pragma once

#include <string>
#include <vector>

#include "indexer/input/html_tree.hpp"

namespace dateline::indexer {

struct PageText {
  std::string text;                  // one line a block, a blank line between blocks
  std::vector<std::string> removed;  // asides, captions, related links and the like, one string each
};

PageText main_text(const std::vector<HtmlNode>& nodes);

}  // namespace dateline::indexer
