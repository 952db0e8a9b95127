// Cue lists: the phrases by which readers know that a line is not the article (data/lexicons/boilerplate/cues.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

enum class CueStrength : std::uint8_t { soft, hard, end };

struct Cue {
  std::string text;
  std::string_view reason;
  CueStrength strength = CueStrength::soft;
  bool whole_line = false;  // the cue is all of the line
};

// The strongest cue of a line, the longest among equals; null when it has none. Linear in the line.
const Cue* find_cue(std::string_view line);

}  // namespace dateline::indexer
