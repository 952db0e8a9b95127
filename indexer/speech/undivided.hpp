#pragma once

#include <vector>

#include "indexer/speech/attribution.hpp"
#include "indexer/speech/undivided_names.hpp"

namespace dateline::indexer::speech {

// Appends the quotations and the reported speech of one paragraph in a script that does not divide words. `names`: one
// a document, for its paragraphs in their order.
void attribute_undivided(const Reading& reading, std::uint32_t paragraph, UndividedNames& names,
                         std::vector<Attribution>& found);

}  // namespace dateline::indexer::speech
