// The marks that newsrooms put under a story: "kro/dpa", "AFP/mk".
#pragma once

#include <string_view>

#include "indexer/reading/sources.hpp"

namespace dateline::indexer {

// Whether the line is the initials of editors and at least one agency, parted by slashes, and nothing else.
bool is_desk_mark(std::string_view line, const SourceCollector& sources);

}  // namespace dateline::indexer
