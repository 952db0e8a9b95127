// What a page says about itself: JSON-LD before OpenGraph before named meta elements before <time> and headings.
#pragma once

#include <string>
#include <vector>

#include "indexer/input/html_tree.hpp"
#include "indexer/raw_article.hpp"

namespace dateline::indexer {

// Fills the facts of `article`; returns JSON-LD's articleBody, "" when there is none.
std::string read_metadata(const std::vector<HtmlNode>& nodes, RawArticle& article);

// Text of a subtree with blanks folded, on one line.
std::string inner_text(const std::vector<HtmlNode>& nodes, std::size_t at);

}  // namespace dateline::indexer
