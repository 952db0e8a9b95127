// The head zone: everything before the body. Title, subtitle, byline, date lines, mastheads, credits, appeals.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/article_facts.hpp"
#include "indexer/reading/blocks.hpp"

namespace dateline::indexer {

// What becomes of a block: part of the body, shown as a field, or cut for a reason.
struct Fate {
  enum class Kind : unsigned char { body, field, cut };
  Kind kind = Kind::body;
  std::string_view reason;
};

struct HeadContext {
  DateContext dates;
  bool structured = false;               // a record: lines that nothing explains belong to the body
  bool page = false;                     // the text of a web page's article: so do short sentences
  std::span<const std::string> dated{};  // its lines that their elements call byline or date
};

// Index of the first block of prose; everything before it is the head. A standfirst, which may be prose, belongs to the
// head where the lines that say who printed the article, and when, stand below it.
std::size_t find_body(const std::vector<Block>& blocks, bool has_title, const HeadContext& context);

void read_head(const std::vector<Block>& blocks, std::size_t body, const HeadContext& context, Facts& facts,
               std::vector<Fate>& fates);

}  // namespace dateline::indexer
