// Positions of a term in a document, by binary interpolative coding (Moffat, Stuiver: Binary Interpolative Coding for
// Effective Index Compression, 2000).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema::glass {

inline constexpr std::uint32_t last_position = UINT32_MAX;

// Appends the positions, rising: all up to `needed`, and perhaps some of those behind it. The code gives a list from
// its middle outwards, left before right: what is behind a middle that lies too far on is not read. False when the
// bytes are no such list.
bool decode_positions(std::string_view tag, std::vector<std::uint32_t>& positions,
                      std::uint32_t needed = last_position);

// Appends the code of positions that rise, at least one.
void encode_positions(std::span<const std::uint32_t> positions, std::string& tag);

}  // namespace dateline::schema::glass
