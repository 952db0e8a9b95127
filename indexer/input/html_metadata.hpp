// What a page says about itself: JSON-LD before OpenGraph before named meta elements before <time> and headings.
#pragma once

#include <string>
#include <vector>

#include "indexer/input/html_tree.hpp"
#include "indexer/raw_article.hpp"

namespace dateline::indexer {

// Fills the facts of `article`; returns JSON-LD's articleBody, "" when there is none.
std::string read_metadata(const HtmlTree& tree, RawArticle& article);

}  // namespace dateline::indexer
