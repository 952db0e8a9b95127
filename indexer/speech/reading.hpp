// A body taken apart: words, quotations, sentences and the reports in them, of each paragraph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/speech/attribution.hpp"
#include "schema/stored_article.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

Reading take_apart(std::string_view body, const std::vector<schema::Span>& paragraphs,
                   const std::vector<std::string>& languages, const text::AliasTable& aliases);

}  // namespace dateline::indexer::speech
