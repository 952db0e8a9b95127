// A record that `export` wrote becomes the stored article that it came from, without being read again.
#pragma once

#include "dateline/article.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// The text is the body with the removed parts below it, offsets become bytes. What an export writes differently and
// means the same comes out alike, so that restored articles can be compared. The content hash and the rules are left.
schema::StoredArticle restore(const Article& exported);

}  // namespace dateline::indexer
