// Captions and credits of pictures, by their shape: "Mikhail Ivanov / AGENCY", "Who it shows. Name, AGENCY /
// site.example".
#pragma once

#include <string_view>

#include "indexer/reading/sources.hpp"

namespace dateline::indexer {

bool is_photo_credit(std::string_view line, const SourceCollector& sources);

}  // namespace dateline::indexer
