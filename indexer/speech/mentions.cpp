#include "indexer/speech/mentions.hpp"

#include <algorithm>
#include <set>

#include "indexer/speech/case_endings.hpp"
#include "indexer/speech/names.hpp"
#include "indexer/speech/subjects.hpp"

namespace dateline::indexer::speech {
namespace {

bool is_person(RoleKind kind) {
  return kind != RoleKind::group && kind != RoleKind::org && kind != RoleKind::media && kind != RoleKind::document;
}

class PhraseReader {
 public:
  PhraseReader(std::string_view body, const Paragraph& paragraph, TokenRange phrase, const text::AliasTable& aliases)
      : body_(body), paragraph_(paragraph), tokens_(paragraph.tokens), phrase_(phrase), aliases_(aliases) {
    mention_.begin = tokens_[phrase.first].begin;
    mention_.end = tokens_[phrase.last - 1].end;
  }

  Mention read() {
    if (phrase_.last - phrase_.first == 1 && tokens_[phrase_.first].is(pronoun | relative_pronoun)) {
      mention_.kind = MentionKind::pronoun;
      mention_.gender = tokens_[phrase_.first].word->gender;
      return mention_;
    }
    find_core();
    find_roles();
    if (const TokenRange body = body_of_table(); !body.empty()) return named_body(body);
    if (const TokenRange run = name_of_phrase(); !run.empty()) return named(run);
    return unnamed();
  }

 private:
  // "la Marina di Kardova": a body that the table knows, with what hangs on a preposition.
  TokenRange body_of_table() const {
    TokenRange whole = phrase_;
    while (whole.first < whole.last && tokens_[whole.first].is(article | determiner)) ++whole.first;
    if (core_.last == phrase_.last || person_role_ || whole.last - whole.first < 3 || whole.last - whole.first > 6)
      return {0, 0};
    const auto& known = aliases_.find(name_text(body_, paragraph_, whole));
    return !known.empty() && known.front()->kind == text::AliasKind::body ? whole : TokenRange{0, 0};
  }

  Mention named_body(TokenRange run) {
    while (run.last > run.first + 1 && tokens_[run.last - 1].is(preposition | inner_preposition | article)) --run.last;
    mention_.kind = MentionKind::name;
    mention_.body = true;
    mention_.name = name_text(body_, paragraph_, run);
    mention_.name_words = count_words(paragraph_, run);
    mention_.begin = tokens_[run.first].begin;
    mention_.end = tokens_[run.last - 1].end;
    return mention_;
  }

  // The phrase up to its first preposition: "a spokesman" of "a spokesman for the Kremlin".
  void find_core() {
    core_ = phrase_;
    for (std::uint32_t i = phrase_.first + 1; i < phrase_.last; ++i)
      if ((tokens_[i].is(preposition | inner_preposition) && !joins_name(i) && !joins_body(i)) ||
          tokens_[i].mark == '(') {
        core_.last = i;
        return;
      }
  }

  // "de" in "Charles de Gaulle", and not in "ministère de la Défense"; "von" in "Ursula von der Leyen", and not in
  // "Karl Brandt von der Hafenbehörde", where a surname stands before it already.
  bool joins_name(std::uint32_t i) const {
    if (!tokens_[i].is(name_particle)) return false;
    if (paragraph_.lexicon->grammar().noun_capitals)
      return tokens_[i - 1].word->given_name || tokens_[i - 1].is(name_particle);
    return !tokens_[i].is(inner_preposition) || may_be_name(tokens_[i - 1]);
  }

  // "and" in "Brill Lamps and Buoys Service": one body, named by its last word. Where the first part is a body or a
  // person already, two are named.
  bool joins_body(std::uint32_t i) const {
    constexpr std::uint32_t longest = 3;  // words on each side
    if (!tokens_[i].is(coordinator) || paragraph_.lexicon->grammar().code != "en") return false;
    std::uint32_t first = i, last = i + 1;
    while (first > phrase_.first && i - first < longest && may_be_name(tokens_[first - 1])) --first;
    while (last < phrase_.last && last - i <= longest && may_be_name(tokens_[last])) ++last;
    const bool ends = last == phrase_.last || !tokens_[last].is_word() || !tokens_[last].capital;
    if (first == i || last == i + 1 || !ends || !tokens_[last - 1].is(body_word)) return false;
    return std::none_of(tokens_.begin() + first, tokens_.begin() + i, [](const Token& token) {
      return token.word->given_name || token.word->role || token.possessive || token.is(body_word) ||
             token.all_capitals;  // IMF and European Central Bank
    });
  }

  const Role* role_at(std::uint32_t i) const {
    for (const Phrase& entry : tokens_[i].word->phrases) {
      if (!entry.role || i + entry.rest.size() >= phrase_.last) continue;
      bool same = true;
      for (std::size_t k = 0; same && k < entry.rest.size(); ++k) same = tokens_[i + 1 + k].word == entry.rest[k];
      if (same) return entry.role;
    }
    return tokens_[i].word->role;
  }

  std::uint32_t role_words(std::uint32_t i, const Role* role) const {
    for (const Phrase& entry : tokens_[i].word->phrases)
      if (entry.role == role) return static_cast<std::uint32_t>(entry.rest.size()) + 1;
    return 1;
  }

  void find_roles() {
    for (std::uint32_t i = phrase_.first; i < phrase_.last; ++i) {
      const Role* role = role_at(i);
      if (!role || is_surname(i)) continue;
      if (is_person(role->kind)) {
        person_role_ = role;
        person_role_at_ = i;
        person_role_end_ = i + role_words(i, role);
      }
      if (i >= core_.last || (core_role_ && head_comes_first())) continue;
      core_role_ = role;
      core_role_at_ = i;
    }
  }

  // Gerhard Richter, Larry King: what follows a given name, and ends the name, is no role.
  bool is_surname(std::uint32_t i) const {
    if (i == phrase_.first || !tokens_[i].capital) return false;
    const std::uint32_t previous = tokens_[i - 1].mark == '.' && i > phrase_.first + 1 ? i - 2 : i - 1;  // Mr. King
    const bool ends = i + 1 >= phrase_.last || !may_be_name(tokens_[i + 1]);
    const Role* before = tokens_[previous].word->role;
    return ends && tokens_[previous].capital &&
           (tokens_[previous].word->given_name || (before && before->kind == RoleKind::honorific));
  }

  // "глава МИД", "porte-parole du gouvernement" against "Kremlin spokesman".
  bool head_comes_first() const {
    const std::string_view code = paragraph_.lexicon->grammar().code;
    return code != "en" && code != "tr" && code != "hi";
  }

  bool is_role(std::uint32_t i) const { return tokens_[i].word->role != nullptr; }

  // The name in the phrase: behind its last person's role; else the run that ends the phrase's core.
  TokenRange name_of_phrase() const {
    if (!paragraph_.lexicon->grammar().capitals) return any_person();
    if (person_role_) {
      std::uint32_t at = person_role_end_;
      while (at < phrase_.last && (!tokens_[at].is_word() || (is_role(at) && !is_surname(at)))) ++at;
      if (const TokenRange name = name_behind_comma(); !name.empty()) return name;
      if (const TokenRange tail = tail_name(); !tail.empty()) return tail;
      if (paragraph_.lexicon->grammar().title_follows)
        if (const TokenRange run = name_before_title(); !run.empty()) return run;
      if (const TokenRange run = name_run(paragraph_, at, phrase_.last);
          !run.empty() && ends_phrase(run) && !is_office_of(run) && !is_genitive(run))
        return without_titles(paragraph_, behind_genitive(run));
      if (const TokenRange run = name_behind_complement(); !run.empty()) return run;
      if (person_role_at_ < core_.last) return {0, 0};
    }
    const TokenRange run = run_ending(core_.last);
    return is_genitive_of_body(run) ? TokenRange{0, 0} : run;
  }

  // "Υπουργείο Μεταφορών", "Береговая охрана Остраны": the genitive behind a body says which one.
  bool is_genitive_of_body(TokenRange run) const {
    if (!core_role_ || core_role_->kind != RoleKind::org || run.empty()) return false;
    if (paragraph_.lexicon->grammar().code == "el") return true;
    return paragraph_.lexicon->grammar().case_endings &&
           run.first == core_role_at_ + role_words(core_role_at_, core_role_) && !tokens_[run.first].all_capitals &&
           !stands_beside_name(*core_role_);
  }

  // "компания Нортмарк", "agentura Forsa": what stands behind these is their name, in the same case.
  static bool stands_beside_name(const Role& role) {
    static const std::set<std::string_view> kinds = {"company",   "agency",      "organization", "foundation",
                                                     "club",      "bank",        "party",        "union",
                                                     "institute", "association", "ngo",          "movement"};
    return kinds.count(role.role) != 0;
  }

  // Without capitals only names proper are marked as such: the first that is no body's.
  TokenRange any_person() const {
    TokenRange found = {0, 0};
    for (std::uint32_t i = phrase_.first; i < phrase_.last; ++i) {
      const TokenRange run = name_run(paragraph_, i, phrase_.last);
      if (run.empty()) continue;
      const auto& known = aliases_.find(name_text(body_, paragraph_, run));
      if (known.empty() || known.front()->kind == text::AliasKind::person)
        return without_titles(paragraph_, behind_body(run));
      if (found.empty() && !person_role_) found = run;
      i = run.last - 1;
    }
    return found;
  }

  // "וזכרת החוץ X Y", "وزارة الخارجية X Y": what the table knows as a body ends where the person's name begins.
  TokenRange behind_body(TokenRange run) const {
    for (std::uint32_t i = run.last; i-- > run.first + 1;) {
      const auto& known = aliases_.find(name_text(body_, paragraph_, {run.first, i}));
      if (!known.empty() && known.front()->kind != text::AliasKind::person) return {i, run.last};
    }
    return run;
  }

  bool ends_phrase(TokenRange run) const {
    return run.last == phrase_.last || run.last == core_.last || tokens_[run.last].is(preposition | inner_preposition);
  }

  // "постпред РФ", "presidente Russia": what the holder stands for.
  bool is_office_of(TokenRange run) const {
    const Token& last = tokens_[run.last - 1];
    return last.all_capitals || paragraph_.lexicon->is_state(name_text(body_, paragraph_, run)) ||
           (last.word->role && !is_person(last.word->role->kind));
  }

  // "представитель Кардовы": no surname of a man or a woman ends so.
  bool is_genitive(TokenRange run) const {
    const std::string_view code = paragraph_.lexicon->grammar().code;
    if (run.last - run.first != 1 || (code != "ru" && code != "uk")) return false;
    const std::string_view written = text_of(body_, tokens_[run.first]), ending = code == "ru" ? "ы" : "и";
    return written.size() > ending.size() && written.substr(written.size() - ending.size()) == ending;
  }

  // "министр обороны Кардовы Йорен Халваск": of three words behind a role the first says whose it is, unless the
  // second is a patronymic.
  TokenRange behind_genitive(TokenRange run) const {
    const std::string_view code = paragraph_.lexicon->grammar().code;
    if ((code != "ru" && code != "uk") || run.last - run.first != 3 || count_words(paragraph_, run) != 3) return run;
    if (is_given_name(run.first) || ends_with_any(run.first + 1, {"ич", "вна", "чна", "івна"})) return run;
    const bool genitive = ends_with_any(run.first, {"ы", "и", "а", "я", "ії", "ого", "ой", "ої", "у"});
    return genitive ? TokenRange{run.first + 1, run.last} : run;
  }

  bool ends_with_any(std::uint32_t i, std::initializer_list<std::string_view> endings) const {
    const std::string_view written = text_of(body_, tokens_[i]);
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
      return written.size() > ending.size() && written.substr(written.size() - ending.size()) == ending;
    });
  }

  // "Orbán Viktor miniszterelnök"
  TokenRange name_before_title() const {
    for (std::uint32_t i = phrase_.first; i < person_role_at_; ++i) {
      const TokenRange run = name_run(paragraph_, i, person_role_at_);
      if (run.empty()) continue;
      // at most one word says of what: "Pálinkás Ibolya szakszervezeti vezető"
      if (run.last == person_role_at_ || (run.last + 1 == person_role_at_ && tokens_[run.last].word->classes == 0))
        return without_titles(paragraph_, run);
      i = run.last - 1;
    }
    return {0, 0};
  }

  // "la presidente de Ostrana, Mirena Toldas": the full name that a comma divides from the role.
  TokenRange name_behind_comma() const {
    for (std::uint32_t i = person_role_end_; i + 2 < phrase_.last; ++i) {
      if (tokens_[i].mark != ',') continue;
      const TokenRange run = name_run(paragraph_, i + 1, phrase_.last);
      if (run.last == phrase_.last && count_words(paragraph_, run) >= 2 && !has_body_word(run)) return run;
      return {0, 0};
    }
    return {0, 0};
  }

  // "head of the agency Yuri Borisov": a given name that begins the phrase's last words.
  TokenRange tail_name() const {
    for (std::uint32_t i = person_role_at_ + 1; i + 1 < phrase_.last; ++i) {
      if (!may_be_name(tokens_[i]) || !is_given_name(i)) continue;
      const TokenRange run = name_run(paragraph_, i, phrase_.last);
      if (run.last == phrase_.last) return run;
    }
    return {0, 0};
  }

  // "ředitel závodu Bohumír Zatloukal", "la segretaria provinciale Loredana Piras": what says whose office it is has no
  // capital, and the name that ends the phrase has two words.
  TokenRange name_behind_complement() const {
    const Grammar& grammar = paragraph_.lexicon->grammar();
    if (grammar.order == WordOrder::subject_first || grammar.noun_capitals || !grammar.capitals) return {0, 0};
    for (std::uint32_t i = person_role_at_ + 2; i + 1 < phrase_.last; ++i) {
      const Token& before = tokens_[i - 1];
      if (!may_be_name(tokens_[i]) || !before.is_word() || before.capital) continue;
      const TokenRange run = name_run(paragraph_, i, phrase_.last);
      const bool whose = before.is(preposition | inner_preposition | article) ||
                         (before.word->role && !is_person(before.word->role->kind));
      if (run.last == phrase_.last && run.last - run.first >= 2 && run.last - run.first <= 3 && !whose &&
          !is_office_of(run) && !has_body_word(run) && !is_adjective(tokens_[i]))
        return run;
      i = run.last;
    }
    return {0, 0};
  }

  bool has_body_word(TokenRange run) const {
    return std::any_of(tokens_.begin() + run.first, tokens_.begin() + run.last, [](const Token& token) {
      return token.is(body_word | state) || (token.word->role && !is_person(token.word->role->kind));
    });
  }

  // "Российской Федерации", "České republiky"
  bool is_adjective(const Token& token) const {
    const std::string_view written = text_of(body_, token);
    for (const std::string_view ending : {"ой", "ого", "ая", "ых", "ої", "ске", "ског", "ска", "é", "ého", "ých", "ej",
                                          "ego", "ych", "ske", "skog", "ska"})
      if (written.size() > ending.size() + 3 && written.substr(written.size() - ending.size()) == ending) return true;
    return false;
  }

  bool is_given_name(std::uint32_t i) const {
    if (tokens_[i].word->given_name) return true;
    const Lexicon& lexicon = *paragraph_.lexicon;
    if (!lexicon.grammar().case_endings) return false;
    const auto bases = base_forms(text_of(body_, tokens_[i]), lexicon.grammar().code);
    return std::any_of(bases.begin(), bases.end(),
                       [&](const std::string& base) { return lexicon.find(base).given_name; });
  }

  TokenRange run_ending(std::uint32_t last) const {
    for (std::uint32_t i = core_.first; i < last; ++i) {
      TokenRange run = name_run(paragraph_, i, last);
      if (run.empty()) continue;
      const bool joined = run.last < last && joins_body(run.last);
      if (joined) run.last = name_run(paragraph_, run.last + 1, last).last;
      if (run.last == last) return joined ? run : without_titles(paragraph_, run);
      i = run.last - 1;
    }
    return {0, 0};
  }

  Mention named(TokenRange run) {
    mention_.begin = tokens_[run.first].begin;
    mention_.end = tokens_[run.last - 1].end;
    mention_.name = name_text(body_, paragraph_, run);
    mention_.name_words = count_words(paragraph_, run);
    mention_.short_name = paragraph_.lexicon->grammar().short_name;
    mention_.titled = person_role_ && (person_role_at_ < run.first ||
                                       (person_role_at_ == run.last && paragraph_.lexicon->grammar().title_follows));
    if (mention_.titled) {
      mention_.gender = person_role_->gender;
      mention_.role = person_role_->role;
    }
    if (tokens_[run.first].word->given_name && mention_.gender == '-')
      mention_.gender = tokens_[run.first].word->gender;
    mention_.kind = kind_of_name(run);
    return mention_;
  }

  MentionKind kind_of_name(TokenRange run) {
    const std::string_view name = mention_.name;
    const auto& known = aliases_.find(name);
    if (!known.empty() && known.front()->kind != text::AliasKind::person) {
      mention_.body = known.front()->kind == text::AliasKind::body;
      return mention_.body ? MentionKind::name : MentionKind::group;
    }
    if (mention_.titled || !known.empty()) return MentionKind::name;
    if (run.last - run.first >= 2 && !tokens_[run.first].word->given_name &&
        (tokens_[run.first].is(place_word) || tokens_[run.last - 1].is(place_word)))
      return MentionKind::place;
    if (paragraph_.lexicon->is_state(name)) return MentionKind::place;
    if (core_role_ && core_role_at_ >= run.first && core_role_at_ < run.last) {
      if (core_role_->kind == RoleKind::media) return MentionKind::media;
      if (core_role_->kind == RoleKind::group) return MentionKind::group;
      if (core_role_->kind == RoleKind::document) return MentionKind::document;
      if (is_person(core_role_->kind)) return MentionKind::role_phrase;
      mention_.body = true;
    }
    if (text::SourceTable::built_in().find(name)) return MentionKind::media;
    if (is_common_noun(run)) return MentionKind::nobody;
    if (is_of_state(run)) return MentionKind::place;
    const Token& last = tokens_[run.last - 1];
    if (last.is(body_word) || last.all_capitals || follows_article(run.first)) mention_.body = true;
    if (mention_.name_words == 1 && last.is(demonym)) return MentionKind::group;
    return MentionKind::name;
  }

  // "Кабінету України": what ends in a country's genitive is the country's, and no person.
  bool is_of_state(TokenRange run) const {
    const Lexicon& lexicon = *paragraph_.lexicon;
    if (!lexicon.grammar().case_endings || is_given_name(run.first)) return false;
    const auto bases = base_forms(text_of(body_, tokens_[run.last - 1]), lexicon.grammar().code);
    return std::any_of(bases.begin(), bases.end(), [&](const std::string& base) { return lexicon.is_state(base); });
  }

  // die Mönche, der Ausschuss: where every noun has a capital, one word behind an article is no name, unless it is
  // written as none but names are: EADS, BaFin.
  bool is_common_noun(TokenRange run) const {
    if (!paragraph_.lexicon->grammar().noun_capitals || run.last - run.first != 1) return false;
    if (!tokens_[phrase_.first].is(article | determiner) || run.first == phrase_.first) return false;
    const std::string_view written = text_of(body_, tokens_[run.first]);
    return std::none_of(written.begin() + 1, written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  bool follows_article(std::uint32_t i) const { return i > 0 && i > phrase_.first && tokens_[i - 1].is(article); }

  Mention unnamed() {
    const Role* role = core_role_ ? core_role_ : person_role_;
    mention_.kind = MentionKind::nobody;
    if (!role) return mention_;
    mention_.role = role->role;
    mention_.gender = role->gender;
    mention_.of_person = is_person(role->kind);
    switch (role->kind) {
      case RoleKind::group:
        mention_.kind = MentionKind::group;
        break;
      case RoleKind::media:
        mention_.kind = MentionKind::media;
        break;
      case RoleKind::document:
        return body_of_document();
      case RoleKind::org:
        return body_by_role();
      default:
        mention_.kind = definite() ? MentionKind::role_phrase : MentionKind::group;
        break;
    }
    return mention_;
  }

  // "the Kremlin statement", "the Kremlin's statement": the body speaks where the table knows it.
  Mention body_of_document() {
    mention_.kind = MentionKind::document;
    for (std::uint32_t i = core_.first; i < core_role_at_; ++i) {
      const TokenRange run = name_run(paragraph_, i, core_role_at_);
      if (run.empty()) continue;
      const std::string name = name_text(body_, paragraph_, run);
      const auto& known = aliases_.find(name);
      if (!known.empty() && known.front()->kind == text::AliasKind::body) {
        mention_.kind = MentionKind::name;
        mention_.body = true;
        mention_.name = name;
        mention_.name_words = count_words(paragraph_, run);
      }
      break;
    }
    return mention_;
  }

  // "the Russian foreign ministry": a body when the table knows it or a capital tells which one.
  Mention body_by_role() {
    TokenRange phrase = core_;
    while (phrase.first < phrase.last &&
           (!tokens_[phrase.first].is_word() || tokens_[phrase.first].is(article | never_name)))
      ++phrase.first;
    mention_.kind = MentionKind::role_phrase;
    if (phrase.empty()) return mention_;
    const std::string name = name_text(body_, paragraph_, phrase);
    const auto& known = aliases_.find(name);
    const bool capital = std::any_of(tokens_.begin() + phrase.first, tokens_.begin() + phrase.last, may_be_name);
    const bool possessive = std::any_of(tokens_.begin() + phrase.first, tokens_.begin() + phrase.last,
                                        [](const Token& token) { return token.possessive; });
    if (known.empty() && (!capital || possessive || phrase.last - phrase.first < 2 || phrase.last - phrase.first > 6))
      return mention_;
    return named_body(phrase);
  }

  // "der brasilianische Präsident" is told from other presidents: that he is the one of the article is a guess.
  bool definite() const {
    if (paragraph_.lexicon->grammar().noun_capitals) return !has_origin();
    if (paragraph_.lexicon->grammar().code != "en") return true;
    const std::string_view first = text_of(body_, tokens_[phrase_.first]);
    return first == "the" || first == "The";
  }

  bool has_origin() const {
    for (std::uint32_t i = core_.first; i < core_.last; ++i) {
      const std::string_view written = text_of(body_, tokens_[i]);
      for (const std::string_view ending : {"ische", "ischer", "ischen"})
        if (!tokens_[i].capital && written.size() > ending.size() + 2 &&
            written.substr(written.size() - ending.size()) == ending)
          return true;
    }
    return false;
  }

  std::string_view body_;
  const Paragraph& paragraph_;
  const std::vector<Token>& tokens_;
  TokenRange phrase_, core_;
  const text::AliasTable& aliases_;
  const Role* person_role_ = nullptr;  // the last one of the phrase
  const Role* core_role_ = nullptr;    // the last one of its core
  std::uint32_t person_role_at_ = 0, person_role_end_ = 0, core_role_at_ = 0;
  Mention mention_;
};

}  // namespace

Mention MentionReader::read(const Paragraph& paragraph, TokenRange phrase) const {
  if (phrase.empty()) return {};
  return PhraseReader(body_, paragraph, phrase, aliases_).read();
}

}  // namespace dateline::indexer::speech
