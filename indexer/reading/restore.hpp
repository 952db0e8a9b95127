// A record that `export` wrote becomes the stored article that it came from, without being read again.
#pragma once

#include "dateline/article.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// Everything but the identity: the text is the body with the removed parts below it, offsets become bytes.
schema::StoredArticle restore(const Article& exported);

}  // namespace dateline::indexer
