// Positions of a term in a document, by binary interpolative coding (Moffat, Stuiver: Binary Interpolative Coding for
// Effective Index Compression, 2000).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::schema::glass {

// Appends the positions, rising. False when the bytes are no such list.
bool decode_positions(std::string_view tag, std::vector<std::uint32_t>& positions);

}  // namespace dateline::schema::glass
