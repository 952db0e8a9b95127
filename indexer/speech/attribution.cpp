#include "indexer/speech/attribution.hpp"

#include <algorithm>

#include "indexer/speech/indirect.hpp"
#include "indexer/speech/subjects.hpp"
#include "indexer/speech/thai.hpp"
#include "indexer/speech/undivided.hpp"

namespace dateline::indexer::speech {
namespace {

constexpr std::uint32_t shortest_quotation = 4;  // words; less is a word held with tongs unless a cue owns it

constexpr std::uint32_t longest_gap = 60;  // tokens that are looked through: keeps a page without full stops linear

std::string_view words_of(Rule rule) {
  switch (rule) {
    case Rule::before_cue:
      return "name before verb";
    case Rule::after_cue:
      return "name after verb";
    case Rule::according_to:
      return "according to";
    case Rule::shared_subject:
      return "subject of the sentence";
    case Rule::named_before_mark:
      return "name before the mark";
    case Rule::named_behind_dash:
      return "name behind a dash";
    case Rule::before_colon:
      return "subject before a colon";
    case Rule::left_out:
      return "subject left out";
  }
  return "";
}

class Attributor {
 public:
  explicit Attributor(const Reading& reading) : reading_(reading) {}

  std::vector<Attribution> run() {
    for (std::uint32_t p = 0; p < reading_.paragraphs.size(); ++p) attribute_paragraph(p);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  struct Choice {
    const Report* report = nullptr;
    std::uint32_t paragraph = 0;
    std::string_view rule;
    Confidence confidence = Confidence::low;
  };

  void attribute_paragraph(std::uint32_t p) {
    const Paragraph& paragraph = reading_.paragraphs[p];
    if (paragraph.lexicon->grammar().code == "th") return attribute_thai(reading_, p, thai_names_, found_);
    if (!paragraph.lexicon->grammar().divided) return attribute_undivided(reading_, p, undivided_names_, found_);
    used_.assign(reading_.reports[p].size(), false);
    for (std::uint32_t q = 0; q < paragraph.quotations.size(); ++q) attribute_quotation(p, q);
    for (std::size_t r = 0; r < reading_.reports[p].size(); ++r)
      if (!used_[r]) add_indirect(p, r);
    if (paragraph.lexicon->grammar().reported_mood) add_reported_sentences(p);
  }

  // Sentences without a cue whose mood shows that the speaker of the sentence before goes on.
  void add_reported_sentences(std::uint32_t p) {
    const Paragraph& paragraph = reading_.paragraphs[p];
    const auto& reports = reading_.reports[p];
    const Report* speaking = nullptr;
    for (const Sentence& sentence : paragraph.sentences) {
      const auto own = std::lower_bound(reports.begin(), reports.end(), sentence.first,
                                        [](const Report& report, std::uint32_t at) { return report.cue.first < at; });
      auto behind = own;
      while (behind != reports.end() && behind->cue.first < sentence.last) ++behind;
      if (behind != own) {
        speaking = &*std::prev(behind);
        continue;
      }
      const bool marked =
          std::any_of(paragraph.tokens.begin() + sentence.first, paragraph.tokens.begin() + sentence.last,
                      [](const Token& token) { return token.inside != nowhere; });
      if (!has_reported_mood(paragraph, sentence)) speaking = nullptr;
      if (!speaking || marked) continue;
      Attribution made = indirect(p, *speaking, {sentence.first, sentence.last});
      made.rule = "reported speech goes on";
      made.confidence = Confidence::low;
      found_.push_back(std::move(made));
    }
  }

  void attribute_quotation(std::uint32_t p, std::uint32_t q) {
    const Quotation& quotation = reading_.paragraphs[p].quotations[q];
    if (quotation.words == 0 || is_title(p, quotation)) return;
    Choice choice = in_sentence(p, quotation);
    if (!choice.report) {
      if (quotation.words < shortest_quotation) return;
      choice = beyond_sentence(p, quotation);
    } else if (choice.paragraph == p) {
      used_[static_cast<std::size_t>(choice.report - reading_.reports[p].data())] = true;
    }
    if (choice.report)
      last_ = choice;
    else
      last_.reset();
    found_.push_back(make(p, quotation, choice));
  }

  static Attribution make(std::uint32_t p, const Quotation& quotation, const Choice& choice) {
    Attribution made;
    made.begin = quotation.begin;
    made.end = quotation.end;
    made.paragraph = p;
    made.rule = choice.rule;
    made.confidence = choice.confidence;
    if (choice.report) {
      made.speaker = Place{choice.paragraph, choice.report->speaker};
      made.cue = Place{choice.paragraph, choice.report->cue};
      made.entry = choice.report->entry;
    }
    return made;
  }

  void add_indirect(std::uint32_t p, std::size_t which) {
    const Paragraph& paragraph = reading_.paragraphs[p];
    const Report& report = reading_.reports[p][which];
    const auto said = reported_clause(reading_.body, paragraph, reading_.reports[p], which);
    if (!said) return;
    found_.push_back(indirect(p, report, *said));
  }

  Attribution indirect(std::uint32_t p, const Report& report, TokenRange said) const {
    const Paragraph& paragraph = reading_.paragraphs[p];
    Attribution made;
    made.begin = paragraph.tokens[said.first].begin;
    made.end = paragraph.tokens[said.last - 1].end;
    made.direct = false;
    made.paragraph = p;
    made.speaker = Place{p, report.speaker};
    made.cue = Place{p, report.cue};
    made.entry = report.entry;
    made.rule = words_of(report.rule);
    made.confidence = report.entry->strength == 3 ? Confidence::medium : Confidence::low;
    return made;
  }

  std::uint32_t token_at(const Paragraph& paragraph, std::uint32_t byte) const {
    const auto found = std::lower_bound(paragraph.tokens.begin(), paragraph.tokens.end(), byte,
                                        [](const Token& token, std::uint32_t at) { return token.begin < at; });
    return static_cast<std::uint32_t>(found - paragraph.tokens.begin());
  }

  // The cue beside the marks; else the first one that reports nearly always: what it embeds is the outer speaker's.
  Choice in_sentence(std::uint32_t p, const Quotation& quotation) const {
    const Paragraph& paragraph = reading_.paragraphs[p];
    const auto& reports = reading_.reports[p];
    const std::uint32_t open = token_at(paragraph, quotation.outer_begin);
    const auto sentence = std::upper_bound(paragraph.sentences.begin(), paragraph.sentences.end(), open,
                                           [](std::uint32_t token, const Sentence& s) { return token < s.last; });
    if (sentence == paragraph.sentences.end()) return {};
    const auto middle =
        std::lower_bound(reports.begin(), reports.end(), open,
                         [](const Report& report, std::uint32_t token) { return report.cue.first < token; });
    constexpr std::ptrdiff_t farthest = 8;  // reports on each side: keeps a page without full stops linear
    const auto first = middle - std::min(farthest, middle - reports.begin());
    const auto last = middle + std::min(farthest, reports.end() - middle);
    Choice best;
    double best_score = 0;
    for (auto report = first; report != last; ++report) {
      if (report->cue.first < sentence->first || report->cue.first >= sentence->last) continue;
      const auto [score, adjacent] = distance(paragraph, *sentence, quotation, *report);
      if (best.report && score >= best_score) continue;
      best_score = score;
      best = {&*report, p, words_of(report->rule), certainty(*report, adjacent)};
    }
    return best;
  }

  // A verb that is no cue may stand before a colon: "He was thinking of the sign: ..."
  static Confidence certainty(const Report& report, bool adjacent) {
    if (report.rule == Rule::before_colon) return Confidence::low;
    return adjacent ? Confidence::high : Confidence::medium;
  }

  struct Distance {
    double score = 0;
    bool adjacent = false;
  };

  Distance distance(const Paragraph& paragraph, const Sentence& sentence, const Quotation& quotation,
                    const Report& report) const {
    const std::uint32_t cue_begin = paragraph.tokens[report.cue.first].begin;
    const std::uint32_t cue_end = paragraph.tokens[report.cue.last - 1].end;
    const bool ahead = cue_end <= quotation.outer_begin;
    const bool strong = report.entry->strength == 3;
    Distance result;
    result.adjacent = ahead ? only_that_between(paragraph, report.cue.last, quotation.outer_begin)
                            : few_words_between(paragraph, quotation.outer_end, report.cue.first);
    if (!result.adjacent && ahead && strong) {
      result.score = 200 + 0.5 * (cue_begin - paragraph.tokens[sentence.first].begin);
      return result;
    }
    const double embedded = is_relative(paragraph, report) ? 100 : 0;  // told a man who suggested that "..."
    const double gap = ahead ? quotation.outer_begin - cue_end : static_cast<double>(cue_begin) - quotation.outer_end;
    result.score = embedded + gap + (result.adjacent ? 0 : 200) - (strong ? 60 : 0) +
                   (report.entry->cue_class == CueClass::think ? 80 : 0);
    return result;
  }

  // "...", when Finch asked: the cue is of another clause than the marks.
  static bool opens_clause_between(const Paragraph& paragraph, std::uint32_t byte, std::uint32_t to) {
    for (std::uint32_t i = to; i-- > 0 && to - i < longest_gap && paragraph.tokens[i].begin >= byte;)
      if (paragraph.tokens[i].is(clause_opener) && !paragraph.tokens[i].is(that_word)) return true;
    return false;
  }

  static bool is_relative(const Paragraph& paragraph, const Report& report) {
    for (std::uint32_t i = report.speaker.last; i < report.cue.first && i < report.speaker.last + longest_gap; ++i)
      if (paragraph.tokens[i].is(relative_pronoun)) return true;
    return false;
  }

  static bool only_that_between(const Paragraph& paragraph, std::uint32_t from, std::uint32_t byte) {
    for (std::uint32_t i = from; i < paragraph.tokens.size() && paragraph.tokens[i].begin < byte; ++i) {
      const Token& token = paragraph.tokens[i];
      if (token.mark != ',' && token.mark != ':' && !token.is(that_word)) return false;
    }
    return true;
  }

  bool few_words_between(const Paragraph& paragraph, std::uint32_t byte, std::uint32_t to) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = to; i-- > 0 && paragraph.tokens[i].begin >= byte;) {
      const Token& token = paragraph.tokens[i];
      if (token.mark == ';' || ++words > 10) return false;
      if (token.is(clause_opener) && !token.is(that_word)) return false;
      words -= !token.is_word();
    }
    return words <= 8;
  }

  // A book called "..."; the film "..."
  bool is_title(std::uint32_t p, const Quotation& quotation) const {
    const Paragraph& paragraph = reading_.paragraphs[p];
    const std::uint32_t open = token_at(paragraph, quotation.outer_begin);
    if (open == 0 || quotation.words > 12 || !paragraph.tokens[open - 1].is(work_word)) return false;
    const Token* before = open > 1 ? &paragraph.tokens[open - 2] : nullptr;  // "Finch called it", but "a book called"
    return !paragraph.tokens[open - 1].word->cue || !before ||
           !(may_be_name(*before) || before->is(pronoun | auxiliary));
  }

  Choice beyond_sentence(std::uint32_t p, const Quotation& quotation) const {
    const Paragraph& paragraph = reading_.paragraphs[p];
    const auto& reports = reading_.reports[p];
    if (p > 0 && quotation.outer_begin <= paragraph.begin + 2 && ends_with_colon(p - 1) &&
        !reading_.reports[p - 1].empty())
      return {&reading_.reports[p - 1].back(), p - 1, "colon before the paragraph",
              certainty(reading_.reports[p - 1].back(), true)};
    if (quotation.continues && last_)
      return {last_->report, last_->paragraph, "goes on from the paragraph before", Confidence::high};
    const std::uint32_t open = token_at(paragraph, quotation.outer_begin);
    const auto behind =
        std::lower_bound(reports.begin(), reports.end(), open,
                         [](const Report& report, std::uint32_t token) { return report.cue.first < token; });
    if (behind != reports.begin() && is_reported(paragraph, open))
      return {&*std::prev(behind), p, "reported speech goes on", Confidence::medium};
    if (!begins_sentence(paragraph, open)) return {};
    if (behind != reports.begin())
      return {&*std::prev(behind), p, "speaker of the sentence before", Confidence::medium};
    constexpr std::uint32_t nearby = 200;  // bytes
    if (behind != reports.end() && paragraph.tokens[behind->cue.first].begin < quotation.outer_end + nearby)
      return {&*behind, p, "speaker of the sentence behind", Confidence::low};
    return {};
  }

  // Whether the mood of the verb shows that somebody else's words are given (German): "Das sei „...“".
  static bool is_reported(const Paragraph& paragraph, std::uint32_t token) {
    if (!paragraph.lexicon->grammar().reported_mood) return false;
    const auto sentence = std::upper_bound(paragraph.sentences.begin(), paragraph.sentences.end(), token,
                                           [](std::uint32_t at, const Sentence& s) { return at < s.last; });
    return sentence != paragraph.sentences.end() && has_reported_mood(paragraph, *sentence);
  }

  // The first verb that shows its mood, before any clause that hangs on another verb.
  static bool has_reported_mood(const Paragraph& paragraph, const Sentence& sentence) {
    const auto& tokens = paragraph.tokens;
    const auto is_own = [&](std::uint32_t k) {
      return k >= sentence.first && k < sentence.last && tokens[k].is(first_person);
    };
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokens[i];
      if (token.inside != nowhere || token.capital) continue;
      if (token.is(subjunctive)) return !is_own(i + 1) && (i == sentence.first || !is_own(i - 1));
      if (token.is(auxiliary)) return false;
      if (token.is(that_word) && i > sentence.first) return false;
    }
    return false;
  }

  static bool begins_sentence(const Paragraph& paragraph, std::uint32_t token) {
    const auto sentence = std::upper_bound(paragraph.sentences.begin(), paragraph.sentences.end(), token,
                                           [](std::uint32_t at, const Sentence& s) { return at < s.last; });
    return sentence != paragraph.sentences.end() && token <= sentence->first + 1;
  }

  bool ends_with_colon(std::uint32_t p) const {
    const auto& tokens = reading_.paragraphs[p].tokens;
    return !tokens.empty() && (tokens.back().mark == ':' || tokens.back().mark == 0xFF1A);
  }

  const Reading& reading_;
  UndividedNames undivided_names_{reading_.body, *reading_.aliases};
  ThaiNames thai_names_;
  std::vector<Attribution> found_;
  std::vector<bool> used_;      // reports of the paragraph that own a quotation
  std::optional<Choice> last_;  // of the quotation before, when it had one
};

}  // namespace

std::vector<Attribution> attribute(const Reading& reading) { return Attributor(reading).run(); }

}  // namespace dateline::indexer::speech
