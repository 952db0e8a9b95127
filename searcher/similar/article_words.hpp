// The words of a stored article as the archive has them: bulk-built segments do not remember which terms an article
// has, so its text is analysed again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/stored_article.hpp"
#include "searcher/plan/plan.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// A word with its inflections; in scripts without blanks a word of the dictionary, or two neighbouring characters.
struct ArticleWord {
  std::string root;                // term: of the stem where there is one, else of the first letters, else of the word
  std::string language;            // of the paragraphs it stands in, without region
  std::vector<std::string> forms;  // exact terms of the inflections that occur, most frequent first; empty for spans
  std::string shown;               // the most frequent form, folded; a span as it is written
  std::uint32_t count = 0;         // with words of the title counted as when indexing

  // What ranks articles by it.
  std::vector<TermGroup> groups(double weight) const;
};

// Of title, subtitle and body, by root and language; without words that are about nothing (small_words.hpp).
std::vector<ArticleWord> article_words(const schema::StoredArticle& article, text::Analyzer& analyzer);

}  // namespace dateline::searcher
