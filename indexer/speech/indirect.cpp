#include "indexer/speech/indirect.hpp"

#include <algorithm>

#include "indexer/speech/german_clauses.hpp"
#include "indexer/speech/subjects.hpp"

namespace dateline::indexer::speech {
namespace {

constexpr std::uint32_t shortest_clause = 3;   // words; 2 where neither articles nor pronouns need be said
constexpr std::uint32_t longest_clause = 200;  // tokens: what is longer is no sentence

bool is_comma(const Token& token) { return token.mark == ',' || token.mark == 0x060C; }

class ClauseFinder {
 public:
  ClauseFinder(std::string_view body, const Paragraph& paragraph, const std::vector<Report>& reports, std::size_t which)
      : body_(body),
        paragraph_(paragraph),
        tokens_(paragraph.tokens),
        reports_(reports),
        which_(which),
        report_(reports[which]),
        sentence_(report_.sentence),
        terse_(paragraph.lexicon->grammar().opinions_are_speech),
        verb_last_(paragraph.lexicon->grammar().order == WordOrder::verb_last),
        verb_follows_(paragraph.lexicon->grammar().order != WordOrder::subject_first),
        dashes_(paragraph.lexicon->grammar().dash_dialogue),
        german_(paragraph.lexicon->grammar().noun_capitals) {}

  std::optional<TokenRange> find() const {
    if (report_.beside_quotation) return std::nullopt;  // the marks say what was said
    if (report_.rule == Rule::according_to) return around_according();
    if (german_) {
      if (calls_something(paragraph_, sentence_, *report_.entry, report_.cue.first)) return what_it_is_called();
      if (const auto behind = behind_german_cue()) return behind;
      if (means_sentence_before(body_, paragraph_, sentence_, *report_.entry, report_.cue.first))
        return report_.rule == Rule::after_cue ? told_before() : std::nullopt;
      return before_cue();
    }
    if (const auto behind = behind_as()) return behind;
    if (const auto behind = behind_cue()) return behind;
    if (const auto between = between_subject_and_cue()) return between;
    return before_cue();
  }

 private:
  std::uint32_t sentence_end() const {
    std::uint32_t end = sentence_.last;
    while (end > sentence_.first && !tokens_[end - 1].is_word() && tokens_[end - 1].mark != ')') --end;
    return end;
  }

  std::optional<TokenRange> long_enough(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t words = 0;
    if (first >= last || last - first > longest_clause) return std::nullopt;
    for (std::uint32_t i = first; i < last; ++i) words += tokens_[i].is_word();
    if (words < shortest_clause - (terse_ ? 1 : 0)) return std::nullopt;
    return TokenRange{first, last};
  }

  // X said (reporters) (that) ...
  std::optional<TokenRange> behind_cue() const {
    const Cue& cue = *report_.entry;
    std::uint32_t first = report_.rule == Rule::after_cue ? report_.speaker.last : report_.cue.last;
    if (report_.rule == Rule::after_cue &&
        (first >= sentence_.last || (!is_comma(tokens_[first]) && !tokens_[first].is(that_word))))
      return std::nullopt;
    const auto that = that_behind(first);
    if (that && (cue.strength >= 2 || cue.cue_class == CueClass::say || is_told_by_that(cue.cue_class))) {
      first = *that + 1;
    } else if (cue.cue_class == CueClass::promise && first < sentence_.last && tokens_[first].is(infinitive)) {
      // pledged to mend the lamp
    } else if (cue.strength < 3 || cue.cue_class == CueClass::order) {
      const bool asks = cue.cue_class == CueClass::order || cue.cue_class == CueClass::ask;
      if (!(asks && cue.hearer_first && cue.strength >= 2)) return std::nullopt;
    } else if (report_.rule == Rule::after_cue) {
      return std::nullopt;
    } else if (first < sentence_.last && is_comma(tokens_[first]) && opens_with_speaker()) {
      ++first;
    } else if (first < sentence_.last && (tokens_[first].mark == ',' || tokens_[first].mark == '.')) {
      return std::nullopt;  // ..., Peskov said, ...: what was said stands before
    } else if (first < sentence_.last && tokens_[first].is(auxiliary | preposition)) {
      return std::nullopt;  // what it said were missiles; said in a statement
    } else if (first < sentence_.last && tokens_[first].mark == ':') {
      ++first;
    } else if (cue.hearer_first && first < sentence_.last && tokens_[first].is(hearer)) {
      ++first;
    }
    return long_enough(first, clause_end(first));
  }

  // Behind "dass", or behind a comma where the verb's mood shows whose words they are.
  std::optional<TokenRange> behind_german_cue() const {
    const Cue& cue = *report_.entry;
    if (cue.strength < 2) return std::nullopt;
    const std::uint32_t start =
        report_.rule == Rule::after_cue ? std::max(report_.cue.last, report_.speaker.last) : report_.cue.last;
    const auto infinitive =
        told_by_infinitive(body_, paragraph_, sentence_, cue, std::max(report_.cue.last, report_.speaker.last));
    if (infinitive) return long_enough(*infinitive, clause_end(*infinitive));
    const bool opens_sentence =
        tokens_[sentence_.first].is(clause_opener) && report_.speaker.first < sentence_.first + 4;
    constexpr std::uint32_t reach = 60;
    for (std::uint32_t i = start; i + 1 < sentence_.last && i < start + reach; ++i) {
      if (tokens_[i].mark != ',' && tokens_[i].mark != ':') continue;
      const std::uint32_t first = i + 1;
      if (opens_sentence && i == start) return long_enough(first, clause_end(first));  // Wie X mitteilte, ...
      if (tokens_[first].is(that_word)) return long_enough(first + 1, clause_end(first + 1));
      if (tokens_[first].is(clause_opener)) continue;
      std::uint32_t k = first;
      while (k < sentence_.last && k < first + longest_clause && tokens_[k].mark != ',' && !tokens_[k].is(subjunctive))
        ++k;
      if (k < sentence_.last && tokens_[k].is(subjunctive)) return long_enough(first, clause_end(first));
      if (shows_mood_behind_pronoun(first)) return long_enough(first, clause_end(first));
    }
    return std::nullopt;
  }

  std::optional<TokenRange> what_it_is_called() const {
    const std::uint32_t first = std::max(report_.cue.last, report_.rule == Rule::after_cue ? report_.speaker.last : 0);
    return long_enough(first, clause_end(first));
  }

  std::optional<TokenRange> told_before() const {
    const auto before = sentence_before(paragraph_, sentence_, reports_);
    return before ? long_enough(before->first, before->last) : std::nullopt;
  }

  // "man prüfe", "sie gehe": behind a pronoun in the singular the ending -e is the reported mood's; -te is the past's.
  bool shows_mood_behind_pronoun(std::uint32_t i) const {
    if (i + 1 >= sentence_.last || !tokens_[i].is_word() || !tokens_[i + 1].is_word() || tokens_[i + 1].capital)
      return false;
    const std::string_view who = text_of(body_, tokens_[i]);
    if (who != "man" && who != "er" && who != "sie" && who != "es") return false;
    const std::string_view verb = text_of(body_, tokens_[i + 1]);
    return verb.size() > 3 && verb.back() == 'e' && verb.substr(verb.size() - 2) != "te";
  }

  // "X বলেন, ...": a verb that comes last and stands behind its subject at once has nothing before it that was said.
  bool opens_with_speaker() const {
    constexpr std::uint32_t farthest = 6;  // tokens: whose role it is
    if (!verb_last_ || report_.rule != Rule::before_cue || report_.speaker.first > sentence_.first + farthest)
      return false;
    for (std::uint32_t i = sentence_.first; i < report_.cue.first; ++i)
      if (!tokens_[i].is_word() || (i >= report_.speaker.last && !tokens_[i].is(auxiliary | adverb | calendar)))
        return false;
    return true;
  }

  // The next "that" in reach: behind hearers, a time, an adverb or the object of `expressed hope that`.
  std::optional<std::uint32_t> that_behind(std::uint32_t first) const {
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t i = first; i < sentence_.last && i < first + reach; ++i) {
      i = behind_aside(tokens_, i, sentence_.last);
      if (i >= sentence_.last) break;
      if (tokens_[i].is(that_word)) return i;
      if (tokens_[i].mark == '.' || tokens_[i].mark == ';' || tokens_[i].is(clause_opener) ||
          (tokens_[i].is(inner_preposition) && !(i + 1 < sentence_.last && tokens_[i + 1].is(calendar))))
        break;
      if (tokens_[i].mark == ',' && !(i + 1 < sentence_.last && tokens_[i + 1].is(that_word))) break;
    }
    return std::nullopt;
  }

  // Up to the end of the sentence or the next report's clause.
  std::uint32_t clause_end(std::uint32_t first) const {
    std::uint32_t end = sentence_end();
    // ..., the Kremlin said: the outer report is no part of what the inner one reports
    for (std::size_t other = which_ + 1; other < reports_.size() && other <= which_ + 4; ++other) {
      const Report& outer = reports_[other];
      if (outer.sentence != sentence_) break;
      const std::uint32_t block = std::min(outer.speaker.first, outer.cue.first);
      if (outer.rule != Rule::shared_subject && block > first && tokens_[block - 1].mark == ',' &&
          std::max(outer.speaker.last, outer.cue.last) >= end)
        end = block - 1;
    }
    for (std::uint32_t i = first; i + 1 < end && i < first + longest_clause; ++i)
      if (tokens_[i].mark == ';') return i;
    return end;
  }

  // Как сообщил X, ...; Jak wyjaśnił X, ...
  std::optional<TokenRange> behind_as() const {
    const std::uint32_t block = std::min(report_.speaker.first, report_.cue.first);
    const std::uint32_t behind = std::max(report_.speaker.last, report_.cue.last);
    constexpr std::uint32_t nearest = 3;  // tokens: l'a, ha, se
    if (!tokens_[sentence_.first].is(as_word) || block > sentence_.first + nearest) return std::nullopt;
    if (behind >= sentence_.last || tokens_[behind].mark != ',') return std::nullopt;
    return long_enough(behind + 1, sentence_end());
  }

  // X, ... söyledi: where the verb ends the sentence what was said stands before it.
  std::optional<TokenRange> between_subject_and_cue() const {
    if (!verb_last_ || report_.rule != Rule::before_cue || report_.entry->strength < 2) return std::nullopt;
    const Token& behind = tokens_[report_.speaker.last];
    if (report_.cue.last < sentence_end() || (behind.is_word() && !behind.is(adverb))) return std::nullopt;
    return long_enough(report_.speaker.last + 1, report_.cue.first);
  }

  // "..., X said", and "... – közölte X", where dashes stand before who speaks.
  bool ends_clause(const Token& token) const {
    const bool dash = token.mark == 0x2013 || token.mark == 0x2014;
    return token.mark == ',' || (dash && dashes_);
  }

  // ..., X said.
  std::optional<TokenRange> before_cue() const {
    if (report_.rule == Rule::shared_subject || report_.entry->strength < 2) return std::nullopt;
    std::uint32_t block = std::min(report_.speaker.first, report_.cue.first);
    const std::uint32_t behind = std::max(report_.speaker.last, report_.cue.last);
    if (german_ && block > sentence_.first + 1 && tokens_[block - 1].is(clause_opener | auxiliary))
      --block;  // ..., wie X mitteilte; ..., hatte X gesagt
    if (block > sentence_.first && tokens_[block - 1].is(as_word)) --block;  // ..., как сообщил X.
    if (block <= sentence_.first + 1 || !ends_clause(tokens_[block - 1])) return std::nullopt;
    if (behind < sentence_.last && tokens_[behind].is_word() &&
        !tokens_[behind].is(preposition | inner_preposition | calendar | hearer | adverb))
      return std::nullopt;
    return long_enough(sentence_.first, block - 1);
  }

  std::optional<TokenRange> around_according() const {
    const std::uint32_t end = sentence_end();
    const std::uint32_t block = std::min(report_.cue.first, report_.speaker.first);
    const std::uint32_t behind = std::max(report_.cue.last, report_.speaker.last);
    if (block <= sentence_.first + 1) {
      std::uint32_t first = behind;
      if (verb_follows_ && first < end && tokens_[first].is_word()) return long_enough(first, end);
      while (first < end && first < behind + longest_clause && tokens_[first].mark != ',' &&
             tokens_[first].mark != 0x060C)
        ++first;
      return first < end ? long_enough(first + 1, end) : std::nullopt;
    }
    if (german_) return within_clause(block, behind);
    const bool put_in = behind < end && tokens_[behind].mark == ',' && tokens_[block - 1].mark == ',';
    if (behind < end && !put_in) return std::nullopt;  // ..., according to X, ...
    std::uint32_t last = block;
    while (last > sentence_.first && !tokens_[last - 1].is_word()) --last;
    return long_enough(sentence_.first, last);
  }

  // "..., der laut X seit dem Herbst dunkel ist, ...": whoever is named inside a German clause says all of that clause;
  // at its end, all before it.
  std::optional<TokenRange> within_clause(std::uint32_t block, std::uint32_t behind) const {
    const std::uint32_t end = sentence_end();
    std::uint32_t first = block, last = behind;
    const bool so = report_.entry->lemma == "so";
    while (so && last < end && last < behind + longest_clause && tokens_[last].is_word()) ++last;  // so X am Montag
    const bool ends = last >= end || tokens_[last].mark == ',';
    if (ends) {
      last = block;
      while (last > sentence_.first && !tokens_[last - 1].is_word()) --last;
      return long_enough(sentence_.first, last);
    }
    while (first > sentence_.first && block - first < longest_clause && !bounds_clause(first - 1)) --first;
    while (last < end && last - behind < longest_clause && !bounds_clause(last)) ++last;
    const auto is_dash = [&](std::uint32_t at) { return tokens_[at].mark == 0x2013 || tokens_[at].mark == 0x2014; };
    if (block > first && is_dash(block - 1) && !is_dash(behind)) return std::nullopt;  // – laut X Mitte 30 –
    if (first == block) return long_enough(behind, last);
    return last - behind + block - first >= shortest_clause ? long_enough(first, last) : std::nullopt;
  }

  bool bounds_clause(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.mark != ',') return token.mark == ';' || token.mark == ':' || token.edge != Edge::none;
    return !(i > sentence_.first && i + 1 < sentence_.last && tokens_[i - 1].digit && tokens_[i + 1].digit);  // 5,1
  }

  std::string_view body_;
  const Paragraph& paragraph_;
  const std::vector<Token>& tokens_;
  const std::vector<Report>& reports_;
  std::size_t which_;
  const Report& report_;
  TokenRange sentence_;
  bool terse_;
  bool verb_last_;
  bool verb_follows_;  // "Laut Peskow gibt es ...": no comma behind the speaker
  bool dashes_;        // stand before who speaks, as commas do
  bool german_;
};

}  // namespace

std::optional<TokenRange> reported_clause(std::string_view body, const Paragraph& paragraph,
                                          const std::vector<Report>& reports, std::size_t which) {
  if (reports[which].entry->cue_class == CueClass::think && !paragraph.lexicon->grammar().opinions_are_speech)
    return std::nullopt;
  return ClauseFinder(body, paragraph, reports, which).find();
}

}  // namespace dateline::indexer::speech
