// Blanks between words, as snippets trim them.
#pragma once

#include <string_view>

#include "searcher/snippets/matches.hpp"

namespace dateline::searcher {

// The first run of white space; an empty range at 0 when there is none.
ByteRange first_blanks(std::string_view text);

// The part of `range` without the blanks at its ends.
ByteRange without_outer_blanks(std::string_view text, ByteRange range);

}  // namespace dateline::searcher
