// What makes it the same article again: its key, and the id that is shown (docs: decisions on identity).
#pragma once

#include <string>
#include <string_view>

#include "indexer/raw_article.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// Scheme and host in lower case, default ports, fragments, tracking parameters and a closing slash left out.
std::string canonical_url(std::string_view url);

// Sets key, id, input, member and content hash: from the given id, else a stated address, else the input and member.
// An address found in running text is never a key: mending rules may change.
void identify_article(const RawArticle& raw, const std::string& collection, schema::StoredArticle& article);

}  // namespace dateline::indexer
