// Small articles for archives in tests.
#pragma once

#include <string>

#include "schema/stored_article.hpp"

namespace dateline::tests {

// One whose text is about its number; `version` changes text and content hash, not the key.
inline schema::StoredArticle numbered_article(int number, int version = 1) {
  schema::StoredArticle article;
  article.key = "id:" + std::to_string(number);
  article.id = "article-" + std::to_string(number);
  article.input = "day-" + std::to_string(number / 10) + ".jsonl";
  article.member = ":" + std::to_string(number % 10 + 1);
  article.title = "Ferry " + std::to_string(number);
  article.text = "Ferry number " + std::to_string(number) + " sailed. Its master spoke of version" +
                 std::to_string(version) + " waters.";
  article.paragraphs = {{{0, static_cast<std::uint32_t>(article.text.size())}}};
  article.language = "en";
  article.sources = {number % 2 == 0 ? "The Quay" : "Coast Wire"};
  article.content_hash = schema::hash64(article.text);
  return article;
}

inline std::uint64_t key_of(int number) { return schema::hash64("id:" + std::to_string(number)); }

}  // namespace dateline::tests
