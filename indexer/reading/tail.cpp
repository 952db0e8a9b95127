#include "indexer/reading/tail.hpp"

#include <algorithm>

#include "indexer/reading/block_cues.hpp"
#include "indexer/reading/bylines.hpp"
#include "indexer/reading/desk_marks.hpp"
#include "indexer/reading/head_line.hpp"
#include "indexer/reading/letters.hpp"
#include "indexer/reading/mending.hpp"
#include "indexer/reading/photo_credits.hpp"

namespace dateline::indexer {
namespace {

// So many paragraphs of prose without anything between them are the article going on.
constexpr std::size_t resuming_run = 3, run_behind_headlines = 2;
constexpr std::size_t most_tags = 40, longest_tag = 60;

class TailReader {
 public:
  TailReader(std::string_view text, const std::vector<Block>& blocks, std::size_t body, bool page,
             const DateContext& dates, Facts& facts, std::vector<Fate>& fates)
      : text_(text), blocks_(blocks), body_(body), page_(page), dates_(dates), facts_(facts), fates_(fates) {
    cues_.resize(blocks.size());
    for (std::size_t i = body; i < blocks.size(); ++i) cues_[i] = cue_of(blocks[i]);
    count_prose_below();
  }

  void run() {
    for (std::size_t i = body_; i < blocks_.size();) i = read(i);
    strip_end();
    add_dates();
    add_lone_host();
    add_sign_off();
  }

 private:
  struct FoundInTail {
    std::size_t at = 0;
    DateOrigin origin = DateOrigin::tail;
    LabelledDate dated;
  };

  bool is_body(std::size_t i) const { return !cues_[i] && is_prose(blocks_[i]); }

  // prose_below_[i]: paragraphs of prose from i on until the next line that is none.
  void count_prose_below() {
    run_.assign(blocks_.size() + 1, 0);
    for (std::size_t i = blocks_.size(); i-- > body_;) run_[i] = is_body(i) ? run_[i + 1] + 1 : 0;
  }

  std::size_t read(std::size_t i) {
    if (i > body_ && take_desk_mark(i)) return i + 1;
    const Cue* cue = cues_[i];
    if (!cue) {
      if (page_ && is_byline_below_lead(i)) {
        cut(i, "byline");
        return i + 1;
      }
      if (i > body_ && is_photo_credit(blocks_[i].text, facts_.sources)) cut(i, "photo credit");
      return i + 1;
    }
    const bool has_body = i > body_;
    if (cue->strength == CueStrength::end && has_body) return cut_rest(i, blocks_.size(), cue->reason);
    if (cue->strength == CueStrength::hard && has_body) return cut_rest(i, next_run(i + 1), cue->reason);
    if (is_sentence_of_body(i, *cue)) return i + 1;
    take(i, *cue);
    cut(i, cue->reason);
    return i + 1;
  }

  bool take_desk_mark(std::size_t i) {
    const std::vector<std::string_view> agencies = agencies_of_desk_mark(blocks_[i].text, facts_.sources);
    for (const std::string_view agency : agencies)
      facts_.sources.add_known(agency, "desk mark, " + line_evidence(blocks_[i].line()));
    if (!agencies.empty()) cut(i, "reporter credit");
    return !agencies.empty();
  }

  // A page may sum up its article in a paragraph, and name the writer below it.
  bool is_byline_below_lead(std::size_t i) {
    if (i == body_ || i > body_ + 2 || blocks_[i].sentence || blocks_[i].weight >= 60) return false;
    std::optional<std::string> name = byline_of_line(blocks_[i].text);
    if (!name) return false;
    const std::string where = line_evidence(blocks_[i].line());
    facts_.set(facts_.byline, "byline", std::move(*name), where);
    facts_.add_mentions(blocks_[i].text, false, "byline, " + where);
    return true;
  }

  // Short cues begin real sentences too: inside the article a full sentence wins over them.
  bool is_sentence_of_body(std::size_t i, const Cue& cue) const {
    if (cue.whole_line || cue.strength != CueStrength::soft) return false;
    if (cue.reason == "photo credit" || cue.reason == "reporter credit" || cue.reason == "copyright" ||
        cue.reason == "original url" || cue.reason == "tags")
      return false;
    return blocks_[i].sentence && blocks_[i].weight >= 40 && weigh(cue.text) < 12 && run_[i + 1] >= 1;
  }

  // A list of bare headlines has no prose: the first that stands below one may be a shorter run.
  std::size_t next_run(std::size_t from) const {
    std::size_t enough = page_ ? 1 : run_behind_headlines;
    for (std::size_t i = from; i < blocks_.size(); ++i) {
      if (run_[i] >= enough) return i;
      if (run_[i] > 0 && !page_) enough = resuming_run;
    }
    return blocks_.size();
  }

  std::size_t cut_rest(std::size_t from, std::size_t to, std::string_view reason) {
    take_tags_below(from, to);
    for (std::size_t i = from; i < to; ++i) {
      const Cue* cue = cues_[i];
      if (cue)
        take(i, *cue);
      else if (reason == "fund-raising")
        facts_.add_mentions(blocks_[i].text, true, line_evidence(blocks_[i].line()) + ": house name");
      if (cue && cue->strength != CueStrength::soft) reason = cue->reason;
      cut(i, cue ? cue->reason : reason);
    }
    return to;
  }

  void cut(std::size_t i, std::string_view reason) { fates_[i] = {Fate::Kind::cut, reason}; }

  // What a line says before it is cut.
  void take(std::size_t i, const Cue& cue) {
    const std::string_view line = blocks_[i].text;
    const std::string where = line_evidence(blocks_[i].line());
    if (cue.reason == "tags")
      add_tags(behind_colon(line));
    else if (cue.reason == "original url")
      take_url(i);
    else if (cue.reason == "reporter credit") {
      if (std::optional<std::string> name = byline_of_credit(line))
        facts_.set(facts_.byline, "byline", std::move(*name), where);
      facts_.add_mentions(line, false, "reporter credit, " + where);
    } else if (cue.reason == "copyright" || cue.reason == "fund-raising" || cue.reason == "share and subscribe" ||
               cue.reason == "editor's note") {
      facts_.add_mentions(line, true, std::string(cue.reason) + ", " + where);
    }
    take_dates(i);
  }

  // Below the body a date is the article's only if a label says so. Whether one did.
  bool take_dates(std::size_t i) {
    if (stands_below_teaser(i)) return false;
    bool taken = false;
    for (LabelledDate& date : read_date_line(blocks_[i].text, dates_).dates) {
      if (date.found.year_missing) continue;
      const std::string_view before = blocks_[i].text.substr(0, date.found.begin);
      if (date.label == DateLabel::none ? !names_printed_edition(before) : !date.firm) continue;
      found_.push_back({i, date.label == DateLabel::updated ? DateOrigin::updated : DateOrigin::tail, std::move(date)});
      taken = true;
    }
    return taken;
  }

  // "Ferry stops running / Published: 14 March 2024": the date of another article.
  bool stands_below_teaser(std::size_t i) const {
    if (i == body_ || is_body(i - 1) || cues_[i - 1]) return false;
    const Block& above = blocks_[i - 1];
    return !above.sentence && above.weight >= 10 && above.text.find(' ') != std::string_view::npos &&
           !byline_of_line(above.text) && !facts_.sources.named(above.text) &&
           read_date_line(above.text, dates_).dates.empty();
  }

  // A date alone right below the last paragraph, and nothing under it but what is cut for a reason.
  bool take_bare_date(std::size_t i) {
    if (i == 0 || fates_[i - 1].kind != Fate::Kind::body || !is_body(i - 1)) return false;
    for (std::size_t below = i + 1; below < blocks_.size(); ++below)
      if (!cues_[below]) return false;
    DateLine line = read_date_line(blocks_[i].text, dates_);
    if (line.dates.size() != 1 || line.dates.front().found.year_missing || line.dates.front().label != DateLabel::none)
      return false;
    for (const Beside& rest : line.rest)
      if (!is_only_beside_dates(rest.text, dates_.language)) return false;
    found_.push_back({i, DateOrigin::tail, std::move(line.dates.front())});
    return true;
  }

  // Several days that are all said to be that of publication belong to a list of articles.
  void add_dates() {
    const auto published = [](const FoundInTail& one) { return one.origin == DateOrigin::tail; };
    const auto first = std::find_if(found_.begin(), found_.end(), published);
    const bool is_list = std::any_of(found_.begin(), found_.end(), [&](const FoundInTail& one) {
      return published(one) && !(one.dated.found.date == first->dated.found.date);
    });
    for (const FoundInTail& one : found_)
      if (!is_list) add_date(one.at, one.origin, one.dated);
  }

  void add_date(std::size_t i, DateOrigin origin, const LabelledDate& date) {
    facts_.dates.add(origin, date.found, line_evidence(blocks_[i].line()) + ": " + std::string(date.written));
  }

  static std::string_view behind_colon(std::string_view line) {
    const std::size_t narrow = line.find(':'), wide = line.find("：");
    if (wide < narrow) return line.substr(wide + 3);
    if (narrow != std::string_view::npos) return line.substr(narrow + 1);
    return {};
  }

  void add_tags(std::string_view list) {
    static constexpr std::string_view commas[] = {",", ";", "，", "、", "،", "|"};
    for (std::size_t at = 0; at <= list.size() && facts_.tags.size() < most_tags;) {
      std::size_t end = list.size(), width = 1;
      for (const std::string_view comma : commas)
        if (const std::size_t found = list.find(comma, at); found < end) {
          end = found;
          width = comma.size();
        }
      const std::string_view tag = trim_quotes(trim(list.substr(at, end - at)));
      if (!tag.empty() && tag.size() <= longest_tag &&
          std::find(facts_.tags.begin(), facts_.tags.end(), tag) == facts_.tags.end())
        facts_.tags.emplace_back(tag);
      at = end + width;
    }
  }

  // "Tags:" alone: the short lines below are the tags.
  void take_tags_below(std::size_t from, std::size_t to) {
    if (!cues_[from] || cues_[from]->reason != "tags") return;
    for (std::size_t i = from + 1; i < to && !cues_[i] && blocks_[i].weight < 60 && !blocks_[i].sentence; ++i)
      add_tags(blocks_[i].text);
  }

  // The address may stand on the line, or on the next one.
  void take_url(std::size_t i) {
    std::string url = find_url(blocks_[i].text);
    std::size_t at = i;
    if (url.empty() && i + 1 < blocks_.size()) url = find_url(blocks_[at = i + 1].text);
    if (url.empty()) {
      facts_.sources.add_known(behind_colon(blocks_[i].text), line_evidence(blocks_[i].line()));
      return;
    }
    facts_.set(facts_.url, "url", std::move(url), line_evidence(blocks_[at].line()));
  }

  // "paper.example", "www.paper.example/a/b": a page's footer, unless there are those of several papers.
  void add_lone_host() {
    if (facts_.sources.has_publisher()) return;
    std::string_view only;
    std::optional<text::Source> publisher;
    std::uint32_t line = 0;
    for (std::size_t i = body_; i < blocks_.size(); ++i) {
      if (fates_[i].kind != Fate::Kind::cut) continue;
      const std::string_view host = host_alone(blocks_[i].text);
      const auto source = host.empty() ? std::nullopt : facts_.sources.named(host);
      if (!source || source->kind != text::SourceKind::publisher) continue;
      if (publisher && publisher->canonical != source->canonical) return;
      publisher = source;
      only = host;
      line = blocks_[i].line();
    }
    if (publisher) facts_.sources.add_known(only, line_evidence(line) + ": host");
  }

  // "… on Friday. (AFP)", "… on Friday. EFE": the wire's mark behind the last sentence of the article.
  void add_sign_off() {
    for (std::size_t i = blocks_.size(); i-- > body_;) {
      if (fates_[i].kind != Fate::Kind::body) continue;
      if (const std::string_view mark = sign_off_of(blocks_[i].text); !mark.empty())
        facts_.sources.add_mention(mark, text::SourceKind::agency,
                                   "sign-off, " + line_evidence(blocks_[i].lines.back().number));
      return;
    }
  }

  static std::string_view host_alone(std::string_view line) {
    line = trim_ornaments(line);
    if (line.find_first_of(" @") != std::string_view::npos || line.find("://") != std::string_view::npos) return {};
    const std::string_view host = line.substr(0, line.find('/'));
    return host.find('.') == std::string_view::npos ? std::string_view() : host;
  }

  // Upwards from the end: what is short and does not end as sentences do is a teaser, a desk's mark or a signature.
  void strip_end() {
    for (std::size_t i = blocks_.size(); i-- > body_ + 1;) {
      if (fates_[i].kind != Fate::Kind::body) continue;
      const Block& block = blocks_[i];
      if (block.weight < 80 && block.sentence && (take_dates(i) || take_bare_date(i))) {
        cut(i, "date line");  // "Published in the Paper, October 3rd, 2024."
        continue;
      }
      if (!is_loose_end(i) || (page_ && is_in_list(i))) return;
      const std::string where = line_evidence(block.line());
      if (std::optional<std::string> name = byline_of_line(block.text); name && block.weight < 60) {
        facts_.set(facts_.byline, "byline", std::move(*name), where);
        facts_.add_mentions(block.text, false, "byline, " + where);
        cut(i, "byline");
        continue;
      }
      if (!take_dates(i)) take_bare_date(i);
      if (host_alone(block.text).empty()) facts_.add_mentions(block.text, true, where);
      cut(i, "boilerplate");
    }
  }

  // Whether the short lines above it begin with one that ends with a colon.
  bool is_in_list(std::size_t i) const {
    while (i > body_ && blocks_[i].weight < 80 && !blocks_[i].text.ends_with(':')) --i;
    return blocks_[i].text.ends_with(':');
  }

  bool is_loose_end(std::size_t i) const {
    const Block& block = blocks_[i];
    if (block.weight < 4) return true;
    return block.weight < 80 && !block.sentence && !is_unpunctuated(block.text) && !block.text.ends_with(':');
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  std::size_t body_;
  bool page_;
  const DateContext& dates_;
  Facts& facts_;
  std::vector<Fate>& fates_;
  std::vector<const Cue*> cues_;
  std::vector<std::size_t> run_;
  std::vector<FoundInTail> found_;
};

}  // namespace

void read_tail(std::string_view text, const std::vector<Block>& blocks, std::size_t body, bool page,
               const DateContext& dates, Facts& facts, std::vector<Fate>& fates) {
  TailReader(text, blocks, body, page, dates, facts, fates).run();
}

std::size_t find_credit_at_end(std::string_view paragraph) {
  if (paragraph.empty() || paragraph.back() != ')') return std::string_view::npos;
  const std::size_t reach = paragraph.size() > 600 ? paragraph.size() - 600 : 0;
  for (const std::string_view label :
       {"(Reporting by", "(Writing by", "(Editing by", "(Compiled by", "(Additional reporting"})
    if (const std::size_t at = paragraph.find(label, reach); at != std::string_view::npos && at > 0) return at;
  return std::string_view::npos;
}

}  // namespace dateline::indexer
