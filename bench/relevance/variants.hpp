// Ranking with other numbers, as asked for: "k1=0.9,b=0.4".
#pragma once

#include <string>

#include "searcher/plan/ranking_rules.hpp"

namespace dateline::bench {

// Throws std::runtime_error for a name or a number that is none.
searcher::RankingRules rules_of(const std::string& variant);

std::string names_of_rules();

}  // namespace dateline::bench
