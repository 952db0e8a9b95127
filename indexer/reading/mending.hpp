// Small damage of scraped text is mended by leaving bytes out: spans that skip them, nothing written anew.
#pragma once

#include <string>
#include <string_view>

#include "indexer/reading/blocks.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// The block as spans of `text`: blanks around line ends, doubled blanks, blanks before commas and full stops, and
// inside of brackets left out.
schema::Paragraph mend(std::string_view text, const Block& block);

// What the spans show: "\n" as a blank.
std::string shown(std::string_view text, const schema::Paragraph& paragraph);

// The first URL of a line, joined where a blank broke it; empty when there is none.
std::string find_url(std::string_view line);

}  // namespace dateline::indexer
