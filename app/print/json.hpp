// JSON of what only the command tells; what the library answers comes from json/.
#pragma once

#include <string>
#include <vector>

#include "app/print/tokens.hpp"
#include "json/answers.hpp"

namespace dateline::app {

using json::bucket_to_json;
using json::export_to_json;
using json::facet_value_to_json;
using json::facets_to_json;
using json::hit_to_json;
using json::Layout;
using json::pair_to_json;
using json::quote_to_json;
using json::speaker_to_json;
using json::suggestion_to_json;
using json::suggestions_to_json;
using json::timeline_to_json;
using json::to_json;

std::string to_json(const AnalyzedText& analyzed, Layout layout = Layout::compact);
std::string token_to_json(const AnalyzedToken& token);
std::string removal_to_json(std::size_t removed, const std::vector<std::string>& missing, Layout layout);

}  // namespace dateline::app
