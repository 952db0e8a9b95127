#include "searcher/snippets/beginnings.hpp"

#include <unicode/uchar.h>

#include <array>
#include <atomic>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

constexpr char32_t table_end = 0x500;  // Latin, Greek, Cyrillic
constexpr char16_t not_asked = 0, unknown = 1, divides = 2;

char16_t folded_letter(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  if (!u_isalnum(code_point)) return U_GET_GC_MASK(code_point) & U_GC_M_MASK ? unknown : divides;
  std::string letter;
  text::append(letter, c);
  const std::string folded = text::fold(letter);
  std::size_t at = 0;
  const char32_t first = folded.empty() ? 0 : text::next_code_point(folded, at);
  return at == folded.size() && first < table_end ? static_cast<char16_t>(first) : unknown;
}

constexpr char16_t ascii_letter(unsigned char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char16_t>(c | 0x20);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : divides;
}

constinit std::array<std::atomic<char16_t>, table_end> folded_letters{};

// Each letter is folded when it is first met: all of them would take longer than most searches. Two threads that meet
// the same one write the same.
char16_t letter_of(char32_t c) {
  char16_t letter = folded_letters[c].load(std::memory_order_relaxed);
  if (letter == not_asked) folded_letters[c].store(letter = folded_letter(c), std::memory_order_relaxed);
  return letter;
}

// The next character, folded; `text` moves on.
inline char16_t take_letter(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) {
    text.remove_prefix(1);
    return ascii_letter(first);
  }
  std::size_t at = 0;
  const char32_t c = text::next_code_point(text, at);
  text.remove_prefix(at);
  if (c < table_end) return letter_of(c);
  return c >= 0x2010 && c <= 0x2027 ? divides : unknown;
}

std::size_t hash(char16_t a, char16_t b = 0, char16_t c = 0) { return (a * 1u + b * 53u + c * 1429u) % (1 << 14); }

}  // namespace

void Beginnings::add(std::string_view term, std::size_t letters) {
  char16_t known[3] = {};
  std::size_t count = 0;
  while (count < letters && !term.empty()) {
    const char16_t letter = take_letter(term);
    if (letter == unknown || letter == divides) break;
    known[count++] = letter;
  }
  if (count == 0) return;  // begins with what may_begin_word_in() says yes to
  any_one_.set(hash(known[0]));
  if (count >= 2) any_two_.set(hash(known[0], known[1]));
  if (count == 1) one_.set(hash(known[0]));
  if (count == 2) two_.set(hash(known[0], known[1]));
  if (count == 3) three_.set(hash(known[0], known[1], known[2]));
}

bool Beginnings::may_begin(char16_t first, std::string_view rest) const {
  if (!any_one_[hash(first)]) return false;
  if (one_[hash(first)] || rest.empty()) return true;
  const char16_t second = take_letter(rest);
  if (second == unknown || second == divides) return true;
  if (!any_two_[hash(first, second)]) return false;
  if (two_[hash(first, second)] || rest.empty()) return true;
  const char16_t third = take_letter(rest);
  return third == unknown || third == divides || three_[hash(first, second, third)];
}

bool Beginnings::may_begin_word_in(std::string_view text) const {
  bool inside = false;
  while (!text.empty()) {
    const char16_t letter = take_letter(text);
    if (letter == unknown) return true;
    if (letter != divides && !inside && may_begin(letter, text)) return true;
    inside = letter != divides;
  }
  return false;
}

}  // namespace dateline::searcher
