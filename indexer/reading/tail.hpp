// From the first line of the body to the end: what is cut between its paragraphs and below them.
#pragma once

#include <string>
#include <vector>

#include "indexer/reading/head.hpp"

namespace dateline::indexer {

// `page`: the text of a web page's article. Its elements have said where it ends, so a line in it that names related
// articles opens no tail, and a list may end it.
void read_tail(std::string_view text, const std::vector<Block>& blocks, std::size_t body, bool page,
               const DateContext& dates, Facts& facts, std::vector<Fate>& fates);

// Where "(Reporting by ...)" begins at the end of a paragraph; npos when it does not end so, or is nothing else.
std::size_t find_credit_at_end(std::string_view paragraph);

}  // namespace dateline::indexer
