#include "indexer/speech/subjects.hpp"

#include <algorithm>

#include "indexer/speech/names.hpp"

namespace dateline::indexer::speech {
namespace {

bool is_quote_edge(const Token& token) { return token.edge != Edge::none || token.mark == '"'; }

bool is_abbreviation_point(const std::vector<Token>& tokens, std::uint32_t i, std::uint32_t first) {
  if (tokens[i].mark != '.' || i == first) return false;
  const Token& before = tokens[i - 1];
  return before.is_word() &&
         (before.is(abbreviation) || before.initials || (before.end - before.begin == 1 && before.capital));
}

bool bounds_phrase(const Token& token) {
  switch (token.mark) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case 0x2014:
    case 0x2013:
    case '"':
    case 0x060C:
    case 0x061B:
      return true;
    default:
      return token.edge != Edge::none;
  }
}

}  // namespace

bool may_be_name(const Token& token) { return token.capital && !token.is(calendar | never_name); }

bool SubjectFinder::is_adverb(const Token& token) const {
  if (token.is(adverb)) return true;
  if (grammar_.code != "en" || token.capital || !token.is_word()) return false;
  const std::string_view written = text_of(body_, token);
  return written.size() > 3 && written.substr(written.size() - 2) == "ly";
}

bool SubjectFinder::is_infinitive_form(const Token& token) const {
  if (!token.is_word() || token.capital || (grammar_.code != "ru" && grammar_.code != "uk")) return false;
  const std::string_view written = text_of(body_, token);
  for (const std::string_view ending : {"ть", "ться", "ти", "тися", "чь"})
    if (written.size() > ending.size() + 2 && written.substr(written.size() - ending.size()) == ending) return true;
  return false;
}

bool SubjectFinder::is_head(const Token& token) const { return may_be_name(token) || token.word->role; }

bool SubjectFinder::stops_leftward(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (!usable(i) || bounds_phrase(token)) return true;
  if (token.mark == '.') return !is_abbreviation_point(tokens_, i, sentence_.first);
  if (token.is(clause_opener | pronoun | relative_pronoun | first_person | auxiliary)) return true;
  if (!token.word->cue || token.capital || token.word->cue->cue_class == CueClass::noun) return false;
  if (token.word->cue->strength == 3) return true;
  const std::string_view written = text_of(body_, token);  // recalled: no noun, as "report" may be
  return grammar_.code == "en" && token.word->cue->strength == 2 && written.substr(written.size() - 2) == "ed";
}

TokenRange SubjectFinder::trim(std::uint32_t first, std::uint32_t last) const {
  while (first < last && tokens_[first].is(preposition | inner_preposition | coordinator | calendar)) ++first;
  return {first, last};
}

std::uint32_t adverbial_words(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t limit) {
  for (const Phrase& entry : tokens[first].word->phrases) {
    const auto words = static_cast<std::uint32_t>(entry.rest.size()) + 1;
    if (!entry.adverbial || first + words > limit) continue;
    std::uint32_t k = 1;
    while (k < words && tokens[first + k].word == entry.rest[k - 1]) ++k;
    if (k == words) return words;
  }
  return 0;
}

std::uint32_t behind_aside(const std::vector<Token>& tokens, std::uint32_t i, std::uint32_t limit) {
  if (i >= limit || tokens[i].mark != ',' || i + 1 >= limit) return i;
  const std::uint32_t words = adverbial_words(tokens, i + 1, limit);
  const std::uint32_t close = i + 1 + words;
  return words != 0 && close < limit && tokens[close].mark == ',' ? close + 1 : i;
}

std::optional<TokenRange> SubjectFinder::before(std::uint32_t verb, int depth) const {
  if (depth > 3) return std::nullopt;
  std::uint32_t end = verb;
  for (bool moved = true; moved && end > sentence_.first;) {
    const std::uint32_t from = end;
    while (
        end > sentence_.first && tokens_[end - 1].is_word() &&
        ((tokens_[end - 1].is(auxiliary) && !is_month_as_surname(paragraph_, end - 1)) || is_adverb(tokens_[end - 1])))
      --end;
    end = before_adverbial(before_time(end));
    moved = end != from;
  }
  if (end <= sentence_.first) return std::nullopt;
  const std::uint32_t head = end - 1;
  const Token& token = tokens_[head];
  if (!usable(head) || is_quote_edge(token)) return std::nullopt;
  if (token.is(relative_pronoun)) {
    std::uint32_t antecedent_end = head;
    if (antecedent_end > sentence_.first && tokens_[antecedent_end - 1].mark == ',') --antecedent_end;
    if (const auto antecedent = before(antecedent_end, depth + 1)) return antecedent;
    return TokenRange{head, head + 1};
  }
  if (is_pronoun(head)) return TokenRange{head, head + 1};
  if (is_double_hyphen(head)) return before_double_hyphen(head - 1, depth);
  if (token.mark == ',' || token.mark == 0x2014 || token.mark == 0x2013 || token.mark == ')' || token.mark == 0x060C)
    return before_apposition(head, depth);
  if (!token.is_word() || token.is(preposition | inner_preposition | clause_opener)) return std::nullopt;
  std::uint32_t first = end;
  constexpr std::uint32_t longest_phrase = 14;
  while (first > sentence_.first && end - first < longest_phrase && !stops_leftward(first - 1)) {
    if (tokens_[first - 1].is(coordinator) && first < end && !may_be_name(tokens_[first])) break;
    --first;
  }
  if (tokens_[first].is(preposition) && first + 2 < end && tokens_[first + 1].is(calendar))
    first += 2;  // "В среду министр ..."
  // "In einem Interview sagte er": what hangs on a preposition, or is declined, is no subject.
  if (order_is_free() && tokens_[first].is(preposition | oblique)) return std::nullopt;
  const TokenRange phrase = trim(first, end);
  if (phrase.empty()) return std::nullopt;
  if (first > sentence_.first && tokens_[first - 1].mark == ',' && grammar_.title_follows && has_role(phrase))
    if (const TokenRange name = name_ending(first - 1); !name.empty()) return name;  // X, a Kreml szóvivője azt mondta
  return phrase;
}

// Le président a pour sa part affirmé, Peskov, por su parte, dijo: the end of what stands before the phrase.
std::uint32_t SubjectFinder::before_adverbial(std::uint32_t end) const {
  constexpr std::uint32_t longest = 4;  // words
  std::uint32_t last = end;
  if (last > sentence_.first && tokens_[last - 1].mark == ',') --last;
  for (std::uint32_t words = 2; words <= longest && sentence_.first + words < last; ++words) {
    const std::uint32_t first = last - words;
    if (adverbial_words(tokens_, first, last) != words) continue;
    const bool put_in = last < end && tokens_[first - 1].mark == ',';
    return put_in ? first - 1 : last < end ? end : first;
  }
  return end;
}

// Peskov on Tuesday said: the end of what stands before the time.
std::uint32_t SubjectFinder::before_time(std::uint32_t end) const {
  std::uint32_t first = end;
  while (first > sentence_.first && (tokens_[first - 1].is(calendar) || tokens_[first - 1].digit) &&
         !is_month_as_surname(paragraph_, first - 1))
    --first;
  if (first == end || !tokens_[end - 1].is(calendar)) return end;
  while (first > sentence_.first && tokens_[first - 1].is(adverb)) --first;
  if (first > sentence_.first && tokens_[first - 1].is(preposition)) --first;
  return first;
}

// Peskov, the Kremlin's spokesman, said: over what stands between two commas, dashes or brackets.
std::optional<TokenRange> SubjectFinder::before_apposition(std::uint32_t close, int depth) const {
  if (tokens_[close].mark == ',' && close > sentence_.first && tokens_[close - 1].mark == ')') --close;
  const char32_t opening = tokens_[close].mark == ')' ? U'(' : tokens_[close].mark;
  constexpr std::uint32_t longest_apposition = 25;
  for (std::uint32_t k = close; k-- > sentence_.first && close - k <= longest_apposition;) {
    const Token& token = tokens_[k];
    if (token.mark == opening) {
      const auto antecedent = over_apposition(before(k, depth + 1), depth);
      // "The president's spokesman, Ada Finch, said": the role stands outside, the name inside.
      if (const TokenRange name = full_name(k + 1, close);
          antecedent && !name.empty() && has_role(*antecedent) && may_be_unnamed(*antecedent))
        return name;
      return antecedent;
    }
    if (token.mark == ';' || token.mark == ':' || is_quote_edge(token)) return std::nullopt;
    const bool inside_apposition = k + 1 <= close && tokens_[k + 1].mark == ',';  // Finch, R-Ky., said
    if (token.mark == '.' && opening != U'(' && !inside_apposition &&
        !is_abbreviation_point(tokens_, k, sentence_.first))
      return std::nullopt;
  }
  return std::nullopt;
}

// "Mayor John Smith, Ada Finch, said" names two; "the mayor of Brill, Ada Finch, said" one.
bool SubjectFinder::may_be_unnamed(TokenRange role) const {
  return grammar_.order != WordOrder::subject_first || !may_be_name(tokens_[role.last - 1]) ||
         tokens_[role.first].is(article | determiner);
}

// Finch, the mayor of Brill, one of its first, said: what was found may itself be put in behind a name.
std::optional<TokenRange> SubjectFinder::over_apposition(std::optional<TokenRange> found, int depth) const {
  if (!found || found->first <= sentence_.first + 2) return found;
  const bool of_place = tokens_[found->first - 1].is(inner_preposition) && tokens_[found->first - 2].mark == ',';
  if (of_place) {  // Finch, of Brill, said
    const auto name = before(found->first - 2, depth + 1);
    return name && name->last == found->first - 2 ? name : found;
  }
  if (!tokens_[found->first].is(determiner) || tokens_[found->first - 1].mark != ',') return found;
  if (std::any_of(tokens_.begin() + found->first, tokens_.begin() + found->last,
                  [](const Token& token) { return token.capital && token.word->given_name; }))
    return found;
  const auto name = before(found->first - 1, depth + 1);
  if (!name || name->last != found->first - 1) return found;
  const TokenRange run = name_run(paragraph_, name->first, name->last);
  return run.last == name->last && count_words(paragraph_, run) >= 2 ? name : found;
}

// Whether the mark at `i` is the second of the two hyphens that stand for a dash.
bool SubjectFinder::is_double_hyphen(std::uint32_t i) const {
  return i > sentence_.first && tokens_[i].mark == '-' && tokens_[i - 1].mark == '-' &&
         tokens_[i - 1].end == tokens_[i].begin;
}

// Kall -- an editor of something -- said
std::optional<TokenRange> SubjectFinder::before_double_hyphen(std::uint32_t close, int depth) const {
  constexpr std::uint32_t longest_apposition = 25;
  for (std::uint32_t k = close; k-- > sentence_.first + 1 && close - k <= longest_apposition;)
    if (is_double_hyphen(k)) return before(k - 1, depth + 1);
  return std::nullopt;
}

bool SubjectFinder::has_role(TokenRange phrase) const {
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i)
    if (role_words(i, phrase.last) != 0) return true;
  return false;
}

// How many words the role that begins at `i` has; 0: none begins there.
std::uint32_t SubjectFinder::role_words(std::uint32_t i, std::uint32_t limit) const {
  for (const Phrase& entry : tokens_[i].word->phrases) {
    const auto words = static_cast<std::uint32_t>(entry.rest.size()) + 1;
    if (!entry.role || i + words > limit) continue;
    std::uint32_t k = 1;
    while (k < words && tokens_[i + k].word == entry.rest[k - 1]) ++k;
    if (k == words) return words;
  }
  return tokens_[i].word->role ? 1 : 0;
}

// The words from `first` to `last`, when they are a name of two words or more, and nothing but that.
TokenRange SubjectFinder::full_name(std::uint32_t first, std::uint32_t last) const {
  const TokenRange run = name_run(paragraph_, first, last);
  if (run.last != last || count_words(paragraph_, run) < 2 || has_role(run)) return {first, first};
  return run;
}

// The full name that ends at `last` and begins the sentence.
TokenRange SubjectFinder::name_ending(std::uint32_t last) const { return full_name(sentence_.first, last); }

std::optional<TokenRange> SubjectFinder::after(std::uint32_t verb_last) const {
  if (grammar_.order != WordOrder::subject_first) return after_freely(verb_last);
  const std::uint32_t first = verb_last + 1;
  if (first >= sentence_.last || !usable(first)) return std::nullopt;
  std::uint32_t last = first;
  constexpr std::uint32_t longest_phrase = 16;
  for (; last < sentence_.last && last - first < longest_phrase; ++last) {
    const Token& token = tokens_[last];
    if (!usable(last) || bounds_phrase(token) || token.mark == '!' || token.mark == '?') break;
    if (token.mark == '.' && !is_abbreviation_point(tokens_, last, first)) break;
    if (last > first && token.is(preposition) && !token.is(inner_preposition)) break;
    if (token.is(clause_opener) || (last > first && token.is(calendar)) || token.is(auxiliary)) break;
  }
  if (last == first) return std::nullopt;
  if (tokens_[first].is(pronoun | first_person)) return TokenRange{first, first + 1};
  if (tokens_[first].is(preposition | that_word | infinitive | adverb) || is_adverb(tokens_[first]))
    return std::nullopt;
  if (const TokenRange name = named_behind_role({first, last}); !name.empty()) return name;
  return TokenRange{first, last};
}

// "said the mayor of Brill, Ada Finch": the name that a comma divides from its role.
TokenRange SubjectFinder::named_behind_role(TokenRange role) const {
  const TokenRange none = {role.first, role.first};
  if (role.last + 2 >= sentence_.last || tokens_[role.last].mark != ',') return none;
  if (!tokens_[role.first].is(determiner | article) || !has_role(role)) return none;
  const TokenRange run = name_run(paragraph_, role.last + 1, sentence_.last);
  const TokenRange name = full_name(run.first, run.last);
  return name.empty() || (name.last < sentence_.last && tokens_[name.last].is_word()) ? none : name;
}

// "заявил постоянный представитель Кардовы при ООН Арсений Завьяльный": the name behind where the role is held.
TokenRange SubjectFinder::behind_place(std::uint32_t first, std::uint32_t last, std::uint32_t end) const {
  constexpr std::uint32_t longest_place = 3;  // words
  const TokenRange none = {first, first};
  if (last >= end || !tokens_[last].is(preposition) || !has_role({first, last})) return none;
  for (std::uint32_t i = last + 2; i + 1 < end && i <= last + 1 + longest_place; ++i) {
    if (!tokens_[i - 1].is_word() || tokens_[i].is(preposition)) return none;
    if (!may_be_name(tokens_[i]) || !tokens_[i].word->given_name) continue;
    const TokenRange run = name_run(paragraph_, i, sentence_.last);
    const TokenRange name = full_name(run.first, run.last);
    return name.empty() || (name.last < sentence_.last && tokens_[name.last].is_word()) ? none : name;
  }
  return none;
}

std::optional<TokenRange> SubjectFinder::before_quotation(std::uint32_t verb) const {
  std::uint32_t open = verb;
  while (open > sentence_.first && tokens_[open - 1].edge != Edge::opens) --open;
  if (open <= sentence_.first + 1) return std::nullopt;
  --open;  // the mark
  while (open > sentence_.first && (tokens_[open - 1].mark == ',' || tokens_[open - 1].mark == 0x060C)) --open;
  return before(open);
}

// "बरनवाल ने पत्रकारों से कहा", "بقائی در نشست خبری گفت": a name that opens its sentence, and what bounds it.
std::optional<TokenRange> SubjectFinder::opening_name(std::uint32_t first, std::uint32_t limit) const {
  const TokenRange run = name_run(paragraph_, first, limit);
  for (std::uint32_t i = sentence_.first; i < first; ++i)
    if (tokens_[i].is(preposition) && !tokens_[i].is(inner_preposition)) return std::nullopt;
  if (run.last >= limit) return std::nullopt;
  const Token& behind = tokens_[run.last];
  if (behind.mark == ',' || behind.mark == 0x060C) return run;
  if (!behind.is(auxiliary | adverb | calendar | preposition) || behind.is(inner_preposition)) return std::nullopt;
  std::uint32_t begin = first;
  while (begin > sentence_.first && tokens_[begin - 1].is_word() && !tokens_[begin - 1].is(adverb | calendar)) --begin;
  return TokenRange{begin, run.last};
}

std::optional<TokenRange> SubjectFinder::topic(std::uint32_t limit) const {
  constexpr std::uint32_t longest_phrase = 12;
  const std::uint32_t end = std::min(limit, sentence_.first + longest_phrase);
  for (std::uint32_t i = sentence_.first; i < end; ++i) {
    const Token& token = tokens_[i];
    if (token.mark == ',' || token.mark == 0x060C) return before(i);
    if (!usable(i) || !token.is_word()) return std::nullopt;
    if (token.is(pronoun)) return TokenRange{i, i + 1};
    if (!grammar_.capitals && may_be_name(token)) return opening_name(i, end);
  }
  return std::nullopt;
}

// Where the order is free the subject may stand behind hearers, times and places: "заявил журналистам в среду Песков".
// What hangs on a preposition is passed over; only a role or a given name shows that the subject has begun.
std::optional<TokenRange> SubjectFinder::after_freely(std::uint32_t verb_last) const {
  constexpr std::uint32_t farthest = 18;
  const std::uint32_t end = std::min(sentence_.last, verb_last + 1 + farthest);
  bool under_preposition = false;
  std::uint32_t since_preposition = 0;
  for (std::uint32_t i = verb_last + 1; i < end; ++i) {
    const Token& token = tokens_[i];
    if (!usable(i) || !token.is_word() || token.is(clause_opener) || token.word->cue) return std::nullopt;
    if (token.is(pronoun) && !under_preposition) return TokenRange{i, i + 1};
    if (token.is(first_person)) return std::nullopt;
    if (token.is(preposition)) {
      under_preposition = true;
      since_preposition = 0;
      continue;
    }
    const bool begins = role_words(i, end) != 0
                            ? !under_preposition || since_preposition > 0
                            : may_be_name(token) && !token.is(hearer) &&
                                  (!under_preposition || (since_preposition > 0 && token.word->given_name));
    if (begins) return extend_freely(i, end);
    ++since_preposition;
  }
  return std::nullopt;
}

// From its first role or name word to what cannot belong to it.
TokenRange SubjectFinder::extend_freely(std::uint32_t first, std::uint32_t end) const {
  std::uint32_t last = first + std::max(1u, role_words(first, end));
  for (; last < end; ++last) {
    const Token& token = tokens_[last];
    if (token.mark == '.' && is_abbreviation_point(tokens_, last, first)) continue;
    if (!usable(last) || !token.is_word() || token.word->cue) break;
    if (token.is(clause_opener | adverb | calendar | pronoun | auxiliary | hearer)) break;
    if (token.is(preposition) && !token.is(inner_preposition | name_particle)) break;
    const bool lower =
        !may_be_name(token) && !token.word->role && !token.is(name_particle | inner_preposition | article);
    // "Podle Anny Novákové radnice mlčela": a body behind a name begins the next phrase
    const bool other_body =
        !token.capital && token.word->role && token.word->role->kind == RoleKind::org && may_be_name(tokens_[last - 1]);
    if (other_body) break;
    const bool begins_other = token.is(article) && !token.is(name_particle | inner_preposition);
    if ((lower || begins_other) && may_be_name(tokens_[last - 1]) && !grammar_.noun_capitals) break;
  }
  if (const TokenRange name = behind_place(first, last, end); !name.empty()) return name;
  // "explicó el portavoz del Gobierno, Íñigo Barrutia"
  if (last + 2 < end && tokens_[last].mark == ',' && has_role({first, last})) {
    const TokenRange name = name_run(paragraph_, last + 1, end);
    if (!full_name(name.first, name.last).empty() && (name.last >= sentence_.last || !tokens_[name.last].is_word()))
      return name;
  }
  return {first, last};
}

// "a Finch", "ante la ONU"
bool SubjectFinder::hangs_on_preposition(std::uint32_t name) const {
  if (name <= sentence_.first) return false;
  if (tokens_[name - 1].is(preposition)) return true;
  return name > sentence_.first + 1 && tokens_[name - 1].is(article) && tokens_[name - 2].is(preposition);
}

std::optional<TokenRange> SubjectFinder::first_of_sentence(std::uint32_t limit) const {
  constexpr std::uint32_t farthest = 25;
  const std::uint32_t end = std::min(limit, sentence_.first + farthest);
  for (std::uint32_t k = sentence_.first; k < end; ++k) {
    if (!usable(k)) continue;
    if (is_pronoun(k)) return TokenRange{k, k + 1};
    if (!may_be_name(tokens_[k])) continue;
    const TokenRange run = with_name_behind_role(name_run(paragraph_, k, limit), limit);
    if (!hangs_on_preposition(k) && !tokens_[run.last - 1].possessive) return run;
    k = run.last - 1;
  }
  return std::nullopt;
}

// "Liberal mayoral candidate Ada Finch": a capital before a role in small letters, and the name behind that.
TokenRange SubjectFinder::with_name_behind_role(TokenRange run, std::uint32_t limit) const {
  constexpr std::uint32_t longest = 3;  // words of the role
  if (grammar_.order != WordOrder::subject_first || run.last - run.first > 2) return run;
  bool role = false;
  std::uint32_t i = run.last;
  for (; i < limit && i < run.last + longest && tokens_[i].is_word() && !tokens_[i].capital; ++i) {
    if (tokens_[i].word->cue || tokens_[i].is(preposition | inner_preposition | auxiliary | article)) return run;
    role = tokens_[i].word->role != nullptr;
  }
  const TokenRange name = name_run(paragraph_, i, limit);
  return role && i > run.last && !name.empty() ? TokenRange{run.first, name.last} : run;
}

std::optional<TokenRange> SubjectFinder::of_clause(std::uint32_t verb) const {
  std::uint32_t first = verb;
  constexpr std::uint32_t longest_clause = 40;
  while (first > sentence_.first && verb - first < longest_clause && usable(first - 1) &&
         !bounds_phrase(tokens_[first - 1]))
    --first;
  while (first < verb && (tokens_[first].is(coordinator) || is_adverb(tokens_[first]))) ++first;
  if (first >= verb) return std::nullopt;
  if (is_pronoun(first)) return TokenRange{first, first + 1};
  if (!first_is_subject()) return std::nullopt;
  const TokenRange run = name_run(paragraph_, first, verb);
  if (run.empty() || tokens_[run.last - 1].possessive || run.last == verb) return std::nullopt;
  return run;
}

bool SubjectFinder::is_determined(TokenRange phrase) const {
  constexpr std::uint32_t longest = 6;
  if (phrase.last - phrase.first < 2 || phrase.last - phrase.first > longest) return false;
  bool determined = tokens_[phrase.first].is(determiner);
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (!tokens_[i].is_word() || (i > phrase.first && tokens_[i].is(preposition | clause_opener))) return false;
    determined = determined || (tokens_[i].possessive && i + 1 < phrase.last);
  }
  return determined && !tokens_[phrase.last - 1].possessive;
}

bool SubjectFinder::can_speak(TokenRange phrase, bool before_verb) const {
  if (phrase.empty()) return false;
  if (phrase.last - phrase.first == 1 && is_pronoun(phrase.first)) return true;
  const Token& end = tokens_[phrase.last - 1];
  if (end.possessive) return false;
  const auto any = [&](auto&& holds) {
    return std::any_of(tokens_.begin() + phrase.first, tokens_.begin() + phrase.last, holds);
  };
  const bool titled = has_role(phrase);
  if (!before_verb) return titled || any(may_be_name);
  if (is_head(end) || is_month_as_surname(paragraph_, phrase.last - 1)) return true;
  if (!grammar_.capitals && grammar_.order == WordOrder::verb_last && titled && any(may_be_name))
    return true;  // "X Y مدیر کارخانه": a name, its role and whose
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i)
    if (const std::uint32_t words = role_words(i, phrase.last); words != 0 && i + words == phrase.last) return true;
  return titled && any([](const Token& token) { return token.is(preposition | inner_preposition); });
}

}  // namespace dateline::indexer::speech
