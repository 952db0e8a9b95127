#pragma once

#include <string_view>

#include "indexer/speech/paragraph.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

// Sets Token::capital where a name stands in a script without capitals.
void mark_caseless_names(std::string_view body, Paragraph& paragraph, const text::AliasTable& aliases);

}  // namespace dateline::indexer::speech
