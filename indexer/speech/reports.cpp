#include "indexer/speech/reports.hpp"

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
        reports_(reports) {}

  void find() {
    find_name_before_mark();
    find_name_behind_dash();
    const auto cues = find_cues(paragraph_, sentence_, inside_);
    if (cues.empty()) return;
    has_quotation_ = false;
    if (inside_ == nowhere)
      for (std::uint32_t i = sentence_.first; i < sentence_.last && !has_quotation_; ++i)
        has_quotation_ = tokens_[i].inside != nowhere;
    for (const FoundCue& cue : cues) consider(cue);
  }

 private:
  // Peskov: "..."
  void find_name_before_mark() {
    if (inside_ != nowhere) return;
    const TokenRange run = name_run(paragraph_, sentence_.first, sentence_.last);
    if (run.empty() || run.last - run.first > 5 || run.last + 1 >= sentence_.last) return;
    const Token &colon = tokens_[run.last], &mark = tokens_[run.last + 1];
    if (colon.mark != ':' || mark.edge != Edge::opens) return;
    static const Cue colon_cue = {"colon", CueClass::say, false, false, false, 3, '-'};
    reports_.push_back(
        {{run.last, run.last + 1}, &colon_cue, run, Rule::named_before_mark, sentence_, true, false, true});
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
    const std::int64_t next = cue.at.last, previous = static_cast<std::int64_t>(cue.at.first) - 1;
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
      const auto speaker = cue.entry->after_speaker ? subjects_.before(cue.at.first) : subjects_.after(cue.at.last - 1);
      if (speaker) add(cue, *speaker, Rule::according_to, around);
      return;
    }
    if (cue.entry->lemma == "say" && around.after && around.after->is(infinitive) && around.before &&
        around.before->is(auxiliary))
      return;  // is said to
    auto [speaker, rule] = grammatical_subject(cue, around);
    const bool participle = cue.entry->agreement == 'g';
    if (!strong_enough(cue, around, speaker.has_value())) return;
    if (!participle && around.before && (around.before->is(article) || around.before->possessive)) return;
    if (participle && hangs_on_main_clause(around, speaker.has_value())) {
      speaker = subject_ ? subject_ : subjects_.first_of_sentence(cue.at.first);
      rule = Rule::shared_subject;
    }
    if (!speaker && subject_ && around.before &&
        (around.before->is(coordinator) || subjects_.is_adverb(*around.before))) {
      speaker = subject_;
      rule = Rule::shared_subject;
    }
    if (!speaker && tokens_[cue.at.first].is(pronoun)) speaker = cue.at;  // jelasnya: "so they explained"
    if (!speaker || tokens_[speaker->first].is(first_person)) return;
    add(cue, *speaker, rule, around);
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
    if (ahead && subjects_.can_speak(*ahead, true)) return {ahead, Rule::before_cue};
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

  static bool hangs_on_main_clause(const Surroundings& around, bool has_subject) {
    return !has_subject || !around.before || around.before->mark == ',' || around.before->is(coordinator | preposition);
  }

  bool strong_enough(const FoundCue& cue, const Surroundings& around, bool has_subject) const {
    const Cue& entry = *cue.entry;
    const bool beside = around.quotation_follows || around.quotation_precedes;
    if (entry.strength == 1 &&
        !(beside || (has_subject && (has_quotation_ || (entry.cue_class == CueClass::say && that_near(cue.at.last))))))
      return false;
    if (entry.cue_class == CueClass::order && entry.hearer_first && entry.strength >= 2 && infinitive_near(cue.at.last))
      return true;
    if (entry.strength == 2 && tokens_[sentence_.first].is(as_word) && cue.at.first <= sentence_.first + 3) return true;
    if (entry.strength == 2 && !(beside || has_quotation_ || around.that_follows || around.clause_precedes ||
                                 (around.ends_clause && cue.at.first > sentence_.first + 3)))
      return false;
    return entry.cue_class != CueClass::think || has_quotation_ || around.that_follows;
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
