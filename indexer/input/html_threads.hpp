// What readers wrote below an article, where no name of an element says so.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/input/html_blocks.hpp"

namespace dateline::indexer {

// Elements that hold the thread: those behind a heading such as "3 comments", and neighbours alike that each have a
// time and an offer to reply. None before the first prose behind `headline`.
std::vector<std::uint32_t> find_threads(const HtmlNodes& nodes, const PageBlocks& page, std::uint32_t headline);

}  // namespace dateline::indexer
