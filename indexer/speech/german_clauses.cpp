#include "indexer/speech/german_clauses.hpp"

namespace dateline::indexer::speech {
namespace {

// an-zu-treten, zurück-zu-weisen
bool holds_zu(std::string_view verb) {
  constexpr std::string_view prefixes[] = {"ab",  "an",   "auf",    "aus",    "bei",    "bekannt", "bereit",  "durch",
                                           "ein", "fest", "fort",   "her",    "herbei", "hin",     "hinzu",   "klar",
                                           "los", "mit",  "nach",   "nieder", "sicher", "statt",   "teil",    "um",
                                           "vor", "weg",  "weiter", "wieder", "zu",     "zurück",  "zusammen"};
  constexpr std::size_t shortest = 4;  // of the verb's own letters: tun and sein with their ending
  if (verb.size() < shortest || verb.back() != 'n') return false;
  for (const std::string_view prefix : prefixes)
    if (verb.size() >= prefix.size() + 2 + shortest - 1 && verb.substr(0, prefix.size()) == prefix &&
        verb.substr(prefix.size(), 2) == "zu")
      return true;
  return false;
}

}  // namespace

bool is_infinitive_with_zu(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t i) {
  const Token& verb = paragraph.tokens[i];
  if (i <= sentence.first || !verb.is_word() || verb.capital) return false;
  const std::string_view written = text_of(body, verb);
  if (paragraph.tokens[i - 1].is(infinitive)) return written.back() == 'n';
  return holds_zu(written);
}

bool is_infinitive_clause(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t first) {
  constexpr std::uint32_t longest = 60;  // tokens
  const auto& tokens = paragraph.tokens;
  if (first >= sentence.last || tokens[first].is(clause_opener | that_word)) return false;
  const std::string_view opening = text_of(body, tokens[first]);
  for (const std::string_view aim : {"um", "ohne", "statt", "anstatt"})
    if (opening == aim) return false;
  std::uint32_t end = first;
  while (end < sentence.last && end < first + longest && tokens[end].is_word()) ++end;
  return end > first && is_infinitive_with_zu(body, paragraph, sentence, end - 1);
}

}  // namespace dateline::indexer::speech
