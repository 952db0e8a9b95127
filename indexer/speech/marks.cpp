// Quotation marks. One quotation is open at a time; what is quoted inside it stays its text.
#include <algorithm>
#include <array>

#include "indexer/speech/paragraph.hpp"

namespace dateline::indexer::speech {
namespace {

enum class Kind : std::uint8_t {
  none,
  straight,
  low_high,
  curly,
  guillemet,
  reversed_guillemet,
  same_high,
  single_curly,
  single_straight,
  corner,
  white_corner
};

bool is_blank_at(std::string_view body, const Paragraph& paragraph, std::int64_t at) {
  if (at < paragraph.begin || at >= paragraph.end) return true;
  const auto c = static_cast<unsigned char>(body[static_cast<std::size_t>(at)]);
  if (c <= ' ') return true;
  return c == 0xA0 && at > paragraph.begin &&
         static_cast<unsigned char>(body[static_cast<std::size_t>(at) - 1]) == 0xC2;
}

class Scanner {
 public:
  Scanner(std::string_view body, Paragraph& paragraph, bool& left_open)
      : body_(body), paragraph_(paragraph), tokens_(paragraph.tokens), left_open_(left_open) {}

  void scan() {
    const bool carried = left_open_;
    left_open_ = false;
    if (carried && !tokens_.empty()) carried_mark_ = opening_kind(0) != Kind::none ? 0 : nowhere;
    if (paragraph_.lexicon->grammar().dash_dialogue && scan_dialogue()) return;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].is_word()) continue;
      if (open_ == nowhere) {
        if (const Kind kind = opening_kind(i); kind != Kind::none) open(i, kind);
      } else if (const std::uint32_t behind = behind_nested(i); behind > i) {
        i = behind;
      } else if (closes(i)) {
        close(i);
      }
    }
    if (open_ != nowhere) run_to_end();
  }

 private:
  char32_t mark(std::uint32_t i) const { return i < tokens_.size() ? tokens_[i].mark : 0; }
  bool blank_before(std::uint32_t i) const {
    return is_blank_at(body_, paragraph_, static_cast<std::int64_t>(tokens_[i].begin) - 1);
  }
  bool blank_after(std::uint32_t i) const { return is_blank_at(body_, paragraph_, tokens_[i].end); }

  bool opens_bracket_before(std::uint32_t i) const {
    if (i == 0) return true;
    const char32_t before = tokens_[i - 1].mark;
    return before == '(' || before == '[' || before == 0x2014 || before == 0x2013 || before == '-' || before == ':';
  }

  // ''quoted'' in old wire text: two tokens, the second of which is passed over.
  bool doubled(std::uint32_t i) const {
    return i + 1 < tokens_.size() && mark(i + 1) == mark(i) && tokens_[i + 1].begin == tokens_[i].end;
  }

  Kind opening_kind(std::uint32_t i) const {
    switch (mark(i)) {
      case 0x201C:
      case 0x201F:
        return Kind::curly;  // “
      case 0x201E:
        return Kind::low_high;  // „
      case 0x201D:
        return blank_after(i) ? Kind::none : Kind::same_high;  // ” on both sides
      case 0x00AB:
        return Kind::guillemet;  // «
      case 0x00BB:
        return paragraph_.lexicon->grammar().reversed_guillemets && !blank_after(i) ? Kind::reversed_guillemet
                                                                                    : Kind::none;
      case 0x300C:
        return Kind::corner;
      case 0x300E:
        return Kind::white_corner;
      case '"':
      case 0xFF02:
      case 0x05F4:
        return !blank_before(i) && !opens_bracket_before(i) && blank_after(i) ? Kind::none : Kind::straight;
      case '`':
        return doubled(i) ? Kind::single_curly : Kind::none;
      case 0x2018:
        return single_speech(i, 0x2019) ? Kind::single_curly : Kind::none;
      case '\'':
        if (doubled(i)) return blank_before(i) || opens_bracket_before(i) ? Kind::single_curly : Kind::none;
        return single_speech(i, '\'') ? Kind::single_straight : Kind::none;
      default:
        return Kind::none;
    }
  }

  // 'Single' marks: the mark must stand before a word, and its partner behind one, with more than a few words between;
  // else it is an apostrophe or a word held with tongs.
  bool single_speech(std::uint32_t i, char32_t partner) const {
    if (!paragraph_.lexicon->grammar().single_quotes || blank_after(i)) return false;
    if (!(blank_before(i) || opens_bracket_before(i))) return false;
    const std::uint32_t limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(tokens_.size()), i + 400);
    for (std::uint32_t k = i + 1; k < limit; ++k)
      if (mark(k) == partner && closes_single(k)) return k - i > 4;
    return false;
  }

  bool closes_single(std::uint32_t k) const {
    if (blank_before(k)) return false;
    if (k + 1 < tokens_.size() && tokens_[k + 1].is_word() && tokens_[k + 1].begin == tokens_[k].end) return false;
    const bool after_s = tokens_[k - 1].is_word() && body_[tokens_[k].begin - 1] == 's';
    return !(after_s && k + 1 < tokens_.size() && tokens_[k + 1].is_word() &&
             !tokens_[k + 1].capital);  // the leaders' words
  }

  // “... what he calls “a few words” ...”: the mark that closes the inner pair, when one for the outer pair follows.
  std::uint32_t behind_nested(std::uint32_t i) const {
    constexpr std::uint32_t longest = 12;  // tokens: a quotation whose mark was forgotten is longer
    if (kind_ != Kind::curly || mark(i) != 0x201C || blank_after(i) || !blank_before(i)) return i;
    std::uint32_t inner = i + 1;
    while (inner < tokens_.size() && inner < i + longest && mark(inner) != 0x201D) ++inner;
    if (mark(inner) != 0x201D) return i;
    constexpr std::uint32_t farthest = 400;
    for (std::uint32_t k = inner + 1; k < tokens_.size() && k < inner + farthest; ++k) {
      if (mark(k) == 0x201C) return i;
      if (mark(k) == 0x201D) return inner;
    }
    return i;
  }

  bool closes(std::uint32_t i) {
    const char32_t c = mark(i);
    switch (kind_) {
      case Kind::straight:
        return c == '"' || c == 0xFF02 || c == 0x05F4 || c == 0x201D;
      case Kind::curly:
        if (c == 0x201C && !blank_before(i) && blank_after(i)) return true;  // typed the wrong way round
        return c == 0x201D || (c == '"' && !blank_before(i));
      case Kind::low_high:
        return c == 0x201C || c == 0x201D || c == 0x201F || (c == '"' && !blank_before(i));
      case Kind::same_high:
        return c == 0x201D;
      case Kind::guillemet:
        return closes_guillemet(i, c);
      case Kind::reversed_guillemet:
        return c == 0x00AB;
      case Kind::corner:
        return closes_nested(c, 0x300C, 0x300D);
      case Kind::white_corner:
        return closes_nested(c, 0x300E, 0x300F);
      case Kind::single_curly:
        return (c == 0x2019 || c == '\'') && (doubled_open_ ? doubled(i) : closes_single(i));
      case Kind::single_straight:
        return c == '\'' && closes_single(i);
      case Kind::none:
        return false;
    }
    return false;
  }

  bool closes_nested(char32_t c, char32_t open_mark, char32_t close_mark) {
    if (c == open_mark) ++depth_;
    return c == close_mark && depth_-- == 0;
  }

  // «... «...»: one mark often closes both levels; then the dash or comma of a cue follows.
  bool closes_guillemet(std::uint32_t i, char32_t c) {
    if (c == 0x00AB) ++depth_;
    if (c != 0x00BB) return false;
    last_close_ = i;
    if (depth_ == 0) return true;
    const char32_t after = mark(i + 1), second = mark(i + 2);
    if (after == 0x2014 || after == 0x2013 || (after == ',' && (second == 0x2014 || second == 0x2013))) return true;
    --depth_;
    return false;
  }

  void open(std::uint32_t i, Kind kind) {
    open_ = i;
    kind_ = kind;
    depth_ = 0;
    last_close_ = nowhere;
    doubled_open_ = (mark(i) == '`' || mark(i) == '\'') && doubled(i);
  }

  void close(std::uint32_t i) {
    const std::uint32_t from = doubled_open_ ? tokens_[open_ + 1].end : tokens_[open_].end;
    const std::uint32_t to = doubled_open_ ? tokens_[i + 1].end : tokens_[i].end;
    tokens_[open_].edge = Edge::opens;
    tokens_[doubled_open_ ? i + 1 : i].edge = Edge::closes;
    std::uint32_t first = open_ + (doubled_open_ ? 2 : 1), outer = tokens_[open_].begin, begin = from;
    if (paragraph_.lexicon->grammar().dash_dialogue)
      for (std::uint32_t k = first + 1; k < i; ++k) {
        const std::uint32_t behind = behind_aside(k, i);
        if (behind == k) continue;
        std::uint32_t last = k;
        while (last > first + 1 && mark(last - 1) == ',') --last;
        tokens_[k].edge = Edge::closes;
        tokens_[behind].edge = Edge::opens;
        add(first, last, outer, begin, tokens_[k].begin, tokens_[k].end, true);
        first = behind + 1;
        outer = tokens_[behind].begin;
        begin = tokens_[behind].end;
        k = behind;
      }
    add(first, i, outer, begin, tokens_[i].begin, to, true);
    open_ = nowhere;
  }

  // «Il faro – ha detto il ministro – sarà riparato»: the dash that ends what the writer puts in at the dash `i`; `i`
  // where nothing is put in.
  std::uint32_t behind_aside(std::uint32_t i, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 16;  // tokens
    if (!is_dash(i) || !reporting_verb_behind(i)) return i;
    bool named = false;
    for (std::uint32_t k = i + 1; k + 1 < limit && k <= i + longest; ++k) {
      if (is_dash(k)) return named ? k : i;
      named = named || tokens_[k].capital || tokens_[k].is(pronoun) || tokens_[k].word->role;
    }
    return i;
  }

  // A verb that reports, behind its auxiliaries at most.
  bool reporting_verb_behind(std::uint32_t i) const {
    std::uint32_t k = i + 1;
    while (k < tokens_.size() && k <= i + 2 && tokens_[k].is(auxiliary | adverb | pronoun)) ++k;
    const Cue* cue = k < tokens_.size() ? tokens_[k].word->cue : nullptr;
    return cue && cue->strength >= 2 && cue->cue_class != CueClass::noun && cue->cue_class != CueClass::according;
  }

  // A quotation that its paragraph does not close: it goes on in the next one, or somebody forgot the mark.
  void run_to_end() {
    if (kind_ == Kind::guillemet && last_close_ != nowhere) {
      close(last_close_);
      return;
    }
    if (kind_ == Kind::single_curly || kind_ == Kind::single_straight) return;
    tokens_[open_].edge = Edge::opens;
    left_open_ = true;
    add(open_ + 1, static_cast<std::uint32_t>(tokens_.size()), tokens_[open_].begin, tokens_[open_].end,
        tokens_.back().end, tokens_.back().end, false);
    open_ = nowhere;
  }

  void add(std::uint32_t first, std::uint32_t last, std::uint32_t outer_begin, std::uint32_t begin, std::uint32_t end,
           std::uint32_t outer_end, bool closed) {
    Quotation quotation;
    quotation.outer_begin = outer_begin;
    quotation.outer_end = outer_end;
    quotation.begin = first < last ? tokens_[first].begin : begin;
    quotation.end = first < last ? tokens_[last - 1].end : std::max(begin, std::min(end, begin));
    quotation.closed = closed;
    quotation.continues = carried_mark_ != nowhere && tokens_[carried_mark_].begin == outer_begin;
    for (std::uint32_t k = first; k < last; ++k) {
      quotation.words += tokens_[k].is_word();
      tokens_[k].inside = static_cast<std::uint32_t>(paragraph_.quotations.size());
    }
    paragraph_.quotations.push_back(quotation);
  }

  bool is_dash(std::uint32_t i) const {
    const char32_t c = mark(i);
    return c == 0x2014 || c == 0x2013 || c == 0x2015 || (c == '-' && i < tokens_.size() && blank_after(i));
  }

  // Forsker X tror det. – Vi er slitne, sier han. Where other marks stand, dashes open nothing.
  std::uint32_t first_dialogue_dash() const {
    for (std::uint32_t i = 1; i + 1 < tokens_.size(); ++i) {
      if (opening_kind(i) != Kind::none) return 0;
      const char32_t before = mark(i - 1);
      if (is_dash(i) && tokens_[i + 1].capital && (before == '.' || before == '!' || before == '?')) return i;
    }
    return 0;
  }

  // — Speech, — сказал X. — More speech. The dash after a comma or mark ends speech where a cue stands behind it.
  bool scan_dialogue() {
    const bool comma_ends = paragraph_.lexicon->grammar().comma_ends_dialogue;
    const std::uint32_t dash = comma_ends ? first_dialogue_dash() : 0;
    if (tokens_.size() < 4 || !is_dash(dash)) return false;
    std::uint32_t start = dash + 1;
    bool speaking = true;
    for (std::uint32_t i = start; i < tokens_.size(); ++i) {
      if (comma_ends && speaking && mark(i) == ',' && report_behind(i)) {
        add_speech(start, i);
        speaking = false;
      }
      if (!is_dash(i)) continue;
      if (speaking && cue_behind(i)) {
        add_speech(start, i);
        speaking = false;
      } else if (!speaking && ends_clause(i)) {
        start = i + 1;
        speaking = true;
      }
    }
    if (speaking) add_speech(start, static_cast<std::uint32_t>(tokens_.size()));
    return true;
  }

  bool ends_clause(std::uint32_t i) const {
    const char32_t before = mark(i - 1);
    return before == '.' || before == ',' || before == ':' || before == ';' || before == '!' || before == '?';
  }

  bool cue_behind(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < tokens_.size() && k <= i + 3 && tokens_[k].is_word(); ++k)
      if (tokens_[k].word->cue) return true;
    return false;
  }

  // ", säger X", ", X sanoo": a verb that reports, behind a name at most.
  bool report_behind(std::uint32_t i) const {
    std::uint32_t k = i + 1;
    while (k < tokens_.size() && k <= i + 3 && tokens_[k].is_word() &&
           (tokens_[k].capital || tokens_[k].is(pronoun) || tokens_[k].word->role))
      ++k;
    const Cue* cue = k < tokens_.size() ? tokens_[k].word->cue : nullptr;
    return cue && cue->strength >= 2 && cue->cue_class != CueClass::noun && cue->cue_class != CueClass::according;
  }

  void add_speech(std::uint32_t first, std::uint32_t last) {
    if (first >= last) return;
    std::uint32_t end = last;
    while (end > first + 1 && (mark(end - 1) == ',')) --end;
    tokens_[first - 1].edge = Edge::opens;
    if (last < tokens_.size()) tokens_[last].edge = Edge::closes;
    add(first, end, tokens_[first - 1].begin, tokens_[first].begin, tokens_[end - 1].end,
        last < tokens_.size() ? tokens_[last].end : tokens_[last - 1].end, true);
    paragraph_.quotations.back().dialogue = true;
  }

  std::string_view body_;
  Paragraph& paragraph_;
  std::vector<Token>& tokens_;
  bool& left_open_;
  std::uint32_t open_ = nowhere, last_close_ = nowhere, carried_mark_ = nowhere;
  Kind kind_ = Kind::none;
  int depth_ = 0;
  bool doubled_open_ = false;
};

}  // namespace

void find_quotations(std::string_view body, Paragraph& paragraph, bool& left_open) {
  Scanner(body, paragraph, left_open).scan();
}

}  // namespace dateline::indexer::speech
