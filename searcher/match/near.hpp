// NEAR and ADJ over windows: words and phrases alike.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/structure.hpp"

namespace dateline::searcher {

// The stretches that hold one window of each operand, none overlapping another, with fewer than `distance` other
// words between them. Operands' windows are sorted by begin. So that no article can take for ever, only so many
// combinations are tried.
std::vector<schema::PositionRange> windows_near(const std::vector<std::vector<schema::PositionRange>>& operands,
                                                std::uint32_t distance, bool in_order);

}  // namespace dateline::searcher
