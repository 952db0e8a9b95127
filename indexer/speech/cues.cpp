// Cues: words that may report speech. Which of them do is decided with their subject, in reports.cpp.
#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {
namespace {

const Phrase* match_phrase(const std::vector<Token>& tokens, std::uint32_t i, std::uint32_t last) {
  for (const Phrase& phrase : tokens[i].word->phrases) {
    if (!phrase.cue || i + phrase.rest.size() >= last) continue;
    std::size_t k = 0;
    while (k < phrase.rest.size() && tokens[i + 1 + k].word == phrase.rest[k]) ++k;
    if (k == phrase.rest.size()) return &phrase;
  }
  return nullptr;
}

struct Separated {
  const Cue* cue = nullptr;
  std::uint32_t rest = 0;
};

// teilte ... mit, gab ... bekannt: the rest of a separable verb ends its clause.
Separated match_separated(const std::vector<Token>& tokens, std::uint32_t i, std::uint32_t last) {
  constexpr std::uint32_t farthest = 45;
  for (const Phrase& phrase : tokens[i].word->phrases) {
    const auto words = static_cast<std::uint32_t>(phrase.rest.size());
    if (!phrase.cue || words > 2) continue;
    for (std::uint32_t k = i + 2; k + words <= last && k < i + farthest; ++k) {
      if (tokens[k].word != phrase.rest.front() || tokens[k].capital || tokens[k].inside != tokens[i].inside) continue;
      const std::uint32_t end = k + words;  // gab er zu bedenken
      if (words == 2 && tokens[k + 1].word != phrase.rest.back()) continue;
      if (end == last || !tokens[end].is_word() || tokens[end].is(coordinator | that_word))
        return {phrase.cue, end - 1};
    }
  }
  return {};
}

}  // namespace

bool is_told_by_that(CueClass cue_class) {
  return cue_class == CueClass::claim || cue_class == CueClass::announce || cue_class == CueClass::admit;
}

std::vector<FoundCue> find_cues(const Paragraph& paragraph, TokenRange sentence, std::uint32_t inside) {
  const std::vector<Token>& tokens = paragraph.tokens;
  std::vector<FoundCue> found;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = tokens[i];
    if (token.inside != inside || !token.is_word()) continue;
    if (const Phrase* phrase = match_phrase(tokens, i, sentence.last)) {
      const auto length = static_cast<std::uint32_t>(phrase->rest.size()) + 1;
      found.push_back({{i, i + length}, phrase->cue, i + length});
      i += length - 1;
      continue;
    }
    if (paragraph.lexicon->grammar().noun_capitals && !token.word->phrases.empty())
      if (const Separated verb = match_separated(tokens, i, sentence.last); verb.cue) {
        found.push_back({{i, i + 1}, verb.cue, verb.rest + 1});
        continue;
      }
    const Cue* cue = token.word->cue;
    if (!cue || cue->cue_class == CueClass::noun) continue;
    if (token.capital && i > sentence.first) continue;  // United States
    found.push_back({{i, i + 1}, cue, i + 1});
  }
  return found;
}

}  // namespace dateline::indexer::speech
