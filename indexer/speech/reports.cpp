#include "indexer/speech/reports.hpp"

#include "indexer/speech/german_clauses.hpp"
#include "indexer/speech/german_subjects.hpp"
#include "indexer/speech/names.hpp"
#include "indexer/speech/subjects.hpp"

namespace dateline::indexer::speech {
namespace {

class ReportFinder {
 public:
  ReportFinder(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t inside,
               std::vector<Report>& reports)
      : body_(body),
        paragraph_(paragraph),
        tokens_(paragraph.tokens),
        sentence_(sentence),
        inside_(inside),
        subjects_(body, paragraph, sentence, inside),
        german_(paragraph.lexicon->grammar().noun_capitals),
        german_subjects_(body, paragraph, sentence, inside),
        reports_(reports) {}

  void find() {
    find_name_before_mark();
    find_name_behind_dash();
    find_name_within_mark();
    const std::size_t before = reports_.size();
    if (const auto cues = find_cues(paragraph_, sentence_, inside_); !cues.empty()) {
      has_quotation_ = false;
      if (inside_ == nowhere)
        for (std::uint32_t i = sentence_.first; i < sentence_.last && !has_quotation_; ++i)
          has_quotation_ = tokens_[i].inside != nowhere;
      for (const FoundCue& cue : cues) consider(cue);
    }
    if (reports_.size() == before) find_subject_before_colon();
  }

 private:
  // Peskov: "..."
  void find_name_before_mark() {
    if (inside_ != nowhere) return;
    const TokenRange run = name_run(paragraph_, sentence_.first, sentence_.last);
    if (run.empty() || run.last - run.first > 5 || run.last + 1 >= sentence_.last) return;
    if (run.last - run.first > 3 && tokens_[run.last - 1].all_capitals) return;  // THE LAMP IS OUT: "..."
    const Token &colon = tokens_[run.last], &mark = tokens_[run.last + 1];
    if (colon.mark != ':' || mark.edge != Edge::opens) return;
    static const Cue colon_cue = {"colon", CueClass::say, false, false, false, 3, '-'};
    reports_.push_back(
        {{run.last, run.last + 1}, &colon_cue, run, Rule::named_before_mark, sentence_, true, false, true});
  }

  // "FINCH: The lamp is dark." in transcripts, where each line has marks.
  void find_name_within_mark() {
    if (inside_ != nowhere || tokens_[sentence_.first].edge != Edge::opens) return;
    const TokenRange run = name_run(paragraph_, sentence_.first + 1, sentence_.last);
    if (run.empty() || run.last - run.first > 4 || run.last >= sentence_.last || tokens_[run.last].mark != ':') return;
    for (std::uint32_t i = run.first; i < run.last; ++i)
      if (tokens_[i].is_word() && !tokens_[i].all_capitals) return;
    static const Cue colon_cue = {"colon", CueClass::say, false, false, false, 3, '-'};
    reports_.push_back(
        {{run.last, run.last + 1}, &colon_cue, run, Rule::named_before_mark, sentence_, false, false, true});
  }

  // Peskov scolded him: "...": whatever the verb is, the marks behind a colon are its subject's.
  void find_subject_before_colon() {
    if (inside_ != nowhere || !subjects_.first_is_subject()) return;
    for (std::uint32_t i = sentence_.first + 2; i < sentence_.last; ++i) {
      if (tokens_[i].mark != ':') continue;
      const bool quotes = i + 1 < sentence_.last ? tokens_[i + 1].edge == Edge::opens : i + 1 == tokens_.size();
      if (!quotes) continue;
      const auto speaker = german_ ? german_subjects_.of_sentence(i) : subjects_.first_of_sentence(i);
      if (!speaker || speaker->last == i || tokens_[speaker->first].is(first_person) ||
          !subjects_.can_speak(*speaker, false) || passive_follows(speaker->last))
        return;
      static const Cue colon_cue = {"colon", CueClass::say, false, false, false, 2, '-'};
      reports_.push_back({{i, i + 1}, &colon_cue, *speaker, Rule::before_colon, sentence_, true, false, true});
      return;
    }
  }

  // "Finch was asked", "has been told": done to the subject, not by it. `participle`: where the verb would be.
  bool is_passive(std::uint32_t participle) const {
    if (paragraph_.lexicon->grammar().code != "en" || participle >= sentence_.last) return false;
    std::uint32_t helper = participle;
    while (helper > sentence_.first && subjects_.is_adverb(tokens_[helper - 1])) --helper;
    if (helper == sentence_.first || !tokens_[helper - 1].is(auxiliary)) return false;
    const std::string_view be = text_of(body_, tokens_[helper - 1]);
    const std::string_view verb = text_of(body_, tokens_[participle]);
    const bool done = (verb.size() > 3 && verb.substr(verb.size() - 2) == "ed") || verb == "told" || verb == "said";
    return done && (be == "was" || be == "were" || be == "is" || be == "are" || be == "be" || be == "been");
  }

  bool passive_follows(std::uint32_t verb) const {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t i = verb; i < sentence_.last && i < verb + reach; ++i)
      if (is_passive(i)) return true;
    return false;
  }

  // "..." — Ada Finch
  void find_name_behind_dash() {
    if (inside_ != nowhere) return;
    for (std::uint32_t i = sentence_.last; i > sentence_.first + 1 && sentence_.last - i < 8; --i) {
      const char32_t dash = tokens_[i - 1].mark;
      if (dash != 0x2014 && dash != 0x2013 && dash != 0x2015) continue;
      if (tokens_[i - 2].edge != Edge::closes) return;
      const TokenRange run = name_run(paragraph_, i, sentence_.last);
      const bool alone =
          run.last == sentence_.last || (run.last + 1 == sentence_.last && tokens_[run.last].mark == '.');
      if (!alone || count_words(paragraph_, run) < 2) return;
      static const Cue dash_cue = {"dash", CueClass::say, false, false, false, 3, '-'};
      reports_.push_back({{i - 1, i}, &dash_cue, run, Rule::named_behind_dash, sentence_, false, true, true});
      return;
    }
  }

  struct Surroundings {
    const Token* before = nullptr;  // null at the sentence's ends
    const Token* after = nullptr;
    bool quotation_follows = false, quotation_precedes = false, that_follows = false, ends_clause = false;
    bool clause_precedes = false;
  };

  // "ورأى المحلل بسام الخطيب أن", "confirmó la alcaldesa que": where subjects follow, "that" stands behind them.
  bool that_behind_subject(std::uint32_t first) const {
    if (!subjects_.order_is_free() || paragraph_.lexicon->grammar().noun_capitals) return false;
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t i = first; i < sentence_.last && i < first + reach; ++i) {
      if (tokens_[i].is(that_word)) return true;
      if (!tokens_[i].is_word() || tokens_[i].word->cue || tokens_[i].is(clause_opener)) return false;
    }
    return false;
  }

  // "..., a annoncé X": a comma before the verb and its auxiliaries.
  bool clause_precedes(std::uint32_t cue) const {
    std::uint32_t i = cue;
    while (i > sentence_.first && (tokens_[i - 1].is(auxiliary | adverb | pronoun | article))) --i;
    return i > sentence_.first + 4 && tokens_[i - 1].mark == ',' && subjects_.order_is_free() &&
           !paragraph_.lexicon->grammar().noun_capitals;
  }

  const Token* at(std::int64_t i) const {
    return i >= sentence_.first && i < sentence_.last ? &tokens_[static_cast<std::size_t>(i)] : nullptr;
  }

  Surroundings look_around(const FoundCue& cue) const {
    Surroundings around;
    const std::int64_t next = cue.behind, previous = static_cast<std::int64_t>(cue.at.first) - 1;
    around.before = at(previous);
    around.after = at(next);
    const Token *second = at(next + 1), *second_before = at(previous - 1);
    const bool colon_at_end = around.after && around.after->mark == ':' && !second;
    around.quotation_follows =
        colon_at_end ||
        (around.after &&
         (around.after->edge == Edge::opens ||
          ((around.after->mark == ',' || around.after->mark == ':') && second && second->edge == Edge::opens)));
    around.quotation_precedes =
        around.before &&
        (around.before->edge == Edge::closes ||
         ((around.before->mark == ',' || around.before->mark == 0x2014 || around.before->mark == 0x2013) &&
          second_before &&
          (second_before->edge == Edge::closes ||
           (second_before->mark == ',' && at(previous - 2) && at(previous - 2)->edge == Edge::closes))));
    around.that_follows = around.after && around.after->is(that_word);
    if (!around.that_follows && around.after && around.after->mark == ',' && second)
      around.that_follows = second->is(that_word);
    if (const auto behind = behind_aside(tokens_, static_cast<std::uint32_t>(cue.behind), sentence_.last);
        behind != cue.behind && behind < sentence_.last)
      around.that_follows = around.that_follows || tokens_[behind].is(that_word);
    around.clause_precedes = clause_precedes(cue.at.first);
    around.that_follows = around.that_follows || that_behind_subject(cue.at.last);
    around.ends_clause = !around.after || around.after->mark == '.' || around.after->mark == ',';
    return around;
  }

  void add(const FoundCue& cue, TokenRange speaker, Rule rule, const Surroundings& around) {
    subject_ = speaker;
    reports_.push_back({cue.at, cue.entry, speaker, rule, sentence_, around.quotation_follows,
                        around.quotation_precedes, has_quotation_});
  }

  void consider(const FoundCue& cue) {
    const Surroundings around = look_around(cue);
    if (cue.entry->cue_class == CueClass::according) {
      if (const auto speaker = named_by_adposition(cue)) add(cue, *speaker, Rule::according_to, around);
      return;
    }
    if (german_) return consider_german(cue, around);
    if (cue.entry->lemma == "say" && around.after && around.after->is(infinitive) && around.before &&
        around.before->is(auxiliary))
      return;  // is said to
    if (cue.entry->cue_class != CueClass::quoted && is_passive(cue.at.first)) return;
    auto [speaker, rule] = grammatical_subject(cue, around);
    const bool participle = cue.entry->agreement == 'g';
    if (!strong_enough(cue, around, speaker.has_value())) return;
    if (!participle && around.before &&
        (around.before->is(article | determiner) || (around.before->possessive && !around.before->is(pronoun))))
      return;
    const bool has_subject = speaker && !(participle && stands_behind_time(*speaker, cue.at.first));
    if (participle && hangs_on_main_clause(around, has_subject)) {
      speaker = subject_ ? subject_ : subjects_.first_of_sentence(cue.at.first);
      rule = Rule::shared_subject;
    }
    if (!speaker && around.before && (around.before->is(coordinator) || subjects_.is_adverb(*around.before))) {
      speaker = subjects_.of_clause(cue.at.first);
      if (!speaker) speaker = subject_;
      if (!speaker && around.before->is(coordinator) && subjects_.first_is_subject())
        speaker = subjects_.first_of_sentence(cue.at.first);
      rule = Rule::shared_subject;
    }
    if (!speaker && tokens_[cue.at.first].is(pronoun)) speaker = cue.at;  // jelasnya: "so they explained"
    if (!speaker) {
      if (const auto body = body_under_preposition(cue)) {
        speaker = body;
        rule = body->first > cue.at.first ? Rule::after_cue : Rule::before_cue;
      }
    }
    if (!speaker && leaves_out_subject(cue, around)) {
      speaker = TokenRange{cue.at.first, cue.at.first};
      rule = Rule::left_out;
    }
    if (!speaker || tokens_[speaker->first].is(first_person)) return;
    add(cue, *speaker, rule, around);
  }

  // "сообщили в полиции", "В ведомстве уточнили": a verb in the plural, and where it was said.
  std::optional<TokenRange> body_under_preposition(const FoundCue& cue) const {
    if (cue.entry->agreement != 'p' || cue.entry->strength < 2 || german_) return std::nullopt;
    constexpr std::uint32_t longest = 6;  // words
    const auto bounds = [&](const Token& token) {
      return !token.is_word() || token.word->cue || token.inside != inside_ ||
             token.is(preposition | clause_opener | pronoun | calendar | hearer);
    };
    std::uint32_t first = cue.behind;
    if (first < sentence_.last && tokens_[first].is(source_preposition)) {
      std::uint32_t last = ++first;
      while (last < sentence_.last && last < first + longest && !bounds(tokens_[last])) ++last;
      return first < last ? std::optional(TokenRange{first, last}) : std::nullopt;
    }
    std::uint32_t last = cue.at.first;
    while (last > sentence_.first && tokens_[last - 1].is(adverb | calendar)) --last;
    first = last;
    while (first > sentence_.first && last - first <= longest && !bounds(tokens_[first - 1])) --first;
    const bool hangs = first > sentence_.first && tokens_[first - 1].is(source_preposition);
    return hangs && first < last ? std::optional(TokenRange{first, last}) : std::nullopt;
  }

  // «...», ha scherzato.   Añadió que ...: the verb stands where nothing beside it could be its subject.
  bool leaves_out_subject(const FoundCue& cue, const Surroundings& around) const {
    if (!paragraph_.lexicon->grammar().drops_subject || inside_ != nowhere) return false;
    const Cue& entry = *cue.entry;
    if (entry.strength < 2 || entry.agreement == 'g' || entry.agreement == 'p' || entry.cue_class == CueClass::noun ||
        entry.cue_class == CueClass::quoted || entry.cue_class == CueClass::ask)
      return false;
    if (around.quotation_precedes || stands_behind_auxiliaries(cue.at.first))
      return tokens_[sentence_.first].edge == Edge::opens && only_adjuncts_follow(cue.behind);
    if (!opens_sentence(cue.at.first)) return false;
    if (around.quotation_follows) return true;
    return around.that_follows && around.after && (around.after->is(that_word) || around.after->mark == ',');
  }

  // "...", ha sottolineato: helpers between the marks and the verb.
  bool stands_behind_auxiliaries(std::uint32_t cue) const {
    std::uint32_t i = cue;
    while (i > sentence_.first && i + 4 > cue && tokens_[i - 1].is(auxiliary | adverb | pronoun | article)) --i;
    if (i == cue || i == sentence_.first) return false;
    if (tokens_[i - 1].mark == ',' || tokens_[i - 1].mark == 0x2013 || tokens_[i - 1].mark == 0x2014) --i;
    return i > sentence_.first && tokens_[i - 1].edge == Edge::closes;
  }

  bool opens_sentence(std::uint32_t cue) const {
    constexpr std::uint32_t most = 3;  // words before it: "Ha inoltre aggiunto"
    if (cue - sentence_.first > most) return false;
    for (std::uint32_t i = sentence_.first; i < cue; ++i)
      if (!tokens_[i].is(auxiliary | adverb | coordinator) || tokens_[i].is(article)) return false;
    return true;
  }

  // Hearers, times and places up to the next mark: nothing there may be a subject.
  bool only_adjuncts_follow(std::uint32_t from) const {
    constexpr std::uint32_t longest = 12;  // tokens
    if (from >= sentence_.last || !tokens_[from].is_word()) return true;
    if (!tokens_[from].is(preposition | adverb | calendar | hearer | clause_opener)) return false;
    for (std::uint32_t i = from; i < sentence_.last && i < from + longest; ++i) {
      const Token& token = tokens_[i];
      if (!token.is_word()) return true;
      const bool hangs = i > from && tokens_[i - 1].is(preposition | inner_preposition | article);
      if (token.is(article) && !token.is(preposition) && !hangs) return false;
      if ((may_be_name(token) || token.word->role) && !hangs) return false;
    }
    return true;
  }

  std::optional<TokenRange> named_by_adposition(const FoundCue& cue) const {
    if (!german_) return cue.entry->after_speaker ? subjects_.before(cue.at.first) : subjects_.after(cue.at.last - 1);
    if (cue.entry->lemma == "so") return german_subjects_.behind_so(cue.at.first);
    if (cue.entry->after_speaker) return german_subjects_.before_postposition(cue.at.first);
    return german_subjects_.under_preposition(cue.at.last);
  }

  void consider_german(const FoundCue& cue, const Surroundings& around) {
    if (cue.entry->lemma == "heißen") {  // hieß es in dem Brief
      std::uint32_t first = cue.at.last;
      while (first < sentence_.last && tokens_[first].is(pronoun | adverb)) ++first;
      if (first >= sentence_.last || !tokens_[first].is(source_preposition)) return;
      if (const auto speaker = german_subjects_.under_preposition(first)) add(cue, *speaker, Rule::after_cue, around);
      return;
    }
    if (is_infinitive_with_zu(body_, paragraph_, sentence_, cue.at.first)) return;  // rief an, um zu informieren
    if (cue.entry->lemma == "erklären" && is_declared(paragraph_, sentence_, cue.at.first)) return;
    const bool words_of = cue.entry->lemma == "Worte";  // ... mit den Worten: "..."
    const auto subject = words_of ? std::nullopt : german_subjects_.of_verb(cue.at, cue.entry->lemma == "zitieren");
    std::optional<TokenRange> speaker;
    Rule rule = Rule::shared_subject;
    if (words_of) {
      speaker = german_subjects_.of_sentence(cue.at.first);
    } else if (subject && subjects_.can_speak(subject->phrase, false)) {
      speaker = subject->phrase;
      rule = subject->behind ? Rule::after_cue : Rule::before_cue;
    } else if (around.before && around.before->is(coordinator)) {  // X dankte und sagte
      speaker = subject_ ? subject_ : german_subjects_.of_sentence(cue.at.first - 1);
    }
    if (!strong_enough(cue, around, speaker.has_value()) && !clause_follows(cue, speaker) &&
        !follows_reported_mood(cue, speaker) &&
        !means_sentence_before(body_, paragraph_, sentence_, *cue.entry, cue.at.first) &&
        !calls_something(paragraph_, sentence_, *cue.entry, cue.at.first))
      return;
    if (!speaker || tokens_[speaker->first].is(first_person)) return;
    add(cue, *speaker, rule, around);
  }

  // "X warf Y am Montag vor, ...": what is said stands behind the verb's other half, or behind "dass" or as an
  // infinitive further on.
  bool clause_follows(const FoundCue& cue, const std::optional<TokenRange>& speaker) const {
    if (cue.entry->strength < 2) return false;
    const Token* next = at(cue.behind);
    const bool two_halves = cue.behind > cue.at.last || cue.at.last - cue.at.first == 2;
    if (two_halves && next && next->mark == ',') return true;
    constexpr std::uint32_t farthest = 60;
    for (std::uint32_t i = cue.behind; i + 1 < sentence_.last && i < cue.behind + farthest; ++i)
      if (tokens_[i].mark == ',' && tokens_[i + 1].is(that_word)) return true;
    const std::uint32_t behind = speaker ? std::max(cue.behind, speaker->last) : cue.behind;
    return told_by_infinitive(body_, paragraph_, sentence_, *cue.entry, behind).has_value();
  }

  // "Der Turm sei zu alt, schreibt X": the verb behind the comma, X behind it, and somebody else's words before.
  bool follows_reported_mood(const FoundCue& cue, const std::optional<TokenRange>& speaker) const {
    constexpr std::uint32_t farthest = 60;  // tokens
    if (cue.entry->strength < 2 || cue.entry->cue_class == CueClass::quoted) return false;
    if (!speaker || speaker->first != cue.at.last) return false;
    if (cue.at.first <= sentence_.first || tokens_[cue.at.first - 1].mark != ',') return false;
    for (std::uint32_t i = cue.at.first; i > sentence_.first && cue.at.first - i < farthest; --i)
      if (tokens_[i - 1].is(subjunctive) && tokens_[i - 1].inside == inside_) return true;
    return false;
  }

  std::pair<std::optional<TokenRange>, Rule> grammatical_subject(const FoundCue& cue,
                                                                 const Surroundings& around) const {
    if (around.quotation_precedes) {
      const auto behind = subjects_.after(cue.at.last - 1);
      if (behind && subjects_.can_speak(*behind, false)) return {behind, Rule::after_cue};
    }
    if (subjects_.order() == WordOrder::verb_first) {
      const auto behind = subjects_.after(cue.at.last - 1);
      if (behind && subjects_.can_speak(*behind, false)) return {behind, Rule::after_cue};
    }
    if (subjects_.order() == WordOrder::verb_last && around.quotation_precedes) {
      const auto ahead = subjects_.before_quotation(cue.at.first);
      if (ahead && subjects_.can_speak(*ahead, true)) return {ahead, Rule::before_cue};
    }
    const auto ahead = subjects_.before(cue.at.first);
    if (ahead && (subjects_.can_speak(*ahead, true) || is_determined_before_marks(cue, around, *ahead)))
      return {ahead, Rule::before_cue};
    if (!around.quotation_precedes && around.before && around.before->mark == ',' && cue.entry->strength == 3) {
      const auto behind = subjects_.after(cue.at.last - 1);  // ..., said Peskov.
      if (behind && subjects_.can_speak(*behind, false) &&
          (behind->last >= sentence_.last || tokens_[behind->last].mark == '.' || tokens_[behind->last].mark == ','))
        return {behind, Rule::after_cue};
    }
    if (subjects_.order_is_free() && cue.entry->strength >= 2 && cue.entry->agreement != 'g') {
      const auto behind = subjects_.after(cue.at.last - 1);
      if (behind && subjects_.can_speak(*behind, false)) return {behind, Rule::after_cue};
    }
    if (subjects_.order() == WordOrder::verb_last && cue.entry->agreement != 'g')
      if (const auto topic = subjects_.topic(cue.at.first); topic && subjects_.can_speak(*topic, true))
        return {topic, Rule::before_cue};
    return {std::nullopt, Rule::before_cue};
  }

  // "the announcer said that it was "..."", "a friend remarked: "..."": who it is does not matter beside marks.
  bool is_determined_before_marks(const FoundCue& cue, const Surroundings& around, TokenRange phrase) const {
    const bool beside = around.quotation_follows || around.quotation_precedes;
    const bool reports = cue.entry->strength == 3 || (cue.entry->strength == 2 && beside);
    return has_quotation_ && reports && subjects_.is_determined(phrase);
  }

  // "published a paper last week saying", "sent a letter on Monday saying": what stands before the time is no name.
  bool stands_behind_time(TokenRange speaker, std::uint32_t participle) const {
    if (subjects_.order() != WordOrder::subject_first) return false;
    bool time = false;
    for (std::uint32_t i = speaker.last; i < participle; ++i) {
      if (!tokens_[i].is_word()) return false;
      time = time || (!tokens_[i].is(auxiliary) && !subjects_.is_adverb(tokens_[i]));
    }
    return time;
  }

  static bool hangs_on_main_clause(const Surroundings& around, bool has_subject) {
    return !has_subject || !around.before || around.before->mark == ',' || around.before->is(coordinator | preposition);
  }

  bool strong_enough(const FoundCue& cue, const Surroundings& around, bool has_subject) const {
    const Cue& entry = *cue.entry;
    const bool beside = around.quotation_follows || around.quotation_precedes;
    if (entry.strength == 1 && !(beside || (has_subject && (has_quotation_ || tells_that(cue, around))))) return false;
    if ((entry.cue_class == CueClass::order || entry.cue_class == CueClass::ask) && entry.hearer_first &&
        entry.strength >= 2 && infinitive_near(cue.at.last))
      return true;
    if (entry.cue_class == CueClass::promise && around.after && around.after->is(infinitive)) return true;
    if (entry.strength == 2 && tokens_[sentence_.first].is(as_word) && cue.at.first <= sentence_.first + 3) return true;
    if (entry.strength == 2 && !(beside || has_quotation_ || around.that_follows || around.clause_precedes ||
                                 (around.ends_clause && cue.at.first > sentence_.first + 3)))
      return false;
    return entry.cue_class != CueClass::think || has_quotation_ || around.that_follows;
  }

  // "expressed the hope that", "estimates that": what a weak verb says directly behind it.
  bool tells_that(const FoundCue& cue, const Surroundings& around) const {
    if (cue.entry->cue_class == CueClass::say) return that_near(cue.at.last);
    if (!is_told_by_that(cue.entry->cue_class) || subjects_.order() != WordOrder::subject_first) return false;
    const std::string_view before = around.before ? text_of(body_, *around.before) : "";
    if (before == "not" || before == "never" || before == "didn't") return false;
    return around.after && around.after->is(that_word) && is_clause(cue.behind + 1);
  }

  // "found that the lamp was out", but "found that idea absurd"
  bool is_clause(std::uint32_t first) const {
    constexpr std::uint32_t shortest = 4;  // words
    std::uint32_t i = first;
    while (i < sentence_.last && i < first + shortest && tokens_[i].is_word()) ++i;
    return i == first + shortest;
  }

  // expressed the hope that
  bool that_near(std::uint32_t first) const {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t i = first; i < sentence_.last && i < first + reach; ++i) {
      if (tokens_[i].is(that_word)) return true;
      if (!tokens_[i].is_word() ? tokens_[i].mark != ','
                                : tokens_[i].is(preposition | inner_preposition | clause_opener))
        return false;
    }
    return false;
  }

  // urged all sides to refrain
  bool infinitive_near(std::uint32_t first) const {
    constexpr std::uint32_t reach = 14;
    for (std::uint32_t i = first; i < sentence_.last && i < first + reach; ++i) {
      if (tokens_[i].is(infinitive) || subjects_.is_infinitive_form(tokens_[i])) return i > first;
      if (!tokens_[i].is_word() || tokens_[i].is(clause_opener)) return false;
    }
    return false;
  }

  std::string_view body_;
  const Paragraph& paragraph_;
  const std::vector<Token>& tokens_;
  TokenRange sentence_;
  std::uint32_t inside_;
  SubjectFinder subjects_;
  bool german_;
  GermanSubjects german_subjects_;
  std::vector<Report>& reports_;
  std::optional<TokenRange> subject_;  // of the report before, in this sentence
  bool has_quotation_ = false;
};

}  // namespace

void find_reports(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t inside,
                  std::vector<Report>& reports) {
  ReportFinder(body, paragraph, sentence, inside, reports).find();
}

}  // namespace dateline::indexer::speech
