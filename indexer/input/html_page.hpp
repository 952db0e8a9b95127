// A web page becomes the text of its article and the facts of its metadata; navigation and the like stay behind.
#pragma once

#include <string>
#include <string_view>

#include "indexer/raw_article.hpp"

namespace dateline::indexer {

// The encoding that a page names in its first bytes; empty when none.
std::string declared_encoding(std::string_view bytes);

// `html`: UTF-8. Bounded in time and stack whatever the nesting.
RawArticle extract_page(std::string_view html);

}  // namespace dateline::indexer
