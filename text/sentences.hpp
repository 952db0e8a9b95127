// Where sentences end, by ICU's rules mended for news: not after initials and abbreviations, not before a lower-case
// letter.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::text {

// Byte offsets behind each sentence of one paragraph; the last one is the paragraph's length.
// Blanks between sentences belong to the sentence before. Any thread.
std::vector<std::uint32_t> sentence_ends(std::string_view paragraph, std::string_view language);

}  // namespace dateline::text
