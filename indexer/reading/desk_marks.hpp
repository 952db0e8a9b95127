// The marks that newsrooms put under a story: "kro/dpa", "AFP/mk", "/ritzau/".
#pragma once

#include <string_view>

#include "indexer/reading/sources.hpp"

namespace dateline::indexer {

// Whether the line is at least one agency and the initials of editors, parted by slashes, or an agency between slashes.
bool is_desk_mark(std::string_view line, const SourceCollector& sources);

}  // namespace dateline::indexer
