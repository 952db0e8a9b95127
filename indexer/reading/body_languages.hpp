// The languages of the body, and the foreign tail that is none of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/head.hpp"
#include "text/identify.hpp"

namespace dateline::indexer {

// Cuts a run of blocks at the end that is in another language than the body begins in and shares hardly any of its
// names; then tells the languages of what is left, one a block of the body.
text::DocumentLanguages read_languages(const std::vector<Block>& blocks, std::string_view given, Facts& facts,
                                       std::vector<Fate>& fates);

}  // namespace dateline::indexer
