// What a block of a table looks like (docs/GLASS.md).
#pragma once

#include <cstdint>

namespace dateline::schema::glass {

// Revision (4 bytes), level (1), largest gap (2), free bytes (2), end of the directory (2), then the directory: an
// offset (2) for each item.
inline constexpr std::uint32_t level_at = 4, largest_gap_at = 5, free_bytes_at = 7, directory_end_at = 9,
                               directory_at = 11;

// In the first two bytes of a leaf item: its length less 3, and what it is.
inline constexpr std::uint32_t compressed_item = 0x8000, last_part = 0x4000, first_part = 0x2000, length_mask = 0x1FFF;

}  // namespace dateline::schema::glass
