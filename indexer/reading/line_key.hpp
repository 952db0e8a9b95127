// By what a line is known again in other articles: its letters, whatever its numbers, capitals, blanks and marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// Kept in archives. 0: a line without letters, which is no line. The lowest bit says whether the line may be cut: it
// is long enough to be known again, and no end of a sentence that was wrapped.
using LineKey = std::uint64_t;

inline bool may_be_cut(LineKey key) { return (key & 1) != 0; }

struct LineKeys {
  LineKey line = 0;
  // Of longer lines, of which a part may change: "Write to NAME, who covers ...". The first and the last words, so many
  // that they are at least two fifths of it; none for a line with numbers, which are what changes in tables and
  // reports.
  std::vector<LineKey> parts;
};

enum class Parts : bool { not_asked_for, too };

LineKeys keys_of(std::string_view line, Parts parts);

}  // namespace dateline::indexer
