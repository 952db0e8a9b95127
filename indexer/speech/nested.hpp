// A body's statement often tells what others said: reported speech inside a quotation.
#pragma once

#include <optional>
#include <vector>

#include "indexer/speech/attribution.hpp"
#include "indexer/speech/resolution.hpp"

namespace dateline::indexer::speech {

struct NestedReport {
  Attribution attribution;
  std::size_t speaker = 0;  // of the cast; only persons and bodies by name, or pronouns for them
};

// Finds reports inside quotations, one quotation after the other in the order of the text: a pronoun in the second
// means the person who spoke in the first.
class NestedSpeech {
 public:
  NestedSpeech(const Reading& reading, Resolver& resolver) : reading_(reading), resolver_(resolver) {}

  std::vector<NestedReport> inside(const Attribution& quotation);

 private:
  std::optional<std::size_t> speaker_of(std::uint32_t paragraph, const Report& report);

  const Reading& reading_;
  Resolver& resolver_;
  std::optional<std::size_t> last_;  // who spoke inside the quotation before
  std::uint32_t last_paragraph_ = 0;
};

}  // namespace dateline::indexer::speech
