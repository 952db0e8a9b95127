#include "indexer/reading/blocks.hpp"

#include <algorithm>

#include "indexer/reading/dates/line.hpp"
#include "indexer/reading/dates/tokens.hpp"
#include "indexer/reading/letters.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// Widths that people and mail programs wrap lines to, in code points.
constexpr std::size_t narrowest = 55, widest = 90;

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    ++number;
    const std::string_view line = trim(text.substr(begin, end - begin));
    if (!line.empty()) {
      const auto at = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({at, static_cast<std::uint32_t>(at + line.size()), number});
    }
    begin = end + 1;
  }
  return lines;
}

std::string_view view(std::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

std::size_t width_of(std::string_view line) {
  return line.size() <= narrowest ? line.size() : text::count_code_points(line);
}

struct WrapCount {
  std::size_t lines = 0, fitting = 0, open = 0, longest = 0;
};

// The width that the text was wrapped to; 0 when it was not. Only lines that are followed by another without a gap
// can have been wrapped; most of those must be near one width and stop in mid-sentence.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  WrapCount count;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].number != lines[i].number + 1) continue;
    const std::string_view line = view(text, lines[i]);
    if (line.size() > 4 * widest) return 0;
    const std::size_t width = width_of(line);
    if (width > widest) return 0;
    ++count.lines;
    count.longest = std::max(count.longest, width);
    if (width < narrowest) continue;
    ++count.fitting;
    count.open += !ends_sentence(line);
  }
  const bool wrapped = count.fitting >= 4 && count.fitting * 2 >= count.lines && count.open * 10 >= count.fitting * 6;
  return wrapped ? count.longest : 0;
}

bool is_ruler(std::string_view line) { return weigh(line, 1) == 0 && !has_digit(line); }

// Whether the next line's first word would not have fitted: then the break was the width's doing, not the writer's.
bool was_wrapped(std::string_view line, std::string_view next, std::size_t width) {
  if (is_ruler(line) || is_ruler(next)) return false;
  const std::string_view first_word = next.substr(0, next.find(' '));
  return width_of(line) >= width * 6 / 10 && width_of(line) + 1 + width_of(first_word) > width - width / 10;
}

// "October 2, 2024" under a headline as wide as the text: such lines are never the rest of a sentence, which ends.
bool is_date_line(std::string_view line) {
  constexpr std::size_t longest = 60;
  if (line.size() > longest || ends_sentence(line) || !has_digit(line)) return false;
  const DateLine dated = read_date_line(line, {});
  return !dated.dates.empty() && std::all_of(dated.rest.begin(), dated.rest.end(),
                                             [](const Beside& rest) { return is_only_beside_dates(rest.text, {}); });
}

constexpr std::uint32_t longest_mark = 24;
constexpr std::size_t longest_mark_word = 8;

bool is_mark_word(std::string_view word) {
  const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return (capitals && word.size() >= 2 && word.size() <= longest_mark_word) || word == "Enditem";
}

// "(Video)", "FOTO": what stands behind headlines.
bool names_pictures(std::string_view mark) {
  const std::string folded = fold_line(mark);
  for (const std::string_view stem : {"video", "vidéo", "foto", "photo", "видео", "відео", "фото", "ảnh", "galer"})
    if (folded.find(stem) != std::string::npos) return true;
  return false;
}

// Where a bracket or a word of capitals begins that the text ends with.
std::size_t sign_off_at(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> brackets[] = {
      {"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}};
  for (const auto& [open, close] : brackets)
    if (text.ends_with(close)) {
      const std::size_t at = text.rfind(open);
      return at != std::string_view::npos && weigh(text.substr(at)) <= longest_mark ? at : std::string_view::npos;
    }
  const std::size_t blank = text.rfind(' ');
  return blank != std::string_view::npos && is_mark_word(text.substr(blank + 1)) ? blank : std::string_view::npos;
}

// Ends with a full stop that ends a sentence: not "… IN U.S." of a headline, nor the question or cry that headlines
// are.
bool ends_statement(std::string_view text) {
  const std::string_view bare = trim_quotes(text);
  for (const std::string_view mark : {"?", "!", "？", "！", "؟", "…"})
    if (bare.ends_with(mark)) return false;
  const bool abbreviated =
      bare.size() >= 2 && bare.back() == '.' && bare[bare.size() - 2] >= 'A' && bare[bare.size() - 2] <= 'Z';
  return ends_sentence(text) && !abbreviated;
}

std::string_view trim_dashes(std::string_view text) {
  text = trim(text);
  while (text.ends_with('-')) text = trim(text.substr(0, text.size() - 1));
  return text;
}

Block block_of(std::string_view text, std::vector<Line> lines, bool after_gap) {
  Block block;
  block.lines = std::move(lines);
  block.text = text.substr(block.begin(), block.end() - block.begin());
  block.weight = weigh(block.text);
  block.sentence = ends_sentence(block.text) || !sign_off_of(block.text).empty();
  block.after_gap = after_gap;
  return block;
}

}  // namespace

std::vector<Block> split_blocks(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const std::size_t width = wrap_width(text, lines);
  std::vector<Block> blocks;
  std::vector<Line> open;
  bool gap = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    open.push_back(lines[i]);
    const bool adjacent = i + 1 < lines.size() && lines[i + 1].number == lines[i].number + 1;
    if (width > 0 && adjacent && was_wrapped(view(text, lines[i]), view(text, lines[i + 1]), width) &&
        !is_date_line(view(text, lines[i + 1])))
      continue;
    blocks.push_back(block_of(text, std::move(open), gap));
    open.clear();
    gap = !adjacent;
  }
  return blocks;
}

std::string_view sign_off_of(std::string_view paragraph) {
  constexpr std::uint32_t shortest = 20;
  paragraph = trim(paragraph);
  if (paragraph.ends_with('.')) paragraph.remove_suffix(1);
  const std::size_t at = sign_off_at(paragraph);
  if (at == std::string_view::npos || names_pictures(paragraph.substr(at))) return {};
  const std::string_view before = trim_dashes(paragraph.substr(0, at));
  return ends_statement(before) && weigh(before) >= shortest ? trim_ornaments(paragraph.substr(at))
                                                             : std::string_view();
}

bool is_prose(const Block& block) {
  if (block.weight >= 200) return true;
  if (block.weight < 56) return false;
  // Thai and its neighbours end sentences without marks and write many vowels as signs: less has to do.
  return block.weight >= 80 ? block.sentence || is_unpunctuated(block.text) : is_unpunctuated(block.text);
}

}  // namespace dateline::indexer
