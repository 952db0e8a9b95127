// A message of mail (RFC 5322, MIME): what it says, and who says it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/raw_article.hpp"

namespace dateline::indexer {

// Empty when it has neither a subject nor a text.
std::optional<RawArticle> article_of_message(std::string_view message);

}  // namespace dateline::indexer
