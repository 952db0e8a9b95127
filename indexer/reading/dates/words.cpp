#include "indexer/reading/dates/words.hpp"

#include <algorithm>
#include <string>

#include "indexer/reading/dates/date_key.hpp"
#include "indexer/reading/dates/names.hpp"
#include "indexer/reading/dates/tokens.hpp"
#include "indexer/reading/dates/word_tables.hpp"
#include "indexer/reading/letters.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t most_words_of_a_label = 6;
constexpr std::size_t longest_clock = 24;  // bytes
constexpr std::size_t longest_label = 96;

// Marks that part a line, as written.
constexpr std::u32string_view separators = U"|·•;,،，、/／([（［〔【<>→—–\n";
constexpr std::u32string_view marks = U".,:;|·•()[]（）［］〔〕【】<>/／-–—→*=ـ।,،，、：。～~";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text::next_code_point(text, at);
}

char32_t last_of(std::string_view text) { return first_of(text.substr(text::last_code_point_at(text))); }

bool is_filler(char32_t c) { return is_blank(c) || is_one_of(marks, c); }

std::string_view trim_marks_at_end(std::string_view text) {
  while (!text.empty() && is_filler(last_of(text))) text = text.substr(0, text::last_code_point_at(text));
  return text;
}

std::string_view trim_marks_at_start(std::string_view text) {
  while (!text.empty() && is_filler(first_of(text))) {
    std::size_t next = 0;
    text::next_code_point(text, next);
    text.remove_prefix(next);
  }
  return text;
}

bool ends_part(std::string_view text) {
  text = trim(text);
  return text.empty() || is_one_of(separators, last_of(text)) || is_one_of(U":：-)）】", last_of(text));
}

// The first or last word, cut at blanks and at the marks that part a line.
std::string_view first_word(std::string_view text) {
  for (std::size_t at = 0, next = 0; at < text.size(); at = next) {
    const char32_t c = text::next_code_point(text, next);
    if (is_blank(c) || is_one_of(separators, c) || c == U')' || c == U'）') return text.substr(0, at);
  }
  return text;
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t next = 0; next < text.size();) {
    const char32_t c = text::next_code_point(text, next);
    if (is_blank(c) || is_one_of(separators, c)) begin = next;
  }
  return text.substr(begin);
}

// 14:45, 18h40, 14時45分, T14:45:00Z, +03:00
bool is_clock(std::string_view word) {
  if (word.size() > 2 && word.front() == 'T') word.remove_prefix(1);
  if (word.empty() || word.size() > longest_clock) return false;
  return has_digit(text::beginning(word, 4)) && !is_letter(first_of(word));
}

// "utc+3" -> "utc"
std::string_view without_offset(std::string_view word) {
  const std::size_t sign = word.find_first_of("+-");
  return sign == std::string_view::npos || sign == 0 ? word : word.substr(0, sign);
}

bool belongs_to_date(std::string_view word, std::string_view language) {
  word = trim_marks_at_start(trim_marks_at_end(word));
  if (word.empty() || is_clock(word)) return true;
  const std::string key = date_key(word);
  const WordKind kind = kind_of_word(without_offset(key));
  if (kind >= WordKind::beside && kind != WordKind::month_word) return true;
  return find_weekday(key, language) != 0;
}

// Without its last word, if that is one of a date's; unchanged otherwise.
std::string_view without_last_word(std::string_view text, std::string_view language) {
  const std::string_view word = last_word(text);
  if (word.empty() || !belongs_to_date(word, language)) return text;
  return trim_marks_at_end(text.substr(0, text.size() - word.size()));
}

const LabelRow* find_label(std::string_view text) {
  const auto found = word_tables().labels.find(date_key(text));
  return found == word_tables().labels.end() ? nullptr : &found->second;
}

// The longest run of last words that is a label.
Labelled label_of_last_words(std::string_view text, bool& other) {
  Labelled best{DateLabel::none, false, text};
  std::string_view before = text;
  for (std::size_t count = 0; count < most_words_of_a_label && !before.empty(); ++count) {
    const std::string_view word = last_word(before);
    const std::size_t begin = before.size() - word.size();
    if (const LabelRow* found = find_label(trim_marks_at_end(text.substr(begin)))) {
      const std::string_view rest = text.substr(0, begin);
      other |= found->other;
      const bool firm = ends_part(rest);
      if (firm || !found->bare) best = {found->label, firm, rest};
    }
    before = trim(text.substr(0, begin));
    // A mark parts the label from what is before it.
    if (before.empty() || is_one_of(separators, last_of(before))) break;
  }
  return best;
}

Labelled dense_label_at_end(std::string_view text) {
  const std::string folded = date_key(last_word(text));
  for (const auto& [label, row] : word_tables().dense_labels) {
    if (!folded.ends_with(label)) continue;
    const bool firm = folded.size() == label.size();
    if (row.bare && !firm) continue;
    // Folding leaves such letters as they are.
    const std::size_t begin = text.size() >= label.size() && text.ends_with(label) ? text.size() - label.size() : 0;
    return {row.label, firm, text.substr(0, begin)};
  }
  return {DateLabel::none, false, text};
}

}  // namespace

WordKind kind_of_word(std::string_view folded) {
  const auto found = word_tables().words.find(std::string(folded));
  return found == word_tables().words.end() ? WordKind::none : found->second;
}

bool joins_span(std::string_view folded) { return word_tables().spans.contains(std::string(folded)); }

bool writes_month_first(std::string_view publisher) {
  return word_tables().month_first_papers.contains(date_key(publisher));
}

Labelled take_label_at_end(std::string_view text, std::string_view language) {
  Labelled taken{DateLabel::none, false, trim_marks_at_end(text)};
  for (std::string_view& rest = taken.rest; !rest.empty();) {
    bool other = false;
    Labelled found = label_of_last_words(rest, other);
    if (other) return {DateLabel::none, false, rest};
    if (found.label == DateLabel::none) found = dense_label_at_end(rest);
    if (found.label != DateLabel::none) {
      // "Published/Updated:" is both.
      if (taken.label != DateLabel::published) taken.label = found.label;
      taken.firm = found.firm;
      rest = trim_marks_at_end(found.rest);
      continue;
    }
    const std::string_view shorter = without_last_word(rest, language);
    if (shorter.size() == rest.size()) break;
    rest = shorter;
  }
  return taken;
}

Labelled take_label_at_start(std::string_view text) {
  const std::string_view trimmed = trim(text);
  for (const auto& [label, row] : word_tables().dense_labels)
    if (trimmed.starts_with(label)) return {row.label, true, trimmed.substr(label.size())};
  return {DateLabel::none, false, text};
}

std::string_view without_clock(std::string_view text, std::string_view language) {
  for (text = trim_marks_at_start(text); !text.empty(); text = trim_marks_at_start(text)) {
    const std::string_view word = first_word(text);
    if (!word.empty() && belongs_to_date(word, language)) {
      text.remove_prefix(word.size());
      continue;
    }
    const auto dense = std::find_if(word_tables().dense_words.begin(), word_tables().dense_words.end(),
                                    [&](const std::string& one) { return text.starts_with(one); });
    if (dense == word_tables().dense_words.end()) break;
    text.remove_prefix(dense->size());
  }
  return text;
}

std::string_view without_clock_at_end(std::string_view text, std::string_view language) {
  for (text = trim_marks_at_end(text); !text.empty();) {
    const std::string_view shorter = without_last_word(text, language);
    if (shorter.size() == text.size()) break;
    text = shorter;
  }
  return text;
}

bool is_only_beside_dates(std::string_view text, std::string_view language) {
  const std::string_view whole = trim_marks_at_start(trim_marks_at_end(text));
  if (whole.size() <= longest_label)
    if (const LabelRow* label = find_label(whole)) return !label->other;
  for (text = whole; !text.empty(); text = trim_marks_at_start(text)) {
    const std::string_view word = first_word(text);
    if (word.empty()) return false;
    if (!belongs_to_date(word, language)) {
      const std::string key = date_key(trim_marks_at_end(word));
      if (kind_of_word(key) != WordKind::relative && !word_tables().labels.contains(key)) return false;
    }
    text.remove_prefix(word.size());
  }
  return true;
}

bool names_printed_edition(std::string_view text) {
  const std::string folded = date_key(trim(text));
  return folded.size() < 80 && std::any_of(word_tables().editions.begin(), word_tables().editions.end(),
                                           [&](const std::string& edition) { return folded.starts_with(edition); });
}

}  // namespace dateline::indexer
