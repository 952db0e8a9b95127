// Text of strangers, for a line that people look at.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// Control characters (of a terminal, above all) become blanks, line breaks too.
// The number of code points stays.
std::string printable(std::string_view text);

}  // namespace dateline::text
