// Small articles in which somebody is quoted.
#pragma once

#include <string>

#include "indexer/writing/archive_writer.hpp"
#include "schema/stored_article.hpp"
#include "tests/indexer/writing/sample_articles.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::tests {

inline schema::StoredArticle quoting(int number, const std::string& name, const std::string& language) {
  schema::StoredArticle article = numbered_article(number);
  article.language = language;
  schema::StoredSpeaker speaker;
  speaker.name = name;
  speaker.id = text::name_id(name);
  speaker.as_written = {name};
  article.speakers = {speaker};
  schema::StoredQuote quote;
  quote.end = 5;
  quote.speaker = 0;
  article.quotes = {quote};
  return article;
}

}  // namespace dateline::tests
