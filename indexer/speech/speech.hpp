// Who said what: quotations of a body and the speakers they are tied to, by clause rules over lexicons
// (docs/QUOTATIONS.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/stored_article.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer {

struct Speech {
  std::vector<schema::StoredSpeaker> speakers;  // in the order of their first quotation
  std::vector<schema::StoredQuote> quotes;      // by begin; direct ones never overlap
};

// `body`: as body_of() builds it; `paragraphs`: byte ranges in it; `languages`: one a paragraph.
// `title` helps to resolve names. Any thread; deterministic.
Speech find_speech(std::string_view body, const std::vector<schema::Span>& paragraphs,
                   const std::vector<std::string>& languages, std::string_view title, const text::AliasTable& aliases);

}  // namespace dateline::indexer
