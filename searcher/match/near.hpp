// NEAR and ADJ over windows: words and phrases alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "schema/structure.hpp"

namespace dateline::searcher {

// The stretches that hold one window of each operand, none overlapping another, with fewer than `distance` other
// words between them. Operands' windows are sorted by begin. Each window that is tried takes one of `steps_left`; when
// there are none left, what was found so far is returned.
std::vector<schema::PositionRange> windows_near(const std::vector<std::vector<schema::PositionRange>>& operands,
                                                std::uint32_t distance, bool in_order, std::size_t& steps_left);

}  // namespace dateline::searcher
