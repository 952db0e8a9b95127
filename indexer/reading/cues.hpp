// Cue lists: the phrases by which readers know that a line is not the article (data/lexicons/boilerplate/cues.tsv).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::indexer {

enum class CueStrength : std::uint8_t { soft, hard, end };

struct Cue {
  std::string_view text;  // as fold_line() has it
  std::string_view reason;
  CueStrength strength = CueStrength::soft;
  bool whole_line = false;  // the cue is all of the line
  bool ends_word = false;   // a blank follows
  std::size_t size() const { return text.size() + ends_word; }
};

// The strongest cue of a line, the longest among equals; null when it has none. Linear in the line.
const Cue* find_cue(std::string_view line);

}  // namespace dateline::indexer
