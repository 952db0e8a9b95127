// How many columns of a terminal text takes: East Asian wide characters two, combining ones none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/printable.hpp"

namespace dateline::app {

std::size_t width_of(char32_t code_point);
std::size_t width_of(std::string_view text);

// Blanks behind (or before) the text up to `width` columns.
std::string padded(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

// The text, or its beginning with an ellipsis, in at most `width` columns (0: as long as it is).
std::string shortened(std::string_view text, std::size_t width);

using text::printable;

}  // namespace dateline::app
