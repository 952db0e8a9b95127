// An article becomes the content of one Xapian document, for any writer: terms, positions, values, data.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "schema/stored_article.hpp"
#include "schema/structure.hpp"
#include "schema/terms.hpp"
#include "text/analyzer.hpp"

namespace dateline::schema {

struct Posting {
  std::string term;
  std::uint32_t wdf = 0;                 // 0 for boolean terms
  std::vector<std::uint32_t> positions;  // rising; only exact terms of Zone::whole have any
};

struct DocumentContent {
  std::vector<Posting> postings;                     // by term, each once
  std::vector<std::pair<Slot, std::string>> values;  // by slot
  std::string data;
  std::vector<std::pair<std::string, std::string>>
      forms;  // (stem term, exact word): the inflections behind a stem, each once
};

// Title words count this often in the weight of a text term.
inline constexpr std::uint32_t title_weight = 3;

// The analyzer is the calling thread's.
DocumentContent make_document(const StoredArticle& article, text::Analyzer& analyzer);

}  // namespace dateline::schema
