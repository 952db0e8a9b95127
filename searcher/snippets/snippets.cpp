#include "searcher/snippets/snippets.hpp"

#include <algorithm>
#include <bitset>
#include <tuple>
#include <utility>

#include "searcher/snippets/blanks.hpp"
#include "searcher/snippets/matches.hpp"
#include "searcher/snippets/paragraphs.hpp"
#include "searcher/snippets/quotations.hpp"
#include "searcher/snippets/sentences.hpp"
#include "searcher/snippets/window.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t most_fragments = 1000;

std::size_t count(WordSet words) { return std::bitset<64>(words).count(); }

// A sentence that may be shown.
struct Unit {
  std::size_t part = 0;  // index into the parts in question
  ByteRange range;       // in the part's text
  WordSet words = 0;
  std::size_t matches = 0;
  bool follows = false;  // directly upon the unit before
  bool used = false;
};

struct Fragment {
  std::size_t part = 0;
  ByteRange range;
  bool cut_before = false, cut_behind = false;
};

// Adds up to so many fragments of some parts, the most useful sentence first.
class Selection {
 public:
  Selection(const std::vector<BodyPart>& parts, std::size_t length, text::Analyzer& analyzer)
      : parts_(parts), length_(length), analyzer_(analyzer), quotations_(parts.size()) {
    for (std::size_t part = 0; part < parts.size(); ++part) add_units(part);
  }

  bool add_best() {
    const std::size_t best = best_unit();
    if (best == units_.size()) return false;
    add(best);
    return true;
  }

  // From the first sentence on.
  void add_lead() {
    if (!units_.empty()) add(0);
  }

  std::vector<Fragment> in_order_of_text() {
    std::sort(fragments_.begin(), fragments_.end(), [&](const Fragment& a, const Fragment& b) {
      return std::pair(parts_[a.part].order, a.range.begin) < std::pair(parts_[b.part].order, b.range.begin);
    });
    return std::move(fragments_);
  }

 private:
  void add_units(std::size_t part) {
    const BodyPart& text = parts_[part];
    quotations_[part] = quotation_pairs(text.text);
    const std::vector<ByteRange> wanted = marks(text.matches, {0, static_cast<std::uint32_t>(text.text.size())});
    auto match = text.matches.begin();
    for (const ByteRange& range : sentence_units_around(wanted, text.text, text.language, quotations_[part], length_)) {
      Unit unit{part, range};
      unit.follows =
          !units_.empty() && units_.back().part == part && only_blanks(text.text, units_.back().range.end, range.begin);
      for (; match != text.matches.end() && match->range.begin < range.end; ++match) {
        unit.words |= match->words;
        ++unit.matches;
      }
      units_.push_back(unit);
    }
  }

  static bool only_blanks(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const ByteRange between = without_outer_blanks(text, {begin, end});
    return between.begin == between.end;
  }

  std::size_t best_unit() const {
    std::size_t best = units_.size();
    std::tuple<std::size_t, std::size_t, std::size_t> best_score;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const Unit& unit = units_[i];
      if (unit.used || unit.matches == 0) continue;
      const std::tuple score(count(unit.words & ~shown_), count(unit.words), unit.matches);
      const bool earlier =
          best < units_.size() && score == best_score && parts_[unit.part].order < parts_[units_[best].part].order;
      if (best < units_.size() && score <= best_score && !earlier) continue;
      best = i;
      best_score = score;
    }
    return best;
  }

  void add(std::size_t index) {
    const Unit& unit = units_[index];
    Fragment fragment{unit.part, unit.range};
    if (code_points(fragment) > length_) {
      cut(fragment);
      units_[index].used = true;
      shown_ |= words_in(fragment);
    } else {
      extend(fragment, index);
    }
    fragments_.push_back(fragment);
  }

  // Whole sentences behind it, then before it, while there is room.
  void extend(Fragment& fragment, std::size_t index) {
    use(index);
    for (std::size_t next = index + 1; is_free(next, fragment.part) && units_[next].follows; ++next) {
      if (!grow(fragment, {fragment.range.begin, units_[next].range.end})) break;
      use(next);
    }
    for (std::size_t before = index; units_[before].follows && is_free(before - 1, fragment.part); --before) {
      if (!grow(fragment, {units_[before - 1].range.begin, fragment.range.end})) break;
      use(before - 1);
    }
  }

  bool is_free(std::size_t index, std::size_t part) const {
    return index < units_.size() && units_[index].part == part && !units_[index].used;
  }

  bool grow(Fragment& fragment, ByteRange range) const {
    Fragment grown = fragment;
    grown.range = range;
    if (code_points(grown) > length_) return false;
    fragment = grown;
    return true;
  }

  void cut(Fragment& fragment) {
    const BodyPart& part = parts_[fragment.part];
    const ByteRange whole = fragment.range;
    const std::string_view sentence = part.text.substr(whole.begin, whole.end - whole.begin);
    const auto is_inside = [&](ByteRange range) { return range.begin >= whole.begin && range.end <= whole.end; };
    const auto shifted = [&](ByteRange range) { return ByteRange{range.begin - whole.begin, range.end - whole.begin}; };
    std::vector<TextMatch> matches;
    for (const TextMatch& match : part.matches)
      if (is_inside(match.range)) matches.push_back({shifted(match.range), match.words});
    std::vector<ByteRange> quotations;
    for (const ByteRange& pair : quotations_[fragment.part])
      if (is_inside(pair)) quotations.push_back(shifted(pair));
    const text::Analysis& analysis = analyzer_.analyze(sentence, part.language);
    const ByteRange window = best_window(sentence, analysis, matches, quotations, shown_, length_);
    fragment.range = {whole.begin + window.begin, whole.begin + window.end};
    fragment.cut_before = fragment.range.begin > whole.begin;
    fragment.cut_behind = fragment.range.end < whole.end;
  }

  WordSet words_in(const Fragment& fragment) const {
    WordSet words = 0;
    for (const TextMatch& match : parts_[fragment.part].matches)
      if (match.range.begin >= fragment.range.begin && match.range.end <= fragment.range.end) words |= match.words;
    return words;
  }

  void use(std::size_t index) {
    units_[index].used = true;
    shown_ |= units_[index].words;
  }

  std::size_t code_points(const Fragment& fragment) const {
    const std::string_view text = parts_[fragment.part].text;
    return text::count_code_points(text.substr(fragment.range.begin, fragment.range.end - fragment.range.begin));
  }

  const std::vector<BodyPart>& parts_;
  std::size_t length_;
  text::Analyzer& analyzer_;
  std::vector<std::vector<ByteRange>> quotations_;  // of each part
  std::vector<Unit> units_;
  std::vector<Fragment> fragments_;
  WordSet shown_ = 0;
};

Snippet render(const BodyPart& part, const Fragment& fragment) {
  Snippet snippet;
  snippet.field = "body";
  snippet.text.reserve(fragment.range.end - fragment.range.begin + 2 * ellipsis.size());
  if (fragment.cut_before) snippet.text = ellipsis;
  const std::size_t shift = snippet.text.size();
  snippet.text += part.text.substr(fragment.range.begin, fragment.range.end - fragment.range.begin);
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  if (fragment.cut_behind) snippet.text += ellipsis;
  text::CodePointCounter counter(snippet.text);
  const auto offset = [&](std::uint32_t byte) { return counter.at(byte - fragment.range.begin + shift); };
  for (const ByteRange& mark : marks(part.matches, fragment.range)) {
    const std::size_t begin = offset(mark.begin);
    snippet.highlights.emplace_back(begin, offset(mark.end));
  }
  return snippet;
}

std::vector<Snippet> render(const std::vector<BodyPart>& parts, const std::vector<Fragment>& fragments) {
  std::vector<Snippet> snippets;
  for (const Fragment& fragment : fragments) snippets.push_back(render(parts[fragment.part], fragment));
  return snippets;
}

std::vector<Snippet> lead(std::vector<BodyPart> parts, std::size_t length, text::Analyzer& analyzer) {
  if (parts.empty()) return {};
  parts.resize(1);
  Selection selection(parts, length, analyzer);
  selection.add_lead();
  return render(parts, selection.in_order_of_text());
}

}  // namespace

std::vector<Snippet> make_snippets(const BodyText& body, const MatchTargets& targets, const SnippetShape& shape,
                                   text::Analyzer& analyzer) {
  // Enough to choose from; parts beyond the best few are not even divided into sentences.
  const std::size_t fragments = std::min(shape.fragments, most_fragments);
  const std::size_t few = fragments + 1;
  if (fragments == 0) return {};
  std::vector<BodyPart> parts = matching_parts(parts_of(body), targets, {few, fragments * 4}, analyzer);
  if (parts.empty()) return lead(parts_of(body), shape.length, analyzer);
  parts = best_parts(std::move(parts), few);
  Selection selection(parts, shape.length, analyzer);
  for (std::size_t i = 0; i < fragments && selection.add_best(); ++i) {
  }
  return render(parts, selection.in_order_of_text());
}

std::vector<Range> highlight(std::string_view text, std::string_view language, const MatchTargets& targets,
                             text::Analyzer& analyzer) {
  std::vector<Range> ranges;
  if (!targets.may_match(text, language)) return ranges;
  const std::vector<TextMatch> matches = find_matches(analyzer.analyze(text, language), targets);
  text::CodePointCounter counter(text);
  for (const ByteRange& mark : marks(matches, {0, static_cast<std::uint32_t>(text.size())})) {
    const std::size_t begin = counter.at(mark.begin);
    ranges.emplace_back(begin, counter.at(mark.end));
  }
  return ranges;
}

}  // namespace dateline::searcher
