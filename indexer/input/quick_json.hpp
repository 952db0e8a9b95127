// JSON as it should be, read many times as fast as by the parser that also says what is wrong with the rest.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/input/json.hpp"

namespace dateline::indexer {

// Of an object or an array. Empty for anything else, when it is not JSON, nests deeper than `deepest`, or has a number
// that no machine holds: ask the other parser then. Any thread.
std::optional<Json> read_quickly(std::string_view text, std::size_t deepest);

}  // namespace dateline::indexer
