// Cues of whole blocks, where prose speaks against them.
#pragma once

#include "indexer/reading/blocks.hpp"
#include "indexer/reading/cues.hpp"

namespace dateline::indexer {

// The cue of a block; null for blocks with more writing than any line of boilerplate, and where a short cue merely
// happens to begin a sentence of prose.
const Cue* cue_of(const Block& block);

}  // namespace dateline::indexer
