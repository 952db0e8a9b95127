#include "searcher/snippets/window.hpp"

#include <algorithm>
#include <bitset>
#include <tuple>

#include "searcher/snippets/blanks.hpp"
#include "searcher/snippets/quotations.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

using text::Token;

// A place between two words: a part may end at `left` or begin at `right`; blanks lie between.
struct Gap {
  std::uint32_t left = 0, right = 0;
  std::size_t left_code_point = 0, right_code_point = 0;
};

// Which tokens are characters of a script without blanks, and which of them go on a dictionary word.
struct Undivided {
  std::vector<bool> character, continues_word;

  explicit Undivided(const text::Analysis& analysis)
      : character(analysis.tokens.size()), continues_word(analysis.tokens.size()) {
    for (const text::Span& span : analysis.spans) {
      if (span.first_token == span.last_token) continue;
      for (std::uint32_t token = span.first_token; token <= span.last_token; ++token) {
        character[token] = true;
        if (span.family == text::Family::stem && token > span.first_token) continues_word[token] = true;
      }
    }
  }
};

bool is_opening_mark(char32_t c) {
  constexpr std::u32string_view marks = U"（「『【《〈([{“‘«„";
  return marks.find(c) != std::u32string_view::npos;
}

// Between two tokens without a blank: in front of opening marks, behind all others.
std::uint32_t cut_without_blank(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  for (std::size_t at = begin; at < end;) {
    const std::size_t mark = at;
    if (is_opening_mark(text::next_code_point(text, at))) return static_cast<std::uint32_t>(mark);
  }
  return end;
}

// At each run of blanks in a stretch without words: beside pictures and signs there are several.
bool add_blanks(std::vector<Gap>& gaps, std::string_view text, std::uint32_t begin, std::uint32_t end) {
  bool any = false;
  for (;;) {
    const ByteRange blank = first_blanks(text.substr(begin, end - begin));
    if (blank.end == 0) return any;
    gaps.push_back({begin + blank.begin, begin + blank.end});
    begin += blank.end;
    any = true;
  }
}

std::vector<Gap> gaps_of(std::string_view text, const text::Analysis& analysis) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const Undivided undivided(analysis);
  std::vector<Gap> gaps = {{0, 0}};
  const std::vector<Token>& tokens = analysis.tokens;
  std::uint32_t before = 0;  // where the last word ended
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool may_cut =
        i > 0 && !undivided.continues_word[i] && (undivided.character[i - 1] || undivided.character[i]);
    if (!add_blanks(gaps, text, before, token.begin) && may_cut) {
      const std::uint32_t cut = cut_without_blank(text, before, token.begin);
      gaps.push_back({cut, cut});
    }
    before = token.end;
  }
  add_blanks(gaps, text, before, size);
  gaps.push_back({size, size});
  text::CodePointCounter counter(text);
  for (Gap& gap : gaps) {
    gap.left_code_point = counter.at(gap.left);
    gap.right_code_point = counter.at(gap.right);
  }
  return gaps;
}

struct Score {
  bool has_match = false;
  bool keeps_short_quotations = false;  // those that would fit
  std::size_t new_words = 0, words = 0, matches = 0;
  int whole_quotations = 0;  // cuts that divide none
  bool from_start = false;
  std::size_t context = 0;  // code points on the poorer side of the matches
  std::size_t length = 0;

  auto rank() const {
    return std::tie(has_match, keeps_short_quotations, new_words, words, matches, whole_quotations, from_start, context,
                    length);
  }
};

class WindowSearch {
 public:
  WindowSearch(std::string_view text, const std::vector<Gap>& gaps, const std::vector<TextMatch>& matches,
               const std::vector<ByteRange>& quotations, WordSet shown, std::size_t length)
      : gaps_(gaps), quotations_(quotations), shown_(shown), length_(length) {
    for (const ByteRange& pair : quotations)
      if (text::count_code_points(text.substr(pair.begin, pair.end - pair.begin)) + 2 * ellipsis <= length)
        short_quotations_.push_back(pair);
    for (const TextMatch& match : matches)
      if (match.range.begin >= gaps.front().right && match.range.end <= gaps.back().left) matches_.push_back(match);
    text::CodePointCounter counter(text);
    for (const TextMatch& match : matches_) first_code_points_.push_back(counter.at(match.range.begin));
  }

  ByteRange best() {
    std::size_t end = 1;
    for (std::size_t begin = 0; begin + 1 < gaps_.size(); ++begin) {
      end = std::max(end, begin + 1);
      while (end + 1 < gaps_.size() && width(begin, end + 1) <= length_) ++end;
      while (end > begin + 1 && width(begin, end) > length_) --end;  // an ellipsis more than before
      consider(begin, end);
      if (const std::size_t whole = end_outside_quotations(begin, end); whole != end) consider(begin, whole);
      if (const std::size_t whole = end_outside_short_quotations(begin, end); whole != end) consider(begin, whole);
    }
    return {gaps_[best_begin_].right, gaps_[best_end_].left};
  }

 private:
  static constexpr std::size_t ellipsis = 1;  // code points

  std::size_t width(std::size_t begin, std::size_t end) const {
    const std::size_t ellipses = (begin > 0) + (end + 1 < gaps_.size());
    return gaps_[end].left_code_point - gaps_[begin].right_code_point + ellipses * ellipsis;
  }

  // The last gap up to `end` where no quotation is cut, if the window stays at least half as long.
  std::size_t end_outside_quotations(std::size_t begin, std::size_t end) const {
    for (std::size_t other = end; other > begin && width(begin, other) * 2 >= width(begin, end); --other)
      if (!pair_divided_at(quotations_, gaps_[other].left)) return other;
    return end;
  }

  std::size_t end_outside_short_quotations(std::size_t begin, std::size_t end) const {
    for (std::size_t other = end; other > begin; --other)
      if (!pair_divided_at(short_quotations_, gaps_[other].left)) return other;
    return end;
  }

  void consider(std::size_t begin, std::size_t end) {
    const Score score = score_of(begin, end);
    if (considered_ && score.rank() <= best_score_.rank()) return;
    considered_ = true;
    best_score_ = score;
    best_begin_ = begin;
    best_end_ = end;
  }

  Score score_of(std::size_t begin, std::size_t end) const {
    const Gap &from = gaps_[begin], &to = gaps_[end];
    Score score;
    WordSet words = 0;
    const auto first = std::partition_point(matches_.begin(), matches_.end(),
                                            [&](const TextMatch& match) { return match.range.begin < from.right; });
    auto last = first;
    for (auto match = first; match != matches_.end() && match->range.begin < to.left; ++match) {
      if (match->range.end > to.left) continue;
      words |= match->words;
      ++score.matches;
      last = match;
    }
    score.has_match = score.matches > 0;
    score.keeps_short_quotations =
        !pair_divided_at(short_quotations_, from.right) && !pair_divided_at(short_quotations_, to.left);
    score.new_words = std::bitset<64>(words & ~shown_).count();
    score.words = std::bitset<64>(words).count();
    score.matches = std::min<std::size_t>(score.matches, 8);
    score.whole_quotations = !pair_divided_at(quotations_, from.right) + !pair_divided_at(quotations_, to.left);
    score.from_start = begin == 0;
    score.length = to.left_code_point - from.right_code_point;
    if (score.matches > 0) {
      const std::size_t before = first_code_points_[first - matches_.begin()] - from.right_code_point;
      const std::size_t behind = to.left_code_point - first_code_points_[last - matches_.begin()];
      score.context = std::min(before, behind);
    }
    return score;
  }

  const std::vector<Gap>& gaps_;
  const std::vector<ByteRange>& quotations_;
  WordSet shown_;
  std::size_t length_;
  std::vector<ByteRange> short_quotations_;  // that fit into a window
  std::vector<TextMatch> matches_;
  std::vector<std::size_t> first_code_points_;  // of matches_
  bool considered_ = false;
  Score best_score_;
  std::size_t best_begin_ = 0, best_end_ = 1;
};

}  // namespace

ByteRange best_window(std::string_view sentence, const text::Analysis& analysis, const std::vector<TextMatch>& matches,
                      const std::vector<ByteRange>& quotations, WordSet shown, std::size_t length) {
  const std::vector<Gap> gaps = gaps_of(sentence, analysis);
  return WindowSearch(sentence, gaps, matches, quotations, shown, length).best();
}

}  // namespace dateline::searcher
