// Where a term stands in one article after the other; cheapest when their ordinals rise. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/snapshot.hpp"

namespace dateline::searcher {

class TermPositions {
 public:
  // What is passed must outlive this.
  TermPositions(const schema::Segment& segment, const Xapian::Database& database, const std::string& term)
      : database_(database), term_(term) {
    if (segment.pages) pages_.emplace(*segment.pages, term);
  }

  // Appends the positions, rising.
  void of(std::uint32_t article, std::vector<std::uint32_t>& positions) {
    if (pages_) return pages_->of(article, positions);
    const auto end = database_.positionlist_end(article + 1, term_);
    for (auto position = database_.positionlist_begin(article + 1, term_); position != end; ++position)
      positions.push_back(*position);
  }

 private:
  const Xapian::Database& database_;
  std::string term_;
  std::optional<schema::glass::Reader::Positions> pages_;
};

}  // namespace dateline::searcher
