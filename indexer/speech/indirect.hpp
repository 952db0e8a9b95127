// Reported speech without marks: which words of the sentence are what was said.
#pragma once

#include <optional>
#include <vector>

#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {

// What reports[which] reports. Empty when the cue is not clear enough to stand without marks.
std::optional<TokenRange> reported_clause(std::string_view body, const Paragraph& paragraph,
                                          const std::vector<Report>& reports, std::size_t which);

}  // namespace dateline::indexer::speech
