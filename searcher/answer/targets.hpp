// What to mark in snippets: the plan's words.
#pragma once

#include <string>
#include <vector>

#include "searcher/plan/plan.hpp"
#include "searcher/snippets/targets.hpp"

namespace dateline::searcher {

// In an article of these languages: a stem counts only where its language is.
MatchTargets targets_of(const Plan& plan, const std::vector<std::string>& languages);

}  // namespace dateline::searcher
