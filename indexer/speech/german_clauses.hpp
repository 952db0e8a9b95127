// German clauses that tell what was said without a conjunction.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {

// Whether an infinitive ends the clause that begins at `first`, behind a comma: "..., den Turm vernachlässigt zu
// haben",
// "..., wieder anzutreten". "um ... zu" and "ohne ... zu" say what for and how, and are none.
bool is_infinitive_clause(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t first);

// Whether the word at `i` is an infinitive with "zu", before it or inside it.
bool is_infinitive_with_zu(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t i);

}  // namespace dateline::indexer::speech
