// An article that a program has as fields becomes a stored one, nothing read and nothing cut.
#pragma once

#include <string>

#include "dateline/article.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// Its key is the id (scoped by `collection`), else the url, else the content.
schema::StoredArticle stored_from_given(const Article& article, const std::string& collection);

}  // namespace dateline::indexer
