#include <algorithm>
#include <string>

#include "searcher/query/build.hpp"
#include "searcher/query/capitals.hpp"
#include "searcher/query/characters.hpp"
#include "searcher/query/dates.hpp"
#include "searcher/query/fields.hpp"
#include "searcher/query/parse.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

// Deeper trees are written with no more brackets than they need: each is a level of those that parse() reads.
constexpr int deepest_clear = 20;

int depth(const Node& node) {
  int deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth(child));
  return deepest + 1;
}

bool is_simple(std::string_view value) {
  const auto alphanumeric = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); };
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(value, at);
    const bool inner = begin > 0 && at < value.size() && (c == U'.' || c == U'-' || c == U'_' || c == U'/');
    if (!(c < 0x80 ? alphanumeric(static_cast<char>(c)) || inner : is_content(c))) return false;
  }
  return !value.empty();
}

bool closes_inside(std::string_view text, QuoteFamily family) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const QuoteMark mark = quote_mark(text::next_code_point(text, at));
    if (mark.family == family && mark.closes && !is_gershayim(text, begin)) return true;
  }
  return false;
}

// Between marks that do not occur inside: at least the ones that it was written with.
std::string quoted(const std::string& text) {
  if (!closes_inside(text, QuoteFamily::double_marks)) return '"' + text + '"';
  if (!closes_inside(text, QuoteFamily::guillemets)) return "«" + text + "»";
  if (!closes_inside(text, QuoteFamily::single_guillemets)) return "‹" + text + "›";
  if (!closes_inside(text, QuoteFamily::corners)) return "「" + text + "」";
  if (!closes_inside(text, QuoteFamily::white_corners)) return "『" + text + "』";
  return "《" + text + "》";
}

class Printer {
 public:
  explicit Printer(bool clear) : clear_(clear) {}

  std::string print(const Node& node) const {
    switch (node.kind) {
      case NodeKind::everything:
        return "*";
      case NodeKind::nothing:
        return "-*";
      case NodeKind::word:
        return node.text;
      case NodeKind::exact_word:
        return '=' + node.text;
      case NodeKind::prefix:
        return node.text + '*';
      case NodeKind::fuzzy:
        return node.text + (node.number == 2 ? "~2" : "~");
      case NodeKind::phrase:
        return phrase(node);
      case NodeKind::list:
        return joined(node, " ");
      case NodeKind::all:
        return joined(node, " AND ");
      case NodeKind::any:
        return joined(node, " OR ");
      case NodeKind::negation:
        return negation(node.children.front());
      case NodeKind::near:
        return joined(node, " NEAR/" + std::to_string(node.number) + " ");
      case NodeKind::ordered:
        return joined(node, " ADJ/" + std::to_string(node.number) + " ");
      case NodeKind::same_sentence:
        return joined(node, " /s ");
      case NodeKind::same_paragraph:
        return joined(node, " /p ");
      case NodeKind::in_field:
        return in_field(node);
      case NodeKind::date_range:
        return "date:" + to_text(node.days);
      default:
        return fact(node);
    }
  }

 private:
  std::string phrase(const Node& node) const {
    std::string text;
    for (const Node& word : node.children) text += (text.empty() ? "" : " ") + print(word);
    return '"' + text + '"';
  }

  std::string joined(const Node& node, const std::string& sign) const {
    std::string text;
    for (const Node& child : node.children) {
      const bool first = &child == &node.children.front();
      if (!first) text += sign;
      text += needs_brackets(node, child, first) ? bracketed(child) : print(child);
    }
    return text;
  }

  bool needs_brackets(const Node& parent, const Node& child, bool first) const {
    const bool list = child.kind == NodeKind::list, all = child.kind == NodeKind::all,
               any = child.kind == NodeKind::any;
    if (is_proximity(parent.kind)) {
      if (list || all || any) return true;
      // Operators group from the left, equal ones together.
      const bool same = child.kind == parent.kind && child.number == parent.number;
      return is_proximity(child.kind) && (clear_ || !first || same);
    }
    if (clear_ && (list || all || any || is_proximity(child.kind))) return true;
    if (parent.kind == NodeKind::list) return all || any;
    return parent.kind == NodeKind::all && any;
  }

  std::string negation(const Node& child) const {
    if (is_proximity(child.kind)) return clear_ ? '-' + bracketed(child) : "NOT " + print(child);
    const bool compound = child.kind == NodeKind::list || child.kind == NodeKind::all || child.kind == NodeKind::any;
    return '-' + (compound ? bracketed(child) : print(child));
  }

  std::string in_field(const Node& node) const {
    const Node& child = node.children.front();
    const std::string name = std::string(field_of(NodeKind::in_field, node.field).name) + ':';
    return name + (is_word(child) ? print(child) : bracketed(child));
  }

  static bool is_word(const Node& node) {
    return node.kind == NodeKind::word || node.kind == NodeKind::exact_word || node.kind == NodeKind::prefix ||
           node.kind == NodeKind::fuzzy || node.kind == NodeKind::phrase;
  }

  static std::string fact(const Node& node) {
    return std::string(field_of(node.kind).name) + (node.exact ? ":=" : ":") +
           (is_simple(node.text) ? node.text : quoted(node.text));
  }

  std::string bracketed(const Node& node) const { return '(' + print(node) + ')'; }

  bool clear_;
};

// Operators in what would be read as prose: brackets say that it is none.
bool would_lose_operators(const std::string& text) {
  if (!is_prose_in_capitals(text)) return false;
  return text.find(" AND ") != std::string::npos || text.find(" OR ") != std::string::npos ||
         text.find("NOT ") != std::string::npos;
}

}  // namespace

std::string print(const Node& node) {
  const std::string text = Printer(depth(node) <= deepest_clear).print(node);
  return would_lose_operators(text) ? '(' + text + ')' : text;
}

}  // namespace dateline::searcher
