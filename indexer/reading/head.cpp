#include "indexer/reading/head.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/reading/block_cues.hpp"
#include "indexer/reading/bylines.hpp"
#include "indexer/reading/dated_place.hpp"
#include "indexer/reading/dates/tokens.hpp"
#include "indexer/reading/head_line.hpp"
#include "indexer/reading/letters.hpp"
#include "indexer/reading/photo_credits.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// No page has more lines than this above its article.
constexpr std::size_t longest_head = 40;

bool is_question_or_cry(std::string_view text) {
  text = trim_quotes(text);
  return text.ends_with('?') || text.ends_with('!') || text.ends_with("？") || text.ends_with("！") ||
         text.ends_with("؟");
}

// Can be a headline: some words, not a sentence that ends.
bool is_headline_like(const Block& block) {
  if (block.weight < 8 || block.weight > 260 || block.lines.size() > 3) return false;
  return !ends_sentence(block.text) || is_question_or_cry(block.text) || block.text.ends_with("…") ||
         block.text.ends_with("...");
}

bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F); }

// A name rather than a statement: few words, each with a capital, no marks.
bool is_name_of_paper(std::string_view text) {
  if (text.find_first_of(":,?!\"") != std::string_view::npos || count_words(text) > 4) return false;
  std::size_t words = 0, capitals = 0;
  bool start = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (is_blank(c)) {
      start = true;
      continue;
    }
    if (start && is_letter(c)) {
      ++words;
      capitals += is_capital(c);
      start = false;
    }
  }
  return words > 0 && (capitals == words || (words >= 3 && capitals + 1 >= words));
}

bool same_text(std::string_view a, std::string_view b) {
  return fold_line(trim_ornaments(a)) == fold_line(trim_ornaments(b));
}

class HeadReader {
 public:
  HeadReader(const std::vector<Block>& blocks, std::size_t body, const HeadContext& context, Facts& facts,
             std::vector<Fate>& fates)
      : blocks_(blocks), body_(body), context_(context), facts_(facts), fates_(fates) {}

  void run() {
    for (std::size_t i = 0; i < body_; ++i)
      if (!is_stated_title(i) && !read_line(i)) candidates_.push_back(i);
    choose_title();
    settle_doubtful();
    settle_rest();
    add_dates();
  }

 private:
  void cut(std::size_t i, std::string_view reason) { fates_[i] = {Fate::Kind::cut, reason}; }
  void show(std::size_t i) { fates_[i] = {Fate::Kind::field, {}}; }

  bool is_stated_title(std::size_t i) {
    const bool title = facts_.title && same_text(blocks_[i].text, *facts_.title);
    const bool subtitle = facts_.subtitle && same_text(blocks_[i].text, *facts_.subtitle);
    if (!title && !subtitle) return false;
    if (title) title_at_ = i;
    show(i);
    return true;
  }

  // Whether the line is explained: by its form, or by a cue.
  bool read_line(std::size_t i) {
    const Block& block = blocks_[i];
    const Cue* cue = cue_of(block);
    if (cue && cue->reason == "photo credit") return cut(i, cue->reason), true;
    const HeadLine line = read_head_line(block.text, facts_.sources, context_.dates);
    if (is_glued_appeal(i, line)) return true;
    if (explains(line, cue)) {
      take(i, line);
      return true;
    }
    if (is_short_beside_date(line)) {
      doubtful_.push_back({i, line});
      return true;
    }
    if (cue && !(cue->strength == CueStrength::soft && !cue->whole_line && is_long_headline(block))) {
      if (cue->reason == "fund-raising" || cue->reason == "copyright")
        facts_.add_mentions(block.text, true, line_evidence(block.line()) + ": house name");
      return cut(i, cue->reason), true;
    }
    if (is_photo_credit(block.text, facts_.sources)) return cut(i, "photo credit"), true;
    return false;
  }

  // Cues of one word begin headlines too: "Follow the money: ..."
  bool is_long_headline(const Block& block) const { return block.weight >= 60 && !block.text.ends_with('!'); }

  bool explains(const HeadLine& line, const Cue* cue) const {
    if (line.explains_line()) return true;
    if (!line.dates.empty() && line.dates.front().label != DateLabel::none && weigh(line.rest) <= 12) return true;
    return cue && cue->reason == "original url" && line.source.has_value();
  }

  // "Brenna, 2 October 2024", "World | 2 October 2024": a place or a section, if something else is the headline.
  static bool is_short_beside_date(const HeadLine& line) {
    const std::string_view rest = trim_ornaments(line.rest);
    const auto blanks = std::count(rest.begin(), rest.end(), ' ');
    return !line.dates.empty() && line.parted && weigh(line.rest) <= 20 && blanks <= 2 &&
           (line.rest.empty() || is_capitalised(line.rest)) && !is_question_or_cry(line.rest);
  }

  void settle_doubtful() {
    const bool has_headline = facts_.title.has_value();
    for (const auto& [i, line] : doubtful_) {
      if (has_headline || opens_with_dateline(i))
        take(i, line);
      else
        candidates_.push_back(i);
    }
    if (has_headline || doubtful_.empty()) return;
    std::sort(candidates_.begin(), candidates_.end());
    choose_title();
  }

  // " date 2024-04-11 Support the paper!": a labelled date with something else behind it.
  bool is_glued_appeal(std::size_t i, const HeadLine& line) {
    if (line.dates.empty() || line.rest.empty()) return false;
    const LabelledDate& date = line.dates.front();
    if (date.label == DateLabel::none || !date.firm || date.found.begin > 40) return false;
    std::string_view rest = trim(blocks_[i].text.substr(date.found.end));
    remember_dates(i, line);
    if (find_cue(rest) || rest.ends_with('!')) {
      facts_.add_mentions(rest, true, line_evidence(blocks_[i].line()) + ": house name");
      cut(i, "fund-raising");
      return true;
    }
    if (weigh(line.rest) <= 12) return cut(i, "date line"), true;
    return false;
  }

  void remember_dates(std::size_t i, const HeadLine& line) {
    for (const LabelledDate& date : line.dates) {
      const bool labelled_above =
          date.label == DateLabel::none && label_at_ + 1 == i && label_above_ != DateLabel::none;
      dates_.push_back({i, labelled_above ? label_above_ : date.label, date});
    }
  }

  // A label on a line of its own, its date on the next.
  void remember_label(std::size_t i) {
    const Labelled label = take_label_at_end(blocks_[i].text, context_.dates.language);
    if (label.label == DateLabel::none || !label.rest.empty()) return;
    label_above_ = label.label;
    label_at_ = i;
  }

  // Those below the headline are the article's; one above it may be the day on which the page was looked at.
  void add_dates() {
    std::stable_partition(dates_.begin(), dates_.end(),
                          [&](const FoundInHead& date) { return title_at_ != none && date.at > title_at_; });
    for (const FoundInHead& date : dates_) {
      const DateOrigin origin = date.label == DateLabel::published ? DateOrigin::labelled
                                : date.label == DateLabel::updated ? DateOrigin::updated
                                                                   : DateOrigin::head_line;
      facts_.dates.add(origin, date.dated.found,
                       line_evidence(blocks_[date.at].line()) + ": " + std::string(date.dated.written));
    }
  }

  void take(std::size_t i, const HeadLine& line) {
    const std::string where = line_evidence(blocks_[i].line());
    remember_dates(i, line);
    if (line.only_beside_dates) remember_label(i);
    if (line.byline) {
      // A page's own line says it as printed; metadata may give the bare names.
      const bool fuller = facts_.byline && stated_byline_is_inside(*line.byline);
      if (fuller) facts_.byline = *line.byline;
      facts_.set(facts_.byline, "byline", *line.byline, where);
    }
    if (line.source && !line.source->empty()) facts_.sources.add_known(*line.source, where);
    if (line.byline) facts_.add_mentions(blocks_[i].text, false, "byline, " + where);
    cut(i, line.byline ? "byline" : !line.dates.empty() || line.only_beside_dates ? "date line" : "source line");
  }

  bool stated_byline_is_inside(const std::string& printed) const {
    std::string_view names = *facts_.byline;
    while (!names.empty()) {
      const std::size_t comma = std::min(names.find(", "), names.size());
      if (printed.find(names.substr(0, comma)) == std::string::npos) return false;
      names.remove_prefix(std::min(comma + 2, names.size()));
    }
    return true;
  }

  // A date, a name or a paper below it: what even the shortest headline has.
  bool stands_above_head_line(std::size_t i) const {
    if (i + 1 >= body_ || fates_[i + 1].kind != Fate::Kind::cut) return false;
    const std::string_view reason = fates_[i + 1].reason;
    return reason == "date line" || reason == "byline" || reason == "source line";
  }

  int headline_score(std::size_t at) const {
    const Block& block = blocks_[candidates_[at]];
    if (!is_headline_like(block)) return -100;
    int score = 0;
    const std::size_t words = count_words(block.text);
    score += words >= 3 || weigh(block.text) >= 3 * words + 12 ? 2 : 0;
    score += block.weight >= 20;
    score -= block.text.ends_with('!');
    if (score == 0) score += words >= 2 && stands_above_head_line(candidates_[at]) && !is_name_of_paper(block.text);
    if (at + 1 < candidates_.size() && is_name_of_paper(block.text)) {
      const Block& next = blocks_[candidates_[at + 1]];
      if (is_headline_like(next) && next.weight * 2 >= block.weight * 3) score -= 2;
    }
    return score;
  }

  void choose_title() {
    if (facts_.title) return;
    int best = 0;
    std::size_t chosen = candidates_.size();
    for (std::size_t at = 0; at < candidates_.size(); ++at)
      if (const int score = headline_score(at); score > best) {
        best = score;
        chosen = at;
      }
    if (chosen == candidates_.size()) return;
    title_at_ = candidates_[chosen];
    facts_.set(facts_.title, "title", one_line(title_at_), line_evidence(blocks_[title_at_].line()));
    show(title_at_);
    candidates_.erase(candidates_.begin() + static_cast<std::ptrdiff_t>(chosen));
  }

  std::string one_line(std::size_t i) const {
    std::string text(blocks_[i].text);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  bool can_be_subtitle(std::size_t i) const {
    return !facts_.subtitle && title_at_ != none && i > title_at_ && i <= title_at_ + 3 && blocks_[i].weight >= 20 &&
           (count_words(blocks_[i].text) >= 3 || weigh(blocks_[i].text) > 30) && is_headline_like(blocks_[i]) &&
           std::find(context_.dated.begin(), context_.dated.end(), blocks_[i].text) == context_.dated.end();
  }

  bool opens_with_dateline(std::size_t i) const {
    return find_dateline_date(text::beginning(blocks_[i].text, longest_dateline), context_.dates).has_value();
  }

  // Long enough for one, or opened by a dateline.
  bool is_short_paragraph(std::size_t i) const {
    const Block& block = blocks_[i];
    if (i <= title_or_first()) return false;
    return (block.sentence && block.weight >= (context_.page ? 8 : 40)) || opens_with_dateline(i);
  }

  void settle_rest() {
    for (const std::size_t i : candidates_) {
      const Block& block = blocks_[i];
      if (can_be_subtitle(i)) {
        facts_.set(facts_.subtitle, "subtitle", one_line(i), line_evidence(block.line()));
        show(i);
      } else if (context_.structured || is_short_paragraph(i)) {
        continue;  // a short first paragraph
      } else if (title_at_ != none || !is_headline_like(block)) {
        cut(i, "boilerplate");
      }
    }
  }

  std::size_t title_or_first() const { return title_at_ == none ? 0 : title_at_; }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const std::vector<Block>& blocks_;
  std::size_t body_;
  const HeadContext& context_;
  Facts& facts_;
  std::vector<Fate>& fates_;
  struct FoundInHead {
    std::size_t at = 0;
    DateLabel label = DateLabel::none;
    LabelledDate dated;
  };
  std::vector<std::size_t> candidates_;  // lines that nothing explains
  std::size_t title_at_ = none;
  std::vector<FoundInHead> dates_;
  std::vector<std::pair<std::size_t, HeadLine>> doubtful_;
  DateLabel label_above_ = DateLabel::none;
  std::size_t label_at_ = none - 1;
};

// The first sentence that is no credit or appeal, where nothing is long enough to be prose by itself.
std::size_t find_short_body(const std::vector<Block>& blocks, std::size_t limit, bool has_title) {
  for (std::size_t i = has_title ? 0 : 1; i < limit; ++i)
    if (blocks[i].sentence && blocks[i].weight >= 20 && !find_cue(blocks[i].text)) return i;
  return std::min<std::size_t>(has_title || blocks.size() < 2 ? 0 : 1, blocks.size());
}

// "Published 2 October 2024", "2 October 2024, 14:05": a day alone may head a part of the article.
bool is_line_of_printing(std::string_view line, const DateContext& context) {
  if (weigh(line) > 100) return false;
  const DateLine dated = read_date_line(line, context);
  if (dated.dates.empty() || dated.dates.front().found.year_missing) return false;
  bool has_clock = false;
  for (const Beside& rest : dated.rest)
    if (!trim_ornaments(rest.text).empty() && !is_only_beside_dates(rest.text, context.language)) return false;
  std::size_t at = 0;
  for (const LabelledDate& date : dated.dates) {
    has_clock |= has_digit(line.substr(at, date.found.begin - at));
    at = date.found.end;
  }
  has_clock |= has_digit(line.substr(at));
  return dated.dates.front().label != DateLabel::none || has_clock;
}

// The first paragraph below the lines of printing that stand below the first prose, or that prose itself.
std::size_t behind_standfirst(const std::vector<Block>& blocks, std::size_t prose, const DateContext& context) {
  constexpr std::size_t most_lines = 8;
  bool printed = false;
  for (std::size_t i = prose + 1; i < blocks.size() && i <= prose + most_lines; ++i) {
    if (is_prose(blocks[i]) && !cue_of(blocks[i])) return printed ? i : prose;
    printed = printed || is_line_of_printing(blocks[i].text, context);
  }
  return prose;
}

}  // namespace

std::size_t find_body(const std::vector<Block>& blocks, bool has_title, const HeadContext& context) {
  const std::size_t limit = std::min(blocks.size(), longest_head);
  for (std::size_t i = 0; i < limit; ++i) {
    if (!is_prose(blocks[i])) continue;
    if (cue_of(blocks[i])) continue;
    // A long question above the first paragraph is a subtitle.
    if (blocks[i].weight < 130 && is_question_or_cry(blocks[i].text) && i + 1 < limit) continue;
    return context.structured || context.page ? i : behind_standfirst(blocks, i, context.dates);
  }
  return find_short_body(blocks, limit, has_title);
}

void read_head(const std::vector<Block>& blocks, std::size_t body, const HeadContext& context, Facts& facts,
               std::vector<Fate>& fates) {
  HeadReader(blocks, body, context, facts, fates).run();
}

}  // namespace dateline::indexer
