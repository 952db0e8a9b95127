// A record that `export` wrote: the shape that `show` prints, with "dateline_export": 1.
#pragma once

#include "dateline/article.hpp"
#include "indexer/input/json.hpp"

namespace dateline::indexer {

bool is_exported(const Json& record);

// Members that are missing or of the wrong kind are left empty; unknown ones become `extra`.
Article exported_article(const Json& record);

}  // namespace dateline::indexer
