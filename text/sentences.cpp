#include "text/sentences.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <limits>

#include "text/abbreviations.hpp"
#include "text/fold.hpp"
#include "text/sentence_boundaries.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

constexpr std::size_t kLongestWord = 64;  // bytes; bounds how far back the word before a full stop is sought

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view without_trailing_blanks(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (;;) {
    if (!text.empty() && is_blank(text.back()))
      text.remove_suffix(1);
    else if (text.ends_with(kNoBreakSpace))
      text.remove_suffix(kNoBreakSpace.size());
    else
      return text;
  }
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = last_code_point_at(text);
  return next_code_point(text, at);
}

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool ends_with_terminator(std::string_view left) {
  while (is_one_of(last_of(left), U"\"'”’»“)]」』）】›")) {
    left = without_trailing_blanks(left.substr(0, last_code_point_at(left)));
  }
  return is_one_of(last_of(left), U".!?…:;。！？।॥؟۔։።");
}

// The word before the full stop that ends `left`, without opening marks: "(z.B." gives "z.B".
std::string_view word_before_stop(std::string_view left) {
  left.remove_suffix(1);
  std::size_t begin = left.size();
  while (begin > 0 && left.size() - begin < kLongestWord && !is_blank(left[begin - 1])) --begin;
  std::string_view word = left.substr(begin);
  while (!word.empty()) {
    std::size_t at = 0;
    const char32_t c = next_code_point(word, at);
    if (is_letter(c) || u_isdigit(static_cast<UChar32>(c))) break;
    word.remove_prefix(at);
  }
  return word;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && at < kLongestWord; end = at)
    if (!is_letter(next_code_point(text, at))) break;
  return text.substr(0, end);
}

bool is_initial(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && u_isupper(static_cast<UChar32>(next_code_point(word, at))) && at == word.size();
}

bool is_acronym(std::string_view word) {  // "U.S", "т.д"
  bool letter_next = true;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); letter_next = !letter_next) {
    const char32_t c = next_code_point(word, at);
    if (letter_next ? !is_letter(c) : c != U'.') return false;
    if (letter_next) ++letters;
  }
  return letters > 1 && !letter_next;
}

bool is_short_number(std::string_view word) {
  return !word.empty() && word.size() <= 2 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// "in 2024 г. Путин" ends a sentence as often as not; "г. Москва" never does. ICU's boundary stands after a number.
bool follows_number(std::string_view left, std::string_view word) {
  left = without_trailing_blanks(left.substr(0, left.size() - word.size() - 1));
  return !left.empty() && u_isdigit(static_cast<UChar32>(last_of(left)));
}

bool stop_belongs_to_word(std::string_view left, std::string_view right, std::string_view language) {
  const std::string_view word = word_before_stop(left);
  if (word.empty()) return false;
  if (is_short_number(word)) return has_dotted_ordinals(language) && is_letter(first_of(right));
  const std::string folded = fold(word);
  if (is_initial(word) || is_acronym(word)) return !often_begins_sentence(fold(first_word(right)), language);
  return is_abbreviation(folded, language) && !follows_number(left, word);
}

bool is_no_end(std::string_view left, std::string_view right, std::string_view language) {
  const char32_t next = first_of(right);
  if (u_islower(static_cast<UChar32>(next)) || next == U')' || next == U',') return true;
  if (left.empty() || !ends_with_terminator(left)) return true;  // a line was wrapped
  if (left.back() == '.' && stop_belongs_to_word(left, right, language)) return true;
  UErrorCode status = U_ZERO_ERROR;  // 「…。」と述べた: the quotation's sentence goes on
  return is_one_of(last_of(left), U"」』") &&
         uscript_getScript(static_cast<UChar32>(next), &status) == USCRIPT_HIRAGANA;
}

// A closing mark that a blank divides from its sentence belongs to it all the same.
std::uint32_t behind_closing_marks(std::string_view paragraph, std::uint32_t end) {
  std::size_t at = end;
  while (at < paragraph.size()) {
    std::size_t next = at;
    if (!is_one_of(next_code_point(paragraph, next), U"”)]」』）】")) break;
    at = next;
  }
  while (at > end && at < paragraph.size() && is_blank(paragraph[at])) ++at;
  return static_cast<std::uint32_t>(at);
}

}  // namespace

std::vector<std::uint32_t> sentence_ends(std::string_view paragraph, std::string_view language) {
  paragraph = paragraph.substr(0, std::numeric_limits<std::int32_t>::max());
  std::vector<std::uint32_t> ends;
  const auto size = static_cast<std::uint32_t>(paragraph.size());
  for (const std::uint32_t boundary : sentence_boundaries(paragraph)) {
    const std::uint32_t end = behind_closing_marks(paragraph, boundary);
    if (end >= size || (!ends.empty() && end <= ends.back())) continue;
    const std::string_view left = without_trailing_blanks(paragraph.substr(0, end));
    if (!is_no_end(left, paragraph.substr(end), language)) ends.push_back(end);
  }
  if (size > 0) ends.push_back(size);
  return ends;
}

}  // namespace dateline::text
