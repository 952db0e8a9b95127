// Words that are about nothing ("of", "she", "nach"): among few articles their rarity does not give them away.
#pragma once

#include <string_view>

namespace dateline::searcher {

// Whether the folded word is one in that language. Only languages that data/lexicons has lists of know any.
bool is_small_word(std::string_view folded, std::string_view language);

}  // namespace dateline::searcher
