#include "indexer/input/html_blocks.hpp"

#include <initializer_list>

namespace dateline::indexer {
namespace {

// A line before a <br> that is no longer than this is a line of its own: a name, a date, a verse.
constexpr std::size_t short_line = 70;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends, std::size_t& length) {
  for (const std::string_view end : ends)
    if (text.ends_with(end)) {
      length = end.size();
      return true;
    }
  return false;
}

bool ends_as_sentence(std::string_view text) {
  std::size_t length = 0;
  while (ends_with_any(text, {"\"", "'", ")", "]", " ", "»", "”", "’", "“", "」", "』", "）", "\u00A0"}, length))
    text.remove_suffix(length);
  return ends_with_any(text, {".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔", ":"}, length);
}

// Thai, Lao, Khmer and Burmese have no full stop.
bool is_unpunctuated(std::string_view text) {
  std::size_t dense = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]), second = static_cast<unsigned char>(text[i + 1]);
    dense += (first == 0xE0 && second >= 0xB8 && second <= 0xBB) ||
             (first == 0xE1 && ((second >= 0x80 && second <= 0x82) || second == 0x9E || second == 0x9F));
  }
  return dense * 6 > text.size();
}

std::uint32_t weigh(std::string_view text) {
  std::uint32_t weight = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      weight += (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    else if (byte >= 0xE3 && byte <= 0xED)
      weight += 3;  // Kana, Han, Hangul
    else if (byte >= 0xC3 && byte != 0xE2)
      weight += 1;
  }
  return weight;
}

class BlockReader {
 public:
  explicit BlockReader(const HtmlNodes& nodes) : nodes_(nodes) {
    page_.roles.resize(nodes.size(), Role::plain);
    page_.marked.resize(nodes.size(), 0);
  }

  PageBlocks run() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      while (!open_.empty() && nodes_[open_.back()].end <= i) close();
      if (nodes_[i].kind == HtmlNode::Kind::text)
        add_text(nodes_[i].text, i);
      else
        i = enter(i);
    }
    finish();
    return std::move(page_);
  }

 private:
  // The last node that is done.
  std::uint32_t enter(std::uint32_t i) {
    const HtmlNode& node = nodes_[i];
    if (node.tag == "br") {
      end_line();
      return i;
    }
    const Naming naming = naming_of(node);
    const Role role = page_.roles[i] = naming.role;
    page_.marked[i] = naming.article;
    const bool block = is_block_element(node.tag);
    // What may be cut out must be a block of its own.
    if (block || (role >= Role::perhaps && node.tag != "a")) finish();
    if (role == Role::nothing) return node.end - 1;
    if (node.tag == "a") ++links_;
    if (block) blocks_.push_back(i);
    open_.push_back(i);
    return i;
  }

  void close() {
    const HtmlNode& node = nodes_[open_.back()];
    if (node.tag == "a") --links_;
    const bool block = is_block_element(node.tag);
    if (block || (page_.roles[open_.back()] >= Role::perhaps && node.tag != "a")) finish();
    if (block) blocks_.pop_back();
    open_.pop_back();
  }

  // Old pages wrap lines with <br>, and end paragraphs with two of them.
  void end_line() {
    if (block_.text.empty()) return;
    const bool doubled = broken_;
    broken_ = true;
    if (doubled || block_.text.size() <= short_line || ends_as_sentence(block_.text))
      finish();
    else if (block_.text.back() != ' ')
      block_.text += ' ';
  }

  void add_text(std::string_view text, std::uint32_t at) {
    for (std::size_t i = 0; i < text.size();) {
      if (is_blank(text[i])) {
        if (!block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < text.size() && !is_blank(text[end])) ++end;
      if (block_.text.empty()) begin(at);
      block_.text += text.substr(i, end - i);
      if (links_ > 0) block_.link_bytes += end - i;
      broken_ = false;
      i = end;
    }
  }

  void begin(std::uint32_t at) {
    block_.at = at;
    block_.parent = nodes_[at].parent;
    block_.kind = kind();
    if (block_.kind == PageBlock::Kind::heading)
      block_.level = static_cast<std::uint8_t>(nodes_[blocks_.back()].tag[1] - '0');
  }

  PageBlock::Kind kind() const {
    if (blocks_.empty()) return PageBlock::Kind::line;
    const std::string_view tag = nodes_[blocks_.back()].tag;
    if (is_heading_element(tag)) return PageBlock::Kind::heading;
    if (tag == "p" || tag == "blockquote" || tag == "pre") return PageBlock::Kind::paragraph;
    if (tag == "li" || tag == "dt" || tag == "dd") return PageBlock::Kind::item;
    if (tag == "td" || tag == "th") return PageBlock::Kind::cell;
    return PageBlock::Kind::line;
  }

  void finish() {
    while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    if (!block_.text.empty()) {
      block_.weight = weigh(block_.text);
      block_.sentence = ends_as_sentence(block_.text) || (block_.weight >= 50 && is_unpunctuated(block_.text));
      page_.blocks.push_back(std::move(block_));
    }
    block_ = {};
    broken_ = false;
  }

  const HtmlNodes& nodes_;
  PageBlocks page_;
  PageBlock block_;
  std::vector<std::uint32_t> open_;    // elements, outermost first
  std::vector<std::uint32_t> blocks_;  // the block elements among them
  int links_ = 0;
  bool broken_ = false;  // a <br> since the last word
};

}  // namespace

PageBlocks read_blocks(const HtmlNodes& nodes) { return BlockReader(nodes).run(); }

std::string inner_text(const HtmlNodes& nodes, std::size_t at) {
  std::string text;
  for (std::size_t i = at; i < nodes[at].end; ++i) {
    if (nodes[i].tag == "br") text += ' ';
    for (const char c : nodes[i].text)
      if (!is_blank(c))
        text += c;
      else if (!text.empty() && text.back() != ' ')
        text += ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

bool names_year(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_digit(text[i])) {
      ++digits;
      continue;
    }
    if (digits == 4 && (text.substr(i - 4, 2) == "19" || text.substr(i - 4, 2) == "20")) return true;
    digits = 0;
  }
  return false;
}

}  // namespace dateline::indexer
