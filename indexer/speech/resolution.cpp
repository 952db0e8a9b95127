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

// "One passenger praised the crew.": whoever the next sentence means is nobody named.
bool opens_with_stranger(const Paragraph& paragraph, const Sentence& sentence) {
  const auto& tokens = paragraph.tokens;
  if (sentence.last - sentence.first < 2 || !tokens[sentence.first].is(indefinite)) return false;
  return !tokens[sentence.first + 1].capital;
}

// "Asked about Finch, he smiled", "vor der Richterin Finch": no antecedent. Where the order is freer, a preposition may
// also end what stands before the subject.
bool hangs_on_preposition(const Paragraph& paragraph, const Sentence& sentence, std::uint32_t name) {
  const auto& tokens = paragraph.tokens;
  const Grammar& grammar = paragraph.lexicon->grammar();
  if (grammar.order != WordOrder::subject_first && !grammar.noun_capitals) return false;
  std::uint32_t i = name;
  if (grammar.noun_capitals) {
    if (i > sentence.first && tokens[i - 1].word->role) --i;
    if (i > sentence.first && tokens[i - 1].is(article | determiner)) --i;
  }
  return i > sentence.first && tokens[i - 1].is(preposition) && !tokens[i - 1].is(article);
}

// "A Finch Lamps spokeswoman": the name says whose she is. English alone puts roles so.
bool says_whose(const Paragraph& paragraph, TokenRange name) {
  if (paragraph.lexicon->grammar().order != WordOrder::subject_first || name.last >= paragraph.tokens.size())
    return false;
  const Token& behind = paragraph.tokens[name.last];
  return behind.is_word() && !behind.capital && behind.word->role;
}

// "В Лондоне заявили" means nobody, "В МЧС заявили" a body.
bool hangs_on_source(const Paragraph& paragraph, TokenRange phrase) {
  return !paragraph.lexicon->grammar().noun_capitals && phrase.first > 0 &&
         paragraph.tokens[phrase.first - 1].is(source_preposition);
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
  if (place.tokens.empty()) return resolve_left_out(place, cue ? cue->agreement : '-');
  const Mention mention = reader_.read(paragraph, place.tokens);
  switch (mention.kind) {
    case MentionKind::name: {
      const bool singular = cue && cue->agreement == '-' && cue->cue_class != CueClass::according &&
                            place.tokens.last - place.tokens.first == 1;
      if (hangs_on_source(paragraph, place.tokens) && !mention.body) return {std::nullopt, "a place", false};
      if (!cast_.is_credible(mention, singular)) return {std::nullopt, "a capital, perhaps no name", false};
      if (has_subject(cue) && cast_.is_declined(mention, *paragraph.lexicon))
        return {std::nullopt, "a name in another case", false};
      if (cue && clash(cue->agreement, mention.gender)) return {std::nullopt, "verb and name disagree", false};
      const bool oblique = is_oblique(cue) || hangs_on_source(paragraph, place.tokens);
      const auto member = cast_.find_or_add(mention, *paragraph.lexicon, oblique);
      if (member && cue && clash(cue->agreement, cast_[*member].gender))
        return {std::nullopt, "verb and name disagree", false};
      if (member) cast_.spelled(*member, mention.name);
      return {member, "", false};
    }
    case MentionKind::pronoun:
      if (mention.gender == 's') return resolve_pronoun(place, cue && cue->agreement == 'p' ? 'p' : 'f');
      return resolve_pronoun(place, mention.gender);
    case MentionKind::role_phrase:
      return resolve_role(place, mention, cue);
    case MentionKind::group:
      return {std::nullopt, "anonymous: " + (mention.role.empty() ? "a group" : mention.role), false};
    case MentionKind::media:
      return {std::nullopt, "relayed by a medium", true};
    case MentionKind::document:
      return {std::nullopt, "a document", false};
    case MentionKind::place:
      return {std::nullopt, "a state", false};
    case MentionKind::nobody:
      if (const auto body = body_called(place)) return {body, "a body named before", false};
      break;
  }
  return {std::nullopt, "nobody named", false};
}

Resolved Resolver::resolve_role(const Place& place, const Mention& mention, const Cue* cue) {
  const Lexicon& lexicon = *reading_.paragraphs[place.paragraph].lexicon;
  std::optional<std::size_t> holder = cast_.holder_of(mention.role, lexicon);
  if (!holder) holder = recent_holder(place, mention.role);
  if (holder && cue && clash(cue->agreement, cast_[*holder].gender)) holder.reset();
  if (holder && clash(mention.gender, cast_[*holder].gender)) holder.reset();
  if (holder) return {holder, "by role: " + mention.role, false};
  if (const auto body = body_called(place)) return {body, "a body named before", false};
  if (mention.of_person)
    if (const auto person = person_without_role(place, mention.gender))
      return {person, "by role: the one of the sentence before", false};
  return {std::nullopt, "role phrase, nobody of that role alone", false};
}

// Of several ministers the one who spoke last, shortly before.
std::optional<std::size_t> Resolver::recent_holder(const Place& place, const std::string& role) {
  constexpr int farthest = 3;  // sentences
  return look_back(place, farthest, [&](std::uint32_t p, const Sentence& sentence, std::uint32_t limit) {
    std::optional<std::size_t> holder;
    for_each_report(p, sentence, limit, [&](const std::optional<std::size_t>& member) {
      if (member && cast_.has_role(*member, role)) holder = member;
      return holder.has_value();
    });
    return holder;
  });
}

// Somebody who is no ship: by given name, by role, or because the sentence begins with the name. Where names are
// declined they may be anything in their sentence.
std::optional<std::size_t> Resolver::clear_person(std::uint32_t p, const Sentence& sentence, std::uint32_t limit,
                                                  char gender) {
  if (reading_.paragraphs[p].lexicon->grammar().case_endings) return std::nullopt;
  const auto person = person_of_sentence(p, sentence, limit, gender);
  if (!person || cast_[*person].gender != '-' || cast_.has_any_role(*person)) return person;
  return begins_with(p, sentence, *person) ? person : std::nullopt;
}

// "Ines Almarante was tired. "...," the envoy said.": the sentence before begins with one whose role the article does
// not say otherwise.
std::optional<std::size_t> Resolver::person_without_role(const Place& place, char gender) {
  constexpr int farthest = 1;  // sentences
  const auto person = look_back(place, farthest, [&](std::uint32_t p, const Sentence& sentence, std::uint32_t limit) {
    const bool own = p == place.paragraph && sentence.last > place.tokens.first;
    const auto found = own ? std::nullopt : person_of_sentence(p, sentence, limit, gender);
    return found && begins_with(p, sentence, *found) ? found : std::nullopt;
  });
  if (!person || cast_.has_any_role(*person)) return std::nullopt;
  return person;
}

bool Resolver::begins_with(std::uint32_t p, const Sentence& sentence, std::size_t member) {
  const auto& tokens = reading_.paragraphs[p].tokens;
  const std::uint32_t first = sentence.first + (may_be_name(tokens[sentence.first]) ? 0 : 1);
  if (first >= sentence.last || !may_be_name(tokens[first])) return false;
  if (first > sentence.first && tokens[sentence.first].is(preposition)) return false;
  return cast_[member].name.find(text_of(reading_.body, tokens[first])) != std::string::npos;
}

// "the coast guard" behind the Ostranan Coast Guard.
std::optional<std::size_t> Resolver::body_called(const Place& place) {
  constexpr std::uint32_t longest = 5;  // tokens
  const auto& tokens = reading_.paragraphs[place.paragraph].tokens;
  TokenRange phrase = place.tokens;
  while (phrase.first < phrase.last && tokens[phrase.first].is(article | determiner)) ++phrase.first;
  if (phrase.empty() || phrase.last - phrase.first > longest) return std::nullopt;
  const bool definite = phrase.first > place.tokens.first && !tokens[place.tokens.first].is(indefinite);
  const Lexicon& lexicon = *reading_.paragraphs[place.paragraph].lexicon;
  if (!definite && lexicon.has_articles()) return std::nullopt;
  return cast_.body_called(name_text(reading_.body, reading_.paragraphs[place.paragraph], phrase), lexicon);
}

// "Ha detto che ...": whoever spoke in the sentence before; else of whom it told.
Resolved Resolver::resolve_left_out(const Place& place, char gender) {
  constexpr int farthest = 1;  // sentences
  const Resolved unknown = {std::nullopt, "subject left out, nobody before", false};
  bool spoken = false;
  const auto member = look_back(place, farthest, [&](std::uint32_t p, const Sentence& sentence, std::uint32_t limit) {
    std::optional<std::size_t> speaker;
    if (spoken) return speaker;
    for_each_report(p, sentence, limit, [&](const std::optional<std::size_t>& before) {
      spoken = true;
      speaker = before;
      return false;
    });
    if (spoken) return speaker;
    return clear_person(p, sentence, limit, gender);
  });
  if (!member || clash(gender, cast_[*member].gender)) return unknown;
  return {member, "subject left out", false};
}

// The nearest sentence before in which somebody is found: `find(paragraph, sentence, limit)`, where only what stands
// before the token `limit` counts.
template <class Find>
std::optional<std::size_t> Resolver::look_back(const Place& place, int farthest, Find&& find) {
  int looked_at = 0;
  std::uint32_t limit = place.tokens.first;
  for (std::uint32_t p = place.paragraph + 1; p-- > 0 && place.paragraph - p <= 2;) {
    const auto& sentences = reading_.paragraphs[p].sentences;
    auto behind = std::upper_bound(sentences.begin(), sentences.end(), limit == nowhere ? nowhere - 1 : limit,
                                   [](std::uint32_t token, const Sentence& s) { return token < s.first; });
    while (behind != sentences.begin()) {
      --behind;
      if (const auto found = find(p, *behind, limit)) return found;
      if (opens_with_stranger(reading_.paragraphs[p], *behind)) return std::nullopt;
      if (++looked_at > farthest) return std::nullopt;
    }
    limit = nowhere;
  }
  return std::nullopt;
}

// A person who was speaker or subject, and whom the pronoun fits; "it" is a body that spoke shortly before.
Resolved Resolver::resolve_pronoun(const Place& place, char gender) {
  constexpr int farthest = 4, farthest_body = 2;  // sentences
  std::optional<std::size_t> member;
  if (gender == 'n')
    member = look_back(place, farthest_body, [&](std::uint32_t p, const Sentence& sentence, std::uint32_t limit) {
      return body_of_sentence(p, sentence, limit);
    });
  else if (gender != 'p')
    member = look_back(place, farthest, [&](std::uint32_t p, const Sentence& sentence, std::uint32_t limit) {
      return person_of_sentence(p, sentence, limit, gender);
    });
  return {member, member ? "pronoun" : "pronoun, no antecedent", false};
}

// The reports of a sentence that have their speaker before `limit`.
template <class Each>
void Resolver::for_each_report(std::uint32_t p, const Sentence& sentence, std::uint32_t limit, Each&& each) {
  constexpr int most_reports = 4;
  const auto& reports = reading_.reports[p];
  auto report = std::lower_bound(reports.begin(), reports.end(), sentence.first,
                                 [](const Report& r, std::uint32_t token) { return r.cue.first < token; });
  int tried = 0;
  for (; report != reports.end() && report->cue.first < std::min(sentence.last, limit) && ++tried <= most_reports;
       ++report)
    if (report->speaker.first < limit && each(resolve({p, report->speaker}, report->entry).member)) return;
}

std::optional<std::size_t> Resolver::body_of_sentence(std::uint32_t p, const Sentence& sentence, std::uint32_t limit) {
  std::optional<std::size_t> body;
  for_each_report(p, sentence, limit, [&](const std::optional<std::size_t>& member) {
    if (member && cast_[*member].kind == SpeakerKind::body) body = member;
    return body.has_value();
  });
  return body;
}

std::optional<std::size_t> Resolver::person_of_sentence(std::uint32_t p, const Sentence& sentence, std::uint32_t limit,
                                                        char gender) {
  const Paragraph& paragraph = reading_.paragraphs[p];
  std::optional<std::size_t> speaker;
  for_each_report(p, sentence, limit, [&](const std::optional<std::size_t>& member) {
    if (member && cast_[*member].kind == SpeakerKind::person && !clash(gender, cast_[*member].gender)) speaker = member;
    return speaker.has_value();
  });
  if (speaker) return speaker;
  if (sentence.headline || opens_with_stranger(paragraph, sentence)) return std::nullopt;
  constexpr std::uint32_t farthest_name = 25;  // tokens from the sentence's beginning
  const std::uint32_t end = std::min({sentence.last, limit, sentence.first + farthest_name});
  for (std::uint32_t i = sentence.first; i < end; ++i) {
    if (paragraph.tokens[i].inside != nowhere || !may_be_name(paragraph.tokens[i])) continue;
    const TokenRange run = name_run(paragraph, i, end);
    if (is_noun_with_article(paragraph, run)) {
      i = run.last - 1;
      continue;
    }
    if (!hangs_on_preposition(paragraph, sentence, i) && !says_whose(paragraph, run))
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
