#include "text/sentence_boundaries.hpp"

#include <unicode/uchar.h>

#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace dateline::text {
namespace {

USentenceBreak break_class(char32_t c) {
  return static_cast<USentenceBreak>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK));
}

bool is_paragraph_end(USentenceBreak c) { return c == U_SB_SEP || c == U_SB_CR || c == U_SB_LF; }
bool is_terminator(USentenceBreak c) { return c == U_SB_ATERM || c == U_SB_STERM; }
bool is_ignored(USentenceBreak c) { return c == U_SB_EXTEND || c == U_SB_FORMAT; }

// Whether a character may have a boundary behind it: asked for every character. ICU is asked once for each of the pages
// of 64 characters that a thread's texts use.
class BoundaryMarks {
 public:
  bool has(char32_t c) {
    if (c >= pages_.size() * 64) return is_mark(c);
    Page& page = pages_[c / 64];
    if (!page.known) fill(page, c / 64 * 64);
    return (page.marks >> (c % 64) & 1) != 0;
  }

 private:
  struct Page {
    std::uint64_t marks = 0;
    bool known = false;
  };

  static bool is_mark(char32_t c) {
    const USentenceBreak found = break_class(c);
    return is_paragraph_end(found) || is_terminator(found);
  }
  static void fill(Page& page, char32_t first) {
    for (char32_t i = 0; i < 64; ++i)
      if (is_mark(first + i)) page.marks |= std::uint64_t{1} << i;
    page.known = true;
  }

  std::array<Page, 1024> pages_;  // of the first 65,536 characters
};

// A place in the text, and the class of the character there; characters that the rules ignore (SB5) are behind the one
// before them.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), next_(at) { advance(); }

  bool at_end() const { return begin_ == text_.size(); }
  std::size_t begin() const { return begin_; }
  USentenceBreak kind() const { return kind_; }
  bool is(USentenceBreak kind) const { return !at_end() && kind_ == kind; }

  void advance() {
    begin_ = next_;
    if (at_end()) return;
    kind_ = break_class(next_code_point(text_, next_));
    if (kind_ == U_SB_CR && next_ < text_.size() && text_[next_] == '\n') ++next_;  // SB3
    if (is_paragraph_end(kind_)) return;
    for (std::size_t after = next_; after < text_.size(); next_ = after)
      if (!is_ignored(break_class(next_code_point(text_, after)))) return;
  }

 private:
  std::string_view text_;
  std::size_t begin_ = 0, next_ = 0;
  USentenceBreak kind_ = U_SB_OTHER;
};

// Of the character before `at`, without those that are ignored.
USentenceBreak class_before(std::string_view text, std::size_t at) {
  while (at > 0) {
    at = last_code_point_at(text.substr(0, at));
    std::size_t end = at;
    const USentenceBreak found = break_class(next_code_point(text, end));
    if (!is_ignored(found)) return found;
  }
  return U_SB_OTHER;
}

bool is_cased(USentenceBreak c) { return c == U_SB_UPPER || c == U_SB_LOWER; }

// SB8: whether a small letter comes first of all that could begin or end a sentence.
bool small_letter_follows(Cursor after) {
  for (; !after.at_end(); after.advance()) {
    if (after.kind() == U_SB_LOWER) return true;
    if (after.kind() == U_SB_OLETTER || after.kind() == U_SB_UPPER || is_paragraph_end(after.kind()) ||
        is_terminator(after.kind()))
      return false;
  }
  return false;
}

struct End {
  std::size_t at = 0;  // where reading goes on
  bool is_boundary = false;
};

// Behind the terminator at `begin`.
End end_of_sentence(std::string_view text, std::size_t begin) {
  Cursor cursor(text, begin);
  const bool is_stop = cursor.kind() == U_SB_ATERM;
  cursor.advance();
  if (is_stop && cursor.is(U_SB_NUMERIC)) return {cursor.begin(), false};                                       // SB6
  if (is_stop && cursor.is(U_SB_UPPER) && is_cased(class_before(text, begin))) return {cursor.begin(), false};  // SB7
  while (cursor.is(U_SB_CLOSE)) cursor.advance();
  while (cursor.is(U_SB_SP)) cursor.advance();
  if (is_stop && small_letter_follows(cursor)) return {cursor.begin(), false};  // SB8
  if (cursor.at_end()) return {text.size(), true};
  if (cursor.kind() == U_SB_SCONTINUE || is_terminator(cursor.kind())) return {cursor.begin(), false};  // SB8a
  if (is_paragraph_end(cursor.kind())) cursor.advance();                                                // SB9, SB10
  return {cursor.begin(), true};                                                                        // SB11
}

}  // namespace

std::vector<std::uint32_t> sentence_boundaries(std::string_view text) {
  static thread_local BoundaryMarks marks;
  std::vector<std::uint32_t> boundaries;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!marks.has(next_code_point(text, at))) continue;
    const Cursor mark(text, begin);
    Cursor after = mark;
    after.advance();
    const End end = is_terminator(mark.kind()) ? end_of_sentence(text, begin) : End{after.begin(), true};
    at = end.at;
    if (end.is_boundary && at < text.size()) boundaries.push_back(static_cast<std::uint32_t>(at));
  }
  if (!text.empty()) boundaries.push_back(static_cast<std::uint32_t>(text.size()));
  return boundaries;
}

}  // namespace dateline::text
