#include "indexer/speech/german_subjects.hpp"

#include <algorithm>
#include <array>

#include "indexer/speech/subjects.hpp"

namespace dateline::indexer::speech {
namespace {

constexpr std::uint32_t farthest = 40;        // tokens on either side of a verb
constexpr std::uint32_t short_quotation = 4;  // words: a title or a name that stands in marks inside a phrase

bool is_dash(char32_t mark) { return mark == 0x2013 || mark == 0x2014; }

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending;
}

}  // namespace

bool GermanSubjects::usable(std::uint32_t i) const { return tokens_[i].inside == inside_; }

bool GermanSubjects::is_short_quotation(std::uint32_t opening) const {
  if (tokens_[opening].edge != Edge::opens || opening + 1 >= sentence_.last) return false;
  const std::uint32_t q = tokens_[opening + 1].inside;
  return q != nowhere && q != inside_ && paragraph_.quotations[q].words < short_quotation;
}

std::uint32_t GermanSubjects::behind_short_quotation(std::uint32_t opening) const {
  std::uint32_t i = opening + 1;
  while (i < sentence_.last && tokens_[i].edge != Edge::closes) ++i;
  return std::min(i + 1, sentence_.last);
}

// Where a clause, or something put between commas, ends.
bool GermanSubjects::is_bound(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (token.is_word()) return !usable(i);
  if (token.mark == '.')
    return !(i > sentence_.first && i + 1 < sentence_.last &&
             (tokens_[i - 1].is(abbreviation) || tokens_[i - 1].digit ||
              (tokens_[i - 1].capital && tokens_[i - 1].end - tokens_[i - 1].begin <= 2)));
  if (token.mark == ',')  // "5,1" is a number
    return !(i > sentence_.first && i + 1 < sentence_.last && tokens_[i - 1].digit && tokens_[i + 1].digit);
  return token.mark == ';' || token.mark == ':' || is_dash(token.mark) || token.edge != Edge::none ||
         token.mark == '!' || token.mark == '?';
}

// Short quotations are words of their clause, brackets are passed over.
std::uint32_t GermanSubjects::clause_begin(std::uint32_t verb) const {
  std::uint32_t i = verb;
  while (i > sentence_.first && verb - i < farthest) {
    const Token& before = tokens_[i - 1];
    if (before.edge == Edge::closes) {
      std::uint32_t open = i - 1;
      while (open > sentence_.first && i - open < farthest && tokens_[open].edge != Edge::opens) --open;
      if (!is_short_quotation(open) || open == sentence_.first) break;
      i = open;
      continue;
    }
    if (is_bound(i - 1)) break;
    --i;
  }
  return i;
}

std::uint32_t GermanSubjects::clause_end(std::uint32_t from) const {
  std::uint32_t i = from;
  while (i < sentence_.last && i - from < farthest) {
    if (is_short_quotation(i)) {
      i = behind_short_quotation(i);
      continue;
    }
    if (is_bound(i)) break;
    ++i;
  }
  return i;
}

bool GermanSubjects::is_noun(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (!token.is_word() || !usable(i)) return false;
  if (!token.capital) return token.digit;
  return !token.is(never_name | pronoun | first_person | auxiliary | adverb);
}

// englischsprachigen, tschechische: what may stand between an article and its noun.
bool GermanSubjects::is_adjective(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (!token.is_word() || !usable(i) || token.capital) return token.is_word() && usable(i) && token.digit;
  if (token.is(preposition | clause_opener | auxiliary | coordinator | pronoun | article | relative_pronoun))
    return false;
  if (token.word->cue && token.word->cue->strength >= 2) return false;
  const std::string_view written = text_of(body_, token);
  for (const std::string_view ending : {"e", "en", "er", "es", "em"})
    if (ends_with(written, ending)) return true;
  return false;
}

// Wörtlich, Sinngemäß: the first word of a sentence that has its capital from there.
bool GermanSubjects::is_adverbial(std::uint32_t i) const {
  const std::string_view written = text_of(body_, tokens_[i]);
  for (const std::string_view ending : {"lich", "ig", "isch", "end", "weise", "los", "bar", "sam", "haft", "mäß"})
    if (ends_with(written, ending)) return true;
  return false;
}

bool GermanSubjects::is_determiner(std::uint32_t i) const {
  return tokens_[i].is_word() && usable(i) && tokens_[i].is(article | determiner);
}

// "Oberst a. D. Karl Brandt (CDU)": nouns and names in a row, what is in marks or brackets among them.
std::uint32_t GermanSubjects::nouns_end(std::uint32_t first, std::uint32_t limit) const {
  std::uint32_t i = first;
  while (i < limit) {
    const Token& token = tokens_[i];
    if (is_noun(i) && !(token.is(calendar) && i > first)) {
      ++i;
    } else if (is_short_quotation(i)) {
      i = std::min(behind_short_quotation(i), limit);
    } else if (i > first && token.mark == '.' && !is_bound(i)) {
      ++i;
    } else if (i > first && token.mark == '(') {
      std::uint32_t close = i;
      while (close < limit && close < i + 8 && tokens_[close].mark != ')') ++close;
      if (close >= limit || tokens_[close].mark != ')') break;
      i = close + 1;
    } else if (i > first && token.is_word() && usable(i) && token.is(name_particle)) {
      std::uint32_t name = i;
      while (name < limit && tokens_[name].is(name_particle) && name < i + 3) ++name;
      if (name >= limit || !is_noun(name) || tokens_[i - 1].word->role || !tokens_[i - 1].word->given_name) break;
      i = name + 1;
    } else {
      break;
    }
  }
  return i;
}

// "der englischsprachigen Zeitung": der with a weak ending is a genitive or dative; so are den, dem, des, einer ...
bool GermanSubjects::is_oblique(std::uint32_t first, std::uint32_t noun) const {
  if (tokens_[first].is(oblique)) return true;
  const std::string_view written = text_of(body_, tokens_[first]);
  if (written != "der" && written != "Der") return false;
  return noun > first + 1 && !tokens_[first + 1].capital && ends_with(text_of(body_, tokens_[first + 1]), "en");
}

bool GermanSubjects::is_animate(TokenRange phrase) const {
  std::uint32_t names = 0;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const Token& token = tokens_[i];
    if (!token.is_word()) continue;
    if (token.is(pronoun)) return true;
    if (!token.capital) continue;
    if (token.word->given_name || token.all_capitals || token.is(body_word)) return true;
    if (token.word->role && token.word->role->kind != RoleKind::document) return true;
    names += token.is(name_particle | calendar | article | determiner | preposition) ? 0 : 1;
  }
  return names >= 2 && !is_determiner(phrase.first);  // Filep Karma
}

// "die Forderung" of "die Forderung des Ministers Karl Brandt"
TokenRange GermanSubjects::head_of(TokenRange phrase) const {
  std::uint32_t end = phrase.first + 1;
  while (end < phrase.last && !tokens_[end].is(article | determiner | preposition)) ++end;
  return {phrase.first, end};
}

// Article, adjectives, nouns, and the genitives behind them.
std::optional<GermanSubjects::Phrase> GermanSubjects::noun_phrase(std::uint32_t first, std::uint32_t limit,
                                                                  int depth) const {
  std::uint32_t i = first;
  const bool determined = i < limit && is_determiner(i);
  if (determined) ++i;
  constexpr std::uint32_t most_adjectives = 4;
  for (std::uint32_t n = 0; n < most_adjectives && i < limit && !is_noun(i) && is_adjective(i); ++n) ++i;
  if (i > first && i + 1 < limit && tokens_[i].is(coordinator) && is_adjective(i + 1)) i += 2;
  const std::uint32_t noun = i;
  i = nouns_end(i, limit);
  if (i == noun) return std::nullopt;
  // "Mannheims oberster Bürgermeister Karl Brandt"
  if (!determined && i == first + 1 && i + 1 < limit && ends_with(text_of(body_, tokens_[first]), "s") && !is_noun(i) &&
      is_adjective(i) && is_noun(i + 1))
    i = nouns_end(i + 1, limit);
  Phrase phrase;
  phrase.oblique = is_oblique(first, noun);
  phrase.animate = is_animate({first, i});
  constexpr int deepest = 3;
  while (i < limit && depth < deepest && tokens_[i].is_word() && usable(i) && !tokens_[i].capital) {
    const std::string_view written = text_of(body_, tokens_[i]);
    const bool genitive = written == "der" || (written.back() == 's' && is_determiner(i)) ||
                          (written.size() > 4 && ends_with(written, "er") && is_determiner(i));
    const bool of = written == "von" || written == "vom" || written == "für" || written == "beim" || written == "bei";
    if (!genitive && !of) break;
    const auto hanging = noun_phrase(of ? i + 1 : i, limit, depth + 1);
    if (!hanging) break;
    // "sagte der Zeitung der Minister": behind a dative no person is a genitive
    if (genitive && phrase.oblique && written == "der" && hanging->animate) break;
    i = hanging->tokens.last;
  }
  phrase.tokens = {first, i};
  return phrase;
}

// Behind a preposition and the phrase that hangs on it.
std::uint32_t GermanSubjects::behind_preposition(std::uint32_t i, std::uint32_t limit) const {
  std::uint32_t at = i + 1;
  while (at < limit && tokens_[at].is_word() && tokens_[at].is(preposition)) ++at;
  if (at < limit && (tokens_[at].is(calendar) || tokens_[at].digit)) {  // am Montag, im Jahr 2006
    while (at < limit && (tokens_[at].is(calendar) || tokens_[at].digit || tokens_[at].mark == '.')) ++at;
    return at;
  }
  std::uint32_t end = at;
  if (end < limit && is_determiner(end)) ++end;
  while (end < limit && !is_noun(end) && is_adjective(end)) ++end;
  const std::uint32_t noun = end;
  while (end < limit && (is_noun(end) || is_short_quotation(end)) && !tokens_[end].is(calendar)) {
    if (is_short_quotation(end)) {
      end = std::min(behind_short_quotation(end), limit);
      continue;
    }
    // "mit Blick auf die Wahl Minister Lorenz": a title or a given name behind a common noun begins the next phrase
    if (end > noun && (tokens_[end].word->role || tokens_[end].word->given_name) && !tokens_[end - 1].word->role &&
        !tokens_[end - 1].word->given_name)
      break;
    ++end;
  }
  while (end < limit && tokens_[end].is_word() && usable(end) && !tokens_[end].capital &&
         text_of(body_, tokens_[end]) == "des") {
    const auto hanging = noun_phrase(end, limit, 2);
    if (!hanging) break;
    end = hanging->tokens.last;
  }
  return std::max(end, i + 1);
}

// The phrase that fills [first, last), what hangs on it by prepositions included.
std::optional<TokenRange> GermanSubjects::phrase_that_ends(std::uint32_t first, std::uint32_t last) const {
  const auto phrase = noun_phrase(first, last);
  if (!phrase || phrase->oblique) return std::nullopt;
  std::uint32_t end = phrase->tokens.last;
  while (end < last && tokens_[end].is_word() && usable(end) && tokens_[end].is(preposition))
    end = behind_preposition(end, last);
  if (end != last) return std::nullopt;
  return TokenRange{first, last};
}

// The first phrase that can be a subject, one that can speak before one that cannot.
std::optional<TokenRange> GermanSubjects::first_nominative(std::uint32_t first, std::uint32_t limit) const {
  std::optional<TokenRange> inanimate;
  for (std::uint32_t i = first; i < limit;) {
    const Token& token = tokens_[i];
    if (token.is_word() && usable(i) && token.is(pronoun | first_person) && !token.is(determiner))
      return TokenRange{i, i + 1};
    if (token.is_word() && usable(i) && token.is(preposition) && !is_determiner(i)) {
      i = behind_preposition(i, limit);
      continue;
    }
    if (token.is(clause_opener) && i > first) break;
    if (token.is(calendar)) {
      ++i;
      continue;
    }
    if (!is_determiner(i) && !is_noun(i) && !is_adjective(i) && !is_short_quotation(i)) {
      ++i;
      continue;
    }
    const auto phrase = noun_phrase(i, limit);
    if (!phrase) {
      ++i;
      continue;
    }
    if (!phrase->oblique) {
      if (phrase->animate) return phrase->tokens;
      if (!inanimate) inanimate = phrase->tokens;
    }
    i = phrase->tokens.last;
  }
  return inanimate;
}

// "Der Sprecher des Rates, Karl Brandt, sagte": the name behind the comma belongs to the phrase.
TokenRange GermanSubjects::with_name_behind_comma(TokenRange phrase, std::uint32_t limit) const {
  if (phrase.last + 1 >= limit || tokens_[phrase.last].mark != ',') return phrase;
  const std::uint32_t first = phrase.last + 1;
  if (!tokens_[first].is_word() || !is_noun(first) || tokens_[first].word->role) return phrase;
  const std::uint32_t end = nouns_end(first, limit);
  const bool closed = end == limit || end == sentence_.last || is_bound(end);
  const bool has_role = std::any_of(tokens_.begin() + phrase.first, tokens_.begin() + phrase.last,
                                    [](const Token& token) { return token.word->role != nullptr; });
  if (end - first < 2 || !closed || !has_role) return phrase;
  const bool names_somebody = std::any_of(tokens_.begin() + phrase.first, tokens_.begin() + phrase.last,
                                          [](const Token& token) { return token.capital && token.word->given_name; });
  return names_somebody ? phrase : TokenRange{phrase.first, end};
}

// "X, der Sprecher des Rates, sagte", "X, der das sah, sagte": what stands before what is put in at `comma`.
std::optional<TokenRange> GermanSubjects::before_comma(std::uint32_t comma) const {
  for (std::uint32_t k = comma; k-- > sentence_.first && comma - k <= farthest;) {
    const bool bound = tokens_[k].mark == ',' || is_dash(tokens_[k].mark) || tokens_[k].edge == Edge::closes;
    if (tokens_[k].mark == ':' || tokens_[k].mark == ';') return std::nullopt;
    if (!bound || tokens_[k].mark != tokens_[comma].mark) continue;
    const std::uint32_t begin = clause_begin(k);
    std::uint32_t first = begin;
    while (first < k && (tokens_[first].is(coordinator | adverb | clause_opener) || tokens_[first].mark == '('))
      ++first;
    const auto phrase = phrase_that_ends(first, k);
    if (!phrase) return std::nullopt;
    return with_name_behind_comma(*phrase, comma + 1);
  }
  return std::nullopt;
}

std::optional<GermanSubjects::Subject> GermanSubjects::behind_verb(std::uint32_t verb_last) const {
  const auto phrase = first_nominative(verb_last, clause_end(verb_last));
  if (!phrase) return std::nullopt;
  return Subject{with_name_behind_comma(*phrase, clause_end(std::min(phrase->last + 1, sentence_.last))), true};
}

// What stands between the clause's beginning and its verb, and if that is no subject, what stands behind the verb.
std::optional<GermanSubjects::Subject> GermanSubjects::in_field(std::uint32_t begin, std::uint32_t verb,
                                                                std::uint32_t verb_last) const {
  std::uint32_t first = begin;
  while (first < verb && (tokens_[first].is(coordinator) || !tokens_[first].is_word()) && !is_short_quotation(first))
    ++first;
  if (first == verb) {
    const auto behind = behind_verb(verb_last);
    if (behind && behind->phrase.first == verb_last && tokens_[verb_last].is(pronoun)) return behind;
    if (begin > sentence_.first && tokens_[begin - 1].mark == ',') {
      const auto ahead = before_comma(begin - 1);
      if (ahead && (is_animate(*ahead) || !behind || !is_animate(behind->phrase))) return Subject{*ahead, false};
    }
    return behind;
  }
  const Token& opening = tokens_[first];
  const bool after_comma = begin > sentence_.first && tokens_[begin - 1].mark == ',';
  if (opening.is(pronoun) && !opening.is(determiner)) return Subject{{first, first + 1}, false};
  const bool verb_last_place = verb_last >= sentence_.last || is_bound(verb_last);
  if (opening.is(clause_opener) && (!opening.capital || verb_last_place)) {  // wie X mitteilte
    const auto inside = first_nominative(first + 1, verb);
    if (inside) return Subject{with_name_behind_comma(*inside, verb), false};
    return std::nullopt;
  }
  if (after_comma && opening.is(article) && !opening.capital && first + 1 < verb &&
      !noun_phrase(first, verb)) {  // X, der gestern sagte
    const std::uint32_t antecedent_end = begin - 1;
    std::uint32_t k = clause_begin(antecedent_end);
    if (const auto antecedent = first_nominative(k, antecedent_end)) return Subject{*antecedent, false};
    return std::nullopt;
  }
  std::optional<Phrase> phrase;
  if (!opening.is(preposition) || is_determiner(first)) phrase = noun_phrase(first, verb);
  const auto behind = behind_verb(verb_last);
  if (behind && behind->phrase.first == verb_last && tokens_[verb_last].is(pronoun)) return behind;
  if (phrase && phrase->tokens.last == first + 1 && behind && is_adverbial(first)) return behind;
  if (phrase && !phrase->oblique) {
    if (phrase->animate) {
      // "X, Sprecher des Rates sagte", "Die Sprecherin des Rates, X sagte": the comma behind is often forgotten
      if (after_comma && !is_determiner(first)) {
        std::uint32_t name = clause_begin(begin - 1);
        while (name + 1 < begin && tokens_[name].is(clause_opener)) ++name;  // wie X, Sprecher des Rates sagte
        const auto named = noun_phrase(name, begin - 1);
        if (named && named->animate && !named->oblique && named->tokens.last == begin - 1) {
          const TokenRange both = with_name_behind_comma(named->tokens, phrase->tokens.last);
          return Subject{both, false};
        }
      }
      return Subject{with_name_behind_comma(phrase->tokens, verb), false};
    }
    if (behind && is_animate(head_of(behind->phrase))) return behind;
    return Subject{phrase->tokens, false};
  }
  if (behind) return behind;
  // "Von der Leyen betonte"
  std::uint32_t name = first;
  while (name < verb && tokens_[name].is(name_particle)) ++name;
  if (name > first && name + 1 == verb && is_noun(name)) return Subject{{first, verb}, false};
  return std::nullopt;
}

std::optional<GermanSubjects::Subject> GermanSubjects::of_verb(TokenRange cue, bool quoted) const {
  const std::uint32_t begin = clause_begin(cue.first);
  // A participle leaves the second place to its auxiliary: "X hat am Montag erklärt".
  std::uint32_t finite = cue.first;
  for (std::uint32_t i = begin; i < cue.first; ++i)
    if (tokens_[i].is_word() && usable(i) && tokens_[i].is(auxiliary)) {
      finite = i;
      break;
    }
  if (finite != cue.first) {
    const Cue* entry = tokens_[cue.first].word->cue;
    const bool participle = entry && text_of(body_, tokens_[cue.first]) != entry->lemma;
    const std::string_view helper = text_of(body_, tokens_[finite]);
    const bool passive = participle && (helper.substr(0, 2) == "wu" || helper.substr(0, 3) == "wir" ||
                                        helper.substr(0, 4) == "werd" || helper.substr(0, 2) == "Wu");
    if (passive && !quoted) return std::nullopt;
    return in_field(begin, finite, finite + 1);
  }
  return in_field(begin, cue.first, cue.last);
}

std::optional<TokenRange> GermanSubjects::of_sentence(std::uint32_t limit) const {
  std::uint32_t first = sentence_.first;
  while (first < limit) {
    const std::uint32_t end = std::min(clause_end(first), limit);
    if (first < end && !(tokens_[first].is(clause_opener) && !tokens_[first].is(preposition)))
      if (const auto phrase = first_nominative(first, end)) return with_name_behind_comma(*phrase, limit);
    first = end + 1;
  }
  return std::nullopt;
}

std::optional<TokenRange> GermanSubjects::under_preposition(std::uint32_t first) const {
  if (first >= sentence_.last) return std::nullopt;
  const std::uint32_t end = clause_end(first);
  std::uint32_t i = first;
  while (i < end && tokens_[i].is_word() && tokens_[i].is(preposition) && !is_determiner(i)) ++i;  // nach Angaben von X
  auto phrase = noun_phrase(i, end);
  if (!phrase) return std::nullopt;
  // "verlässt laut Medienberichten Stürmer Karl Brandt den Verein": behind reports the clause goes on
  for (std::uint32_t k = phrase->tokens.first; !is_determiner(i) && k + 1 < phrase->tokens.last; ++k)
    if (tokens_[k].word->role && tokens_[k].word->role->kind == RoleKind::document) phrase->tokens.last = k + 1;
  return phrase->tokens;
}

std::optional<TokenRange> GermanSubjects::before_postposition(std::uint32_t last) const {
  if (last == sentence_.first) return std::nullopt;
  const std::uint32_t begin = clause_begin(last);
  // "ermittelt die Polizei Medienberichten zufolge": these have no article, and what stands before is no part of them
  const Role* role = tokens_[last - 1].word->role;
  if (role && role->kind == RoleKind::document && last - 1 > begin && !is_determiner(last - 2) &&
      !is_adjective(last - 2))
    return TokenRange{last - 1, last};
  for (std::uint32_t i = begin; i < last; ++i) {
    const auto phrase = noun_phrase(i, last);
    if (!phrase || phrase->tokens.last != last) continue;
    // Angaben der Polizei zufolge
    if (i + 2 < last && tokens_[i].is_word() && tokens_[i].word->cue &&
        tokens_[i].word->cue->cue_class == CueClass::noun)
      return TokenRange{i + 1, last};
    return phrase->tokens;
  }
  return std::nullopt;
}

std::optional<TokenRange> GermanSubjects::behind_so(std::uint32_t so) const {
  if (so == sentence_.first || tokens_[so].capital) return std::nullopt;
  const Token& before = tokens_[so - 1];
  if (before.mark != ',' && before.edge != Edge::closes && !is_dash(before.mark)) return std::nullopt;
  const std::uint32_t end = clause_end(so + 1);
  const auto phrase = noun_phrase(so + 1, end);
  if (!phrase || phrase->oblique) return std::nullopt;
  std::uint32_t behind = phrase->tokens.last;
  while (behind < end && tokens_[behind].is_word() && !tokens_[behind].word->cue) {
    if (tokens_[behind].is(auxiliary)) return std::nullopt;
    ++behind;
  }
  return behind == end ? std::optional(with_name_behind_comma(phrase->tokens, sentence_.last)) : std::nullopt;
}

}  // namespace dateline::indexer::speech
