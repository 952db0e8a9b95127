// Chinese, Japanese and Korean: a quotation's speaker by what stands directly before and behind the marks.
#pragma once

#include <vector>

#include "indexer/speech/attribution.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

// Appends an attribution for each quotation of the paragraph.
void attribute_undivided(const Reading& reading, std::uint32_t paragraph, std::vector<Attribution>& found);

}  // namespace dateline::indexer::speech
