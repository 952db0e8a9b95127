#include "indexer/reading/block_cues.hpp"

#include "indexer/reading/letters.hpp"

namespace dateline::indexer {
namespace {

constexpr std::uint32_t longest_cued = 180;     // weight
constexpr std::uint32_t shortest_telling = 10;  // weight of a cue that decides against prose

bool is_mark_of_ownership(const Cue& cue) {
  return cue.reason == "copyright" || cue.reason == "original url" || cue.reason == "tags";
}

}  // namespace

const Cue* cue_of(const Block& block) {
  if (block.weight >= longest_cued) return nullptr;
  const Cue* cue = find_cue(block.text);
  if (!cue || cue->whole_line || cue->strength != CueStrength::soft || is_mark_of_ownership(*cue)) return cue;
  return is_prose(block) && weigh(cue->text) < shortest_telling ? nullptr : cue;
}

}  // namespace dateline::indexer
