// German clauses that tell what was said without a conjunction.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {

// Whether an infinitive ends the clause that begins at `first`, behind a comma: "..., den Turm vernachlässigt zu
// haben",
// "..., wieder anzutreten". "um ... zu" and "ohne ... zu" say what for and how, and are none.
bool is_infinitive_clause(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t first);

// Whether the word at `i` is an infinitive with "zu", before it or inside it.
bool is_infinitive_with_zu(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t i);

// "hat das Urteil für nichtig erklärt", "erklärte sie für beendet", "hat sich bereit erklärt": done, not said.
bool is_declared(const Paragraph& paragraph, TokenRange sentence, std::uint32_t verb);

// "bezeichnete den Turm als Gefahr": whether the verb at `at` says what it calls somebody or something.
bool calls_something(const Paragraph& paragraph, TokenRange sentence, const Cue& cue, std::uint32_t at);

// "Das teilte X am Montag mit.": whether all that the cue's sentence says of what was said is that it stands before.
bool means_sentence_before(std::string_view body, const Paragraph& paragraph, TokenRange sentence, const Cue& cue,
                           std::uint32_t at);

// That sentence, without its full stop, when nobody speaks in it.
std::optional<TokenRange> sentence_before(const Paragraph& paragraph, TokenRange sentence,
                                          const std::vector<Report>& reports);

}  // namespace dateline::indexer::speech
