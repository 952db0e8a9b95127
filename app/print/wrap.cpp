#include "app/print/wrap.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "app/print/width.hpp"
#include "text/utf8.hpp"

namespace dateline::app {
namespace {

// Byte offsets where a line may end; the last is the text's length.
std::vector<std::size_t> break_opportunities(std::string_view text) {
  std::vector<std::size_t> breaks;
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> prototype(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  std::unique_ptr<icu::BreakIterator> lines(prototype ? prototype->clone() : nullptr);
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (lines && U_SUCCESS(status)) {
    lines->setText(utext, status);
    if (U_SUCCESS(status)) {
      lines->first();
      for (auto at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
        breaks.push_back(static_cast<std::size_t>(at));
      }
    }
  }
  utext_close(utext);
  if (breaks.empty() || breaks.back() != text.size()) breaks.push_back(text.size());
  return breaks;
}

std::size_t without_trailing_blanks(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ') --end;
  return end;
}

// A piece too wide for any line is cut between characters; combining ones stay with theirs.
void cut_hard(std::string_view text, Line& line, std::size_t& used, std::size_t end, std::size_t width,
              std::vector<Line>& lines) {
  for (std::size_t at = line.end; at < end;) {
    std::size_t next = at;
    const std::size_t columns = width_of(text::next_code_point(text, next));
    if (used + columns > width && line.end > line.begin) {
      lines.push_back(line);
      line = {at, at};
      used = 0;
    }
    used += columns;
    line.end = at = next;
  }
}

// [start, end) in code points -> bytes, sorted and without overlaps.
std::vector<Line> in_bytes(std::string_view text, std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<Line> bytes;
  std::size_t at = 0, code_point = 0;
  const auto advance = [&](std::size_t target) {
    for (; code_point < target && at < text.size(); ++code_point) text::next_code_point(text, at);
    return at;
  };
  for (const auto& [start, end] : ranges) {
    const std::size_t begin = advance(start);
    const std::size_t behind = advance(end);
    if (behind > begin) bytes.push_back({begin, behind});
  }
  return bytes;
}

std::string look(std::string_view text, Paragraph::Look look, const Page& page) {
  if (look == Paragraph::Look::bold) return page.bold(text);
  if (look == Paragraph::Look::dim) return page.dim(text);
  return std::string(text);
}

std::string painted(std::string_view text, const Line& line, const std::vector<Line>& marks, const Paragraph& paragraph,
                    const Page& page) {
  std::string result;
  std::size_t at = line.begin;
  for (const Line& mark : marks) {
    const std::size_t begin = std::max(mark.begin, at);
    const std::size_t end = std::min(mark.end, line.end);
    if (begin >= end) continue;
    result += look(text.substr(at, begin - at), paragraph.look, page);
    result += page.marked(text.substr(begin, end - begin));
    at = end;
  }
  return result + look(text.substr(at, line.end - at), paragraph.look, page);
}

std::size_t room(const Page& page, std::size_t indent) {
  constexpr std::size_t narrowest = 16;  // a narrower terminal may fold our lines as it likes
  if (page.width == 0) return 0;
  return std::max(std::min(page.width, widest_paragraph), indent + narrowest) - indent;
}

}  // namespace

std::vector<Line> wrap(std::string_view text, std::size_t width) {
  if (width == 0) return {{0, without_trailing_blanks(text, 0, text.size())}};
  std::vector<Line> lines;
  Line line;
  std::size_t used = 0;   // columns of the line, blanks behind it included
  std::size_t piece = 0;  // where the piece between two opportunities begins
  for (const std::size_t end : break_opportunities(text)) {
    const std::size_t solid = without_trailing_blanks(text, piece, end);
    const std::size_t columns = width_of(text.substr(piece, solid - piece));
    if (used + columns > width && line.end > line.begin) {
      lines.push_back(line);
      line = {piece, piece};
      used = 0;
    }
    if (columns > width) {
      line.end = piece;
      cut_hard(text, line, used, solid, width, lines);
    } else {
      used += columns;
      if (solid > piece) line.end = solid;
    }
    used += end - solid;
    piece = end;
  }
  if (line.end > line.begin || lines.empty()) lines.push_back(line);
  return lines;
}

std::string laid_out(const Paragraph& paragraph, const Page& page, std::size_t indent, std::string_view label) {
  const std::size_t width = room(page, indent);
  const std::string text = printable(paragraph.text);
  const std::vector<Line> marks = in_bytes(text, paragraph.highlights);
  std::string result;
  for (const Line& line : wrap(text, width)) {
    result += result.empty() ? page.dim(padded(label, indent)) : std::string(indent, ' ');
    result += painted(text, line, marks, paragraph, page);
    result += '\n';
  }
  return result;
}

std::string facts_in_a_row(const std::vector<std::string>& facts, const Page& page, std::size_t indent) {
  constexpr std::string_view between = " · ";
  const std::size_t width = room(page, indent);
  std::string lines, line;
  const auto end_line = [&] {
    if (!line.empty()) lines += laid_out({line, {}, Paragraph::Look::dim}, page, indent);
    line.clear();
  };
  for (const std::string& fact : facts) {
    const std::size_t longer = width_of(line) + width_of(between) + width_of(fact);
    if (width > 0 && longer > width && width_of(fact) <= width) end_line();
    line += (line.empty() ? "" : std::string(between)) + printable(fact);
  }
  end_line();
  return lines;
}

}  // namespace dateline::app
