// Text in lines, with parts of it marked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/print/page.hpp"
#include "dateline/search.hpp"

namespace dateline::app {

// [begin, end) in bytes; blanks where a line ends belong to none.
struct Line {
  std::size_t begin = 0, end = 0;
};

// Breaks where Unicode lets lines break (also between Han characters and Thai words), so that no line is wider than
// `width` columns unless one character is; 0: one line.
std::vector<Line> wrap(std::string_view text, std::size_t width);

// Paints a line that stands behind `indent` columns on a page.
struct Paragraph {
  std::string text;               // made printable
  std::vector<Range> highlights;  // in code points
  enum class Look { plain, bold, dim } look = Look::plain;
};

// Longer lines are hard to read: paragraphs leave the rest of a wider page free.
inline constexpr std::size_t widest_paragraph = 100;

// Facts one after the other, "2024-10-02 · AFP · en", in dim lines behind `indent` blanks. A fact goes whole to the
// next line if it fits there.
std::string facts_in_a_row(const std::vector<std::string>& facts, const Page& page, std::size_t indent);

// The lines of a paragraph, each behind `indent` blanks and ended with a line break; the first stands behind
// `label` instead, padded to `indent`.
std::string laid_out(const Paragraph& paragraph, const Page& page, std::size_t indent, std::string_view label = {});

}  // namespace dateline::app
