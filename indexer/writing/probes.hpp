// Sample queries that are asked of a generation before it replaces another: whoever found an article yesterday should
// find it today, and when the rules have changed so that he does not, somebody should be told.
#pragma once

#include <string>
#include <vector>

#include "schema/snapshot.hpp"

namespace dateline::indexer {

inline constexpr std::size_t most_probes = 25;

// Each probe is the most telling words of the title of an article, evenly chosen from all that have one, all to be
// matched. Sentences about those that `after` answers with other articles than `before`; of articles that one of them
// does not have at all nothing is said.
std::vector<std::string> compare_answers(const schema::Snapshot& before, const schema::Snapshot& after);

}  // namespace dateline::indexer
