#include "indexer/speech/resolution.hpp"

#include <algorithm>

#include "indexer/speech/names.hpp"
#include "indexer/speech/subjects.hpp"

namespace dateline::indexer::speech {
namespace {

bool clash(char a, char b) { return (a == 'm' && b == 'f') || (a == 'f' && b == 'm'); }

bool is_oblique(const Cue* cue) { return cue && cue->cue_class == CueClass::according; }

// Whether the speaker is the verb's subject: not "слова Трампа", "цитирует Трампа".
bool has_subject(const Cue* cue) {
  return cue && !is_oblique(cue) && cue->cue_class != CueClass::noun && cue->cue_class != CueClass::quoted;
}

}  // namespace

Resolved Resolver::resolve(const Place& place, const Cue* cue) {
  const std::uint64_t key = std::uint64_t{place.paragraph} << 32 | place.tokens.first;
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  known_[key] = {std::nullopt, "pronoun, no antecedent", false};  // ends any circle
  Resolved resolved = resolve_once(place, cue);
  known_[key] = resolved;
  return resolved;
}

Resolved Resolver::resolve_name(const Attribution& attribution) {
  const std::string_view written =
      reading_.body.substr(attribution.name_begin, attribution.name_end - attribution.name_begin);
  const auto known = known_names_.find(written);
  if (known != known_names_.end()) return {known->second, "", false};
  Mention mention;
  mention.kind = MentionKind::name;
  mention.name = std::string(written);
  mention.name_words = 1;
  mention.titled = true;
  const auto member = cast_.find_or_add(mention, *reading_.paragraphs[attribution.paragraph].lexicon, false);
  if (member) cast_.spelled(*member, mention.name);
  known_names_.emplace(written, member);
  return {member, "", false};
}

Resolved Resolver::resolve_once(const Place& place, const Cue* cue) {
  const Paragraph& paragraph = reading_.paragraphs[place.paragraph];
  const Mention mention = reader_.read(paragraph, place.tokens);
  switch (mention.kind) {
    case MentionKind::name: {
      const bool singular = cue && cue->agreement == '-' && cue->cue_class != CueClass::according &&
                            place.tokens.last - place.tokens.first == 1;
      if (!cast_.is_credible(mention, singular)) return {std::nullopt, "a capital, perhaps no name", false};
      if (has_subject(cue) && cast_.is_declined(mention, *paragraph.lexicon))
        return {std::nullopt, "a name in another case", false};
      if (cue && clash(cue->agreement, mention.gender)) return {std::nullopt, "verb and name disagree", false};
      const auto member = cast_.find_or_add(mention, *paragraph.lexicon, is_oblique(cue));
      if (member && cue && clash(cue->agreement, cast_[*member].gender))
        return {std::nullopt, "verb and name disagree", false};
      if (member) cast_.spelled(*member, mention.name);
      return {member, "", false};
    }
    case MentionKind::pronoun:
      if (mention.gender == 's') return resolve_pronoun(place, cue && cue->agreement == 'p' ? 'p' : 'f');
      return resolve_pronoun(place, mention.gender);
    case MentionKind::role_phrase:
      if (const auto holder = cast_.holder_of(mention.role, *paragraph.lexicon))
        return {holder, "by role: " + mention.role, false};
      return {std::nullopt, "role phrase, nobody of that role alone", false};
    case MentionKind::group:
      return {std::nullopt, "anonymous: " + (mention.role.empty() ? "a group" : mention.role), false};
    case MentionKind::media:
      return {std::nullopt, "relayed by a medium", true};
    case MentionKind::document:
      return {std::nullopt, "a document", false};
    case MentionKind::place:
      return {std::nullopt, "a state", false};
    case MentionKind::nobody:
      break;
  }
  return {std::nullopt, "nobody named", false};
}

// The nearest sentence before that has a person for its speaker or subject, and the pronoun fits.
Resolved Resolver::resolve_pronoun(const Place& place, char gender) {
  if (gender == 'p' || gender == 'n') return {std::nullopt, "pronoun, no antecedent", false};
  constexpr int farthest = 4;  // sentences
  int looked_at = 0;
  std::uint32_t limit = place.tokens.first;
  for (std::uint32_t p = place.paragraph + 1; p-- > 0 && place.paragraph - p <= 2;) {
    const auto& sentences = reading_.paragraphs[p].sentences;
    auto behind = std::upper_bound(sentences.begin(), sentences.end(), limit == nowhere ? nowhere - 1 : limit,
                                   [](std::uint32_t token, const Sentence& s) { return token < s.first; });
    while (behind != sentences.begin()) {
      --behind;
      if (const auto person = person_of_sentence(p, *behind, limit, gender)) return {person, "pronoun", false};
      if (++looked_at > farthest) return {std::nullopt, "pronoun, no antecedent", false};
    }
    limit = nowhere;
  }
  return {std::nullopt, "pronoun, no antecedent", false};
}

std::optional<std::size_t> Resolver::person_of_sentence(std::uint32_t p, const Sentence& sentence, std::uint32_t limit,
                                                        char gender) {
  const Paragraph& paragraph = reading_.paragraphs[p];
  const auto& reports = reading_.reports[p];
  auto report = std::lower_bound(reports.begin(), reports.end(), sentence.first,
                                 [](const Report& r, std::uint32_t token) { return r.cue.first < token; });
  constexpr int most_reports = 4;
  int tried = 0;
  for (; report != reports.end() && report->cue.first < std::min(sentence.last, limit) && ++tried <= most_reports;
       ++report) {
    if (report->speaker.first >= limit) continue;
    const Resolved resolved = resolve({p, report->speaker}, report->entry);
    if (resolved.member && cast_[*resolved.member].kind == SpeakerKind::person &&
        !clash(gender, cast_[*resolved.member].gender))
      return resolved.member;
  }
  if (sentence.headline) return std::nullopt;
  constexpr std::uint32_t farthest_name = 25;  // tokens from the sentence's beginning
  const std::uint32_t end = std::min({sentence.last, limit, sentence.first + farthest_name});
  for (std::uint32_t i = sentence.first; i < end; ++i) {
    if (paragraph.tokens[i].inside != nowhere || !may_be_name(paragraph.tokens[i])) continue;
    const TokenRange run = name_run(paragraph, i, end);
    if (is_noun_with_article(paragraph, run)) {
      i = run.last - 1;
      continue;
    }
    if (const auto person = person_at(p, run, gender)) return person;
    i = run.last - 1;
  }
  return std::nullopt;
}

std::optional<std::size_t> Resolver::person_at(std::uint32_t p, TokenRange run, char gender) {
  const Paragraph& paragraph = reading_.paragraphs[p];
  if (paragraph.tokens[run.last - 1].possessive) return std::nullopt;
  const Mention mention = reader_.read(paragraph, run);
  if (mention.kind != MentionKind::name || mention.body || clash(gender, mention.gender)) return std::nullopt;
  const auto& surname_known = mention.name_words >= 2 || cast_.introduces(mention.name);
  if (!surname_known) return std::nullopt;
  const auto member = cast_.find_or_add(mention, *paragraph.lexicon, false);
  if (!member || cast_[*member].kind != SpeakerKind::person || clash(gender, cast_[*member].gender))
    return std::nullopt;
  return member;
}

}  // namespace dateline::indexer::speech
