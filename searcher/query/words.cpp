#include "searcher/query/words.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

// A word with the longest suffix still fits, so that its printed form is read as it was.
constexpr std::size_t longest_text = longest_query_word - 10;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_leading_signs(std::string_view text) {
  while (!text.empty() && !is_content(first_character(text))) {
    std::size_t at = 0;
    text::next_code_point(text, at);
    text.remove_prefix(at);
  }
  return text;
}

// Drops one sign from the end: punctuation, but not the signs of C++ and C#.
bool drop_sign(std::string_view& text) {
  const std::size_t last = text::last_code_point_at(text);
  const char32_t c = first_character(text.substr(last));
  if (is_content(c) || c == U'+' || c == U'#') return false;
  text = text.substr(0, last);
  return true;
}

// The number behind a tilde: empty is 1, and a similarity as in Lucene ("0.8") is too.
int edits(std::string_view number) {
  if (number.empty() || !is_digit(number.front())) return 1;
  if (number.size() > 2 && number[1] == '.' && is_digit(number[2])) return 1;
  int value = 0;
  for (char c : number.substr(0, number.find('.'))) value = value * 10 + (c - '0');
  return value;
}

// Drops "~", "~2", "~0.8" in either width from the end; empty when there is none.
std::optional<int> drop_tilde(std::string_view& text) {
  constexpr std::size_t most_digits = 5;
  std::string_view rest = text;
  std::string number;
  while (!rest.empty() && number.size() <= most_digits) {
    const std::size_t last = text::last_code_point_at(rest);
    const char32_t c = narrow(first_character(rest.substr(last)));
    rest = rest.substr(0, last);
    if (c == U'~') {
      text = rest;
      return edits(number);
    }
    if (c != U'.' && (c < U'0' || c > U'9')) return {};
    number.insert(number.begin(), static_cast<char>(c));
  }
  return {};
}

// Drops everything behind the word; the outermost tilde counts.
std::optional<int> drop_signs_and_tildes(std::string_view& text) {
  std::optional<int> number;
  for (;;) {
    if (const auto found = drop_tilde(text))
      number = number ? number : found;
    else if (!drop_sign(text))
      return number;
  }
}

std::size_t find_star(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (operator_form(text::next_code_point(text, at)) == U'*') return begin;
  }
  return std::string_view::npos;
}

bool starts_with_star(std::string_view written) { return operator_form(first_character(written)) == U'*'; }

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  return text;
}

int read_distance(std::string_view digits, std::string_view written, Warnings& warnings) {
  int distance = 0;
  for (char c : digits) distance = std::min(distance * 10 + (c - '0'), longest_distance + 1);
  if (distance >= 1 && distance <= longest_distance) return distance;
  warnings.add({"The distance in ", named(written), " was read as ", distance < 1 ? "1" : "1000", "."});
  return std::clamp(distance, 1, longest_distance);
}

Node operator_node(NodeKind kind, int number = 0) {
  Node node;
  node.kind = kind;
  node.number = number;
  return node;
}

struct Spelling {
  std::string_view text;
  NodeKind kind;
  int number;
};

// In capitals only: in lower case they are words.
constexpr Spelling operators[] = {
    {"AND", NodeKind::all, 0},
    {"OR", NodeKind::any, 0},
    {"NOT", NodeKind::negation, 0},
    {"NEAR", NodeKind::near, default_distance},
    {"ADJ", NodeKind::ordered, default_distance},
    {"&&", NodeKind::all, 0},
    {"||", NodeKind::any, 0},
    {"|", NodeKind::any, 0},
};

// Before a slash, in any case: there they can be nothing else.
constexpr Spelling distances[] = {
    {"NEAR", NodeKind::near, 0},   {"W", NodeKind::near, 0},      {"", NodeKind::near, 0},
    {"ADJ", NodeKind::ordered, 0}, {"PRE", NodeKind::ordered, 0},
};

}  // namespace

Node Word::node() const {
  Node result;
  result.kind = kind;
  result.text = text;
  result.number = number;
  return result;
}

Word read_word(std::string_view written, bool exact, Warnings& warnings) {
  Word word;
  word.text = text::beginning(without_leading_signs(written), longest_query_word);
  const bool leading_star = starts_with_star(written);
  const std::size_t star = find_star(word.text);
  const bool inner_star = star != std::string_view::npos && has_content(word.text.substr(star));
  word.text = word.text.substr(0, star);
  const std::optional<int> tilde = drop_signs_and_tildes(word.text);
  word.text = text::beginning(word.text, longest_text);
  drop_signs_and_tildes(word.text);

  if (leading_star || inner_star)
    warnings.add({"A * stands at the end of a word; ", named(written), " was read as ", named(word.text),
                  star != std::string_view::npos && !exact ? " with any ending." : "."});
  if (exact) {
    word.kind = NodeKind::exact_word;
    if (tilde || (star != std::string_view::npos && !inner_star))
      warnings.add({"The exact spelling ", named(word.text), " was searched for without its * or ~."});
  } else if (star != std::string_view::npos) {
    word.kind = NodeKind::prefix;
  } else if (tilde && *tilde > 0) {
    if (*tilde > 2) warnings.add({"At most two letters may differ; ", named(written), " was read so."});
    word.kind = NodeKind::fuzzy;
    word.number = std::min(*tilde, 2);
  }
  return word;
}

std::string_view read_quoted_word(std::string_view written, Warnings& warnings) {
  std::string_view text = text::beginning(without_leading_signs(written), longest_text);
  const std::size_t star = find_star(text);
  if (star != std::string_view::npos) {
    text = text.substr(0, star);
    warnings.add(
        {"Between quotation marks a * stands for a whole word; ", named(written), " was read as ", named(text), "."});
  }
  while (drop_sign(text)) {
  }
  return text;
}

std::optional<Node> read_operator(std::string_view text, Warnings& warnings) {
  if (text.size() > 48) return {};
  const std::string written = narrow(text);
  for (const Spelling& row : operators)
    if (written == row.text) return operator_node(row.kind, row.number);

  const std::size_t slash = written.find('/');
  if (slash == std::string::npos) return {};
  const std::string before = upper(written.substr(0, slash)), behind = upper(written.substr(slash + 1));
  if (before.empty() || before == "W") {
    if (behind == "S") return operator_node(NodeKind::same_sentence);
    if (behind == "P") return operator_node(NodeKind::same_paragraph);
  }
  if (behind.empty() || !std::all_of(behind.begin(), behind.end(), is_digit)) return {};
  for (const Spelling& row : distances)
    if (before == row.text) return operator_node(row.kind, read_distance(behind, text, warnings));
  return {};
}

}  // namespace dateline::searcher
