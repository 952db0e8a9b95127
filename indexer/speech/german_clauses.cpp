#include "indexer/speech/german_clauses.hpp"

#include <algorithm>

namespace dateline::indexer::speech {
namespace {

// an-zu-treten, zurück-zu-weisen
bool holds_zu(std::string_view verb) {
  constexpr std::string_view prefixes[] = {
      "ab",     "an",     "auf",      "aus",    "bei",    "bekannt", "bereit", "dar",    "davon",
      "durch",  "ein",    "entgegen", "fest",   "fort",   "frei",    "her",    "heran",  "heraus",
      "herbei", "hervor", "hin",      "hinaus", "hinzu",  "hoch",    "klar",   "los",    "mit",
      "nach",   "nieder", "offen",    "sicher", "statt",  "still",   "teil",   "um",     "vor",
      "voran",  "voraus", "vorbei",   "weg",    "weiter", "wieder",  "zu",     "zurück", "zusammen"};
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

namespace {

// "um ... zu" and "ohne ... zu" say what for and how; "..., gab X zu bedenken" has a subject.
bool is_infinitive_clause(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t first) {
  constexpr std::uint32_t longest = 60;  // tokens
  const auto& tokens = paragraph.tokens;
  if (first >= sentence.last || tokens[first].is(clause_opener | that_word | auxiliary)) return false;
  if (!tokens[first].capital && (tokens[first].word->cue || !tokens[first].word->phrases.empty()) &&
      !tokens[first].is(preposition | article | adverb))
    return false;
  const std::string_view opening = text_of(body, tokens[first]);
  for (const std::string_view aim : {"um", "ohne", "statt", "anstatt"})
    if (opening == aim) return false;
  std::uint32_t end = first;
  while (end < sentence.last && end < first + longest && tokens[end].is_word()) ++end;
  return end > first && is_infinitive_with_zu(body, paragraph, sentence, end - 1);
}

bool addresses_somebody(const Cue& cue) {
  return cue.cue_class == CueClass::order || cue.cue_class == CueClass::promise || cue.cue_class == CueClass::warn ||
         cue.lemma == "vorwerfen" || cue.lemma == "beschuldigen";
}

}  // namespace

std::optional<std::uint32_t> told_by_infinitive(std::string_view body, const Paragraph& paragraph, TokenRange sentence,
                                                const Cue& cue, std::uint32_t behind) {
  constexpr std::uint32_t farthest = 40;  // tokens
  const auto& tokens = paragraph.tokens;
  if (cue.cue_class == CueClass::quoted || cue.strength < 2) return std::nullopt;
  std::uint32_t i = behind;
  bool has_object = false;
  for (; i < sentence.last && i < behind + farthest && tokens[i].is_word(); ++i)
    has_object = has_object || (tokens[i].is(article | determiner) && (i == behind || !tokens[i - 1].is(preposition)));
  const bool promises = cue.cue_class == CueClass::announce || cue.cue_class == CueClass::promise;
  const bool ends = i + 1 == sentence.last && tokens[i].mark == '.';
  if (promises && ends && i > behind + 2 && is_infinitive_with_zu(body, paragraph, sentence, i - 1))
    return behind;  // hat angekündigt wieder anzutreten: the comma may be left out
  if (i >= sentence.last || tokens[i].mark != ',' || (has_object && !addresses_somebody(cue))) return std::nullopt;
  return is_infinitive_clause(body, paragraph, sentence, i + 1) ? std::optional(i + 1) : std::nullopt;
}

bool is_declared(const Paragraph& paragraph, TokenRange sentence, std::uint32_t verb) {
  constexpr std::uint32_t farthest = 12;  // tokens
  const auto& tokens = paragraph.tokens;
  const auto is_state_at = [&](std::uint32_t i) {  // für nichtig, bereit
    if (i <= sentence.first || !tokens[i].is_word() || tokens[i].capital) return false;
    const Lexicon& lexicon = *paragraph.lexicon;
    return tokens[i - 1].word == &lexicon.find("für") || tokens[i].word == &lexicon.find("bereit");
  };
  if (verb > sentence.first && is_state_at(verb - 1)) return true;
  std::uint32_t end = verb + 1;
  while (end < sentence.last && end < verb + farthest && tokens[end].is_word()) ++end;
  return end > verb + 1 && (end == sentence.last || !tokens[end].is_word()) && is_state_at(end - 1);
}

bool calls_something(const Paragraph& paragraph, TokenRange sentence, const Cue& cue, std::uint32_t at) {
  constexpr std::uint32_t farthest = 30;  // tokens
  const auto& tokens = paragraph.tokens;
  if (cue.lemma != "bezeichnen") return false;
  const Word* as = &paragraph.lexicon->find("als");
  for (std::uint32_t i = at + 1; i + 1 < sentence.last && i < at + farthest; ++i) {
    if (!tokens[i].is_word()) return false;
    if (tokens[i].word == as) return i > at + 1 && tokens[i + 1].is_word();
  }
  return false;
}

bool means_sentence_before(std::string_view body, const Paragraph& paragraph, TokenRange sentence, const Cue& cue,
                           std::uint32_t at) {
  const auto& tokens = paragraph.tokens;
  const bool tells = cue.cue_class == CueClass::say || cue.cue_class == CueClass::announce ||
                     cue.cue_class == CueClass::admit || cue.cue_class == CueClass::write;
  if (!tells || cue.strength < 2 || at <= sentence.first) return false;
  const std::string_view opening = text_of(body, tokens[sentence.first]);
  if (opening != "Das" && opening != "Dies") return false;
  const bool beside = at == sentence.first + 1 || tokens[sentence.first + 1].is(auxiliary);  // Das hat X mitgeteilt
  if (!beside) return false;
  for (std::uint32_t i = sentence.first; i < at; ++i)  // Das ist falsch, sagte X
    if (!tokens[i].is_word()) return false;
  for (std::uint32_t i = at; i + 1 < sentence.last; ++i)
    if (tokens[i].mark == ':' || tokens[i].edge != Edge::none || (tokens[i].mark == ',' && tokens[i + 1].is(that_word)))
      return false;
  return true;
}

std::optional<TokenRange> sentence_before(const Paragraph& paragraph, TokenRange sentence,
                                          const std::vector<Report>& reports) {
  const auto own = std::lower_bound(paragraph.sentences.begin(), paragraph.sentences.end(), sentence.first,
                                    [](const Sentence& s, std::uint32_t at) { return s.first < at; });
  if (own == paragraph.sentences.begin() || own == paragraph.sentences.end()) return std::nullopt;
  TokenRange before = {std::prev(own)->first, std::prev(own)->last};
  const auto& tokens = paragraph.tokens;
  while (!before.empty() && !tokens[before.last - 1].is_word()) --before.last;
  const auto report = std::lower_bound(reports.begin(), reports.end(), before.first,
                                       [](const Report& r, std::uint32_t at) { return r.cue.first < at; });
  if (report != reports.end() && report->cue.first < before.last) return std::nullopt;
  for (std::uint32_t i = before.first; i < before.last; ++i)
    if (tokens[i].inside != nowhere) return std::nullopt;
  return before;
}

}  // namespace dateline::indexer::speech
