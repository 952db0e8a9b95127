// An article as learning sees it: its lines by their keys (docs/BOILERPLATE.md).
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/reading/line_echo.hpp"
#include "indexer/reading/line_key.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

struct SeenLine {
  LineKey key = 0;
  Bond bond = Bond::unknown;     // to its article
  bool is_short = false;         // enough to stand between paragraphs
  std::vector<LineKey> parts{};  // of one of the last lines
};

struct SeenLines {
  std::uint64_t article = 0;    // hash of its key
  std::uint64_t source = 0;     // 0: unknown
  std::vector<SeenLine> lines;  // the last first; none of an article that nothing is learnt from
};

// Of an article as it was read, without or with what was learnt before. Any thread.
SeenLines see_lines(const schema::StoredArticle& article);

}  // namespace dateline::indexer
