// A raw article becomes an understood one: what is the article and what is not, its title, byline, date and sources,
// its languages, its quotations and speakers; each fact with its evidence, unknown ones absent.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "indexer/raw_article.hpp"
#include "schema/stored_article.hpp"
#include "text/names/alias_table.hpp"
#include "text/names/source_table.hpp"

namespace dateline::indexer {

class RecurringLines;

struct ReadingContext {
  const text::AliasTable* aliases = nullptr;
  const text::SourceTable* sources = nullptr;
  std::optional<std::string> source;    // --source
  std::optional<std::string> language;  // --language
  std::string collection;               // scope of given ids
  bool as_given = false;
  const RecurringLines* recurring = nullptr;  // null: nothing is learnt yet
  bool with_speech = true;                    // whether quotations and speakers are looked for
  std::int32_t today = 0;                     // days since 1970-01-01: later dates are refused
};

// Any thread; deterministic. A Rejection says why it is no article.
std::variant<schema::StoredArticle, Rejection> read(RawArticle raw, const ReadingContext& context);

// Names the rules: stored with each article; `index` says when they have changed.
std::string reading_version();

}  // namespace dateline::indexer
