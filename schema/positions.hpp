// The text of an article as positions: title, subtitle and paragraphs one after the other, a gap of one between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/stored_article.hpp"
#include "schema/structure.hpp"
#include "text/analyzer.hpp"

namespace dateline::schema {

// Builds the Structure while the texts of an article are analysed in their order.
class PositionLayout {
 public:
  // Where the next text's tokens will start.
  std::uint32_t next() const { return structure_.length == 0 ? 0 : structure_.length + 1; }

  // A title or subtitle: one sentence, one paragraph.
  void add_heading(const text::Analysis& analysis);
  // A paragraph of the body, which starts at byte `begin` of it. `sentence_ends` count from the paragraph's first byte.
  void add_paragraph(const text::Analysis& analysis, std::uint32_t begin,
                     const std::vector<std::uint32_t>& sentence_ends);

  // With the quotations, which hold those tokens that begin inside them.
  Structure finish(const StoredArticle& article);

 private:
  void close_paragraph();

  Structure structure_;
  bool in_body_ = false;
  std::vector<std::uint32_t> token_bytes_;      // of body tokens: where they begin in the body
  std::vector<std::uint32_t> token_positions_;  // parallel
};

}  // namespace dateline::schema
