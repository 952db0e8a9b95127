// The marks that newsrooms put under a story: "kro/dpa", "AFP/mk", "/ritzau/".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/reading/sources.hpp"

namespace dateline::indexer {

// The names of its agencies; none when the line is not at least one agency and the initials of editors, parted by
// slashes, or an agency between slashes.
std::vector<std::string_view> agencies_of_desk_mark(std::string_view line, const SourceCollector& sources);

}  // namespace dateline::indexer
