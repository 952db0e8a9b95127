// An article that a page holds only for its own program, as JSON of no documented form (`__NEXT_DATA__`).
#pragma once

#include <string>
#include <string_view>

#include "indexer/input/html_tree.hpp"

namespace dateline::indexer {

// The one long text that stands beside `title` in an object of such data, without its tags; empty when there is none,
// or several that differ. It costs a parse of all the data: ask it only for a page that shows next to nothing.
std::string state_body(const HtmlTree& tree, std::string_view title);

}  // namespace dateline::indexer
