// German clauses that tell what was said without a conjunction.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {

// Where the clause begins that an infinitive ends and that says what the cue tells: "erklärte, den Turm vernachlässigt
// zu haben", "rief sie auf, wieder anzutreten". It follows the first comma from `behind`; an object before that comma
// has the infinitive for itself ("betonte die Pflicht, das Licht zu hüten") unless the verb addresses somebody.
std::optional<std::uint32_t> told_by_infinitive(std::string_view body, const Paragraph& paragraph, TokenRange sentence,
                                                const Cue& cue, std::uint32_t behind);

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
