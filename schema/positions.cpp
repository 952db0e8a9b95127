#include "schema/positions.hpp"

#include <algorithm>

namespace dateline::schema {

void PositionLayout::close_paragraph() {
  structure_.sentence_ends.push_back(structure_.length);
  structure_.paragraph_ends.push_back(structure_.length);
}

void PositionLayout::add_heading(const text::Analysis& analysis) {
  if (analysis.tokens.empty()) return;
  structure_.length = next() + static_cast<std::uint32_t>(analysis.tokens.size());
  close_paragraph();
}

void PositionLayout::add_paragraph(const text::Analysis& analysis, std::uint32_t begin,
                                   const std::vector<std::uint32_t>& sentence_ends) {
  if (analysis.tokens.empty()) return;
  const std::uint32_t first = next();
  if (!in_body_) structure_.body_begin = first;
  in_body_ = true;
  auto sentence = sentence_ends.begin();
  std::uint32_t position = first;
  for (const text::Token& token : analysis.tokens) {
    bool ended = false;
    for (; sentence != sentence_ends.end() && *sentence <= token.begin; ++sentence) ended = true;
    if (ended && position > first) structure_.sentence_ends.push_back(position);
    token_bytes_.push_back(begin + token.begin);
    token_positions_.push_back(position++);
  }
  structure_.length = position;
  close_paragraph();
}

Structure PositionLayout::finish(const StoredArticle& article) {
  if (!in_body_) structure_.body_begin = structure_.length;
  const auto token_at = [&](std::uint32_t byte) {
    return static_cast<std::size_t>(std::lower_bound(token_bytes_.begin(), token_bytes_.end(), byte) -
                                    token_bytes_.begin());
  };
  for (const StoredQuote& quote : article.quotes) {
    const std::size_t first = token_at(quote.begin), end = token_at(quote.end);
    if (first >= end) continue;  // no word in it
    QuotePositions positions;
    positions.words = {token_positions_[first], token_positions_[end - 1] + 1};
    positions.speaker = quote.speaker ? *quote.speaker + 1 : 0;
    positions.direct = quote.direct;
    structure_.quotes.push_back(positions);
  }
  auto& quotes = structure_.quotes;
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const auto& a, const auto& b) { return a.words.begin < b.words.begin; });
  // Quotations do not overlap; where an input claims so, words belong to the one that began first.
  std::uint32_t before = 0;
  for (auto& quote : quotes) {
    quote.words.begin = std::max(quote.words.begin, before);
    before = std::max(before, quote.words.end);
  }
  quotes.erase(std::remove_if(quotes.begin(), quotes.end(), [](const auto& q) { return q.words.begin >= q.words.end; }),
               quotes.end());
  return std::move(structure_);
}

}  // namespace dateline::schema
