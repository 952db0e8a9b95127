// Counts as lengths.
#pragma once

#include <cstddef>
#include <string>

#include "app/print/page.hpp"

namespace dateline::app {

// The largest count fills `columns`, and what there is is never nothing. In eighths of a column where the terminal has
// blocks, else in whole "#". Painted.
std::string bar(std::size_t count, std::size_t largest, std::size_t columns, const Page& page);

}  // namespace dateline::app
