// Where sentences may end by the rules of Unicode (UAX #29, sentence boundaries), as ICU finds them for the root locale.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::text {

// Rising, the last at the text's end; none of an empty text. Valid UTF-8 of at most 2 GB. Any thread.
std::vector<std::uint32_t> sentence_boundaries(std::string_view text);

}  // namespace dateline::text
