// The text of a page's article, and what the page has beside it (docs/WEB_PAGES.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/html_tree.hpp"

namespace dateline::indexer {

struct PageText {
  std::string text;                  // one line a block, a blank line between blocks
  std::string subtitle;              // what is marked as one, above the text; empty when there is none
  std::vector<std::string> dated;    // lines above the text whose elements say that they are byline or date
  std::string first_heading;         // of a section that begins the text; empty when none does
  std::vector<std::string> removed;  // asides, captions, related links and the like, one string each
};

// What a page states about its article; either may be empty.
struct StatedContent {
  std::string_view title, body;
};

PageText main_text(const HtmlNodes& nodes, const StatedContent& stated);

}  // namespace dateline::indexer
