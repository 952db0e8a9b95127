// Where a term stands in one article after the other; cheapest when their ordinals rise. One thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/snapshot.hpp"

namespace dateline::searcher {

class TermPositions {
 public:
  // `articles` that have the term, rising. What is passed must outlive this.
  TermPositions(const schema::Segment& segment, const Xapian::Database& database, const std::string& term,
                const std::vector<std::uint32_t>& articles)
      : database_(database), term_(term), articles_(articles) {
    if (segment.pages) pages_.emplace(*segment.pages, term);
  }

  // Appends the positions, rising: those behind `needed` may be left out.
  void of(std::uint32_t article, std::vector<std::uint32_t>& positions, std::uint32_t needed = UINT32_MAX) {
    if (pages_) return pages_->of(article, advance_to(article), positions, needed);
    const auto end = database_.positionlist_end(article + 1, term_);
    for (auto position = database_.positionlist_begin(article + 1, term_); position != end; ++position)
      positions.push_back(*position);
  }

 private:
  // How many articles further on; lists of positions lie in their order.
  std::size_t advance_to(std::uint32_t article) {
    const std::size_t before = at_;
    if (at_ >= articles_.size() || articles_[at_] > article) at_ = 0;
    std::size_t stride = 1;
    while (at_ + stride < articles_.size() && articles_[at_ + stride] <= article) {
      at_ += stride;
      stride *= 2;
    }
    const auto end = articles_.begin() + static_cast<std::ptrdiff_t>(std::min(at_ + stride, articles_.size()));
    at_ = static_cast<std::size_t>(
        std::lower_bound(articles_.begin() + static_cast<std::ptrdiff_t>(at_), end, article) - articles_.begin());
    return at_ >= before ? at_ - before : 0;
  }

  const Xapian::Database& database_;
  std::string term_;
  const std::vector<std::uint32_t>& articles_;
  std::size_t at_ = 0;
  std::optional<schema::glass::Reader::Positions> pages_;
};

}  // namespace dateline::searcher
