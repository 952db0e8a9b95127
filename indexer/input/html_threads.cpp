#include "indexer/input/html_threads.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t longest_label = 60;    // weight of a time, a name, a button
constexpr std::uint64_t least_article = 60;    // weight of the prose above a thread
constexpr std::size_t fewest_comments = 3;     // without a heading
constexpr std::size_t longest_compared = 120;  // bytes
constexpr int most_attempts = 12;              // a page of buttons is not searched from each of them

using Set = std::unordered_set<std::string_view>;

const Set& words_for_comments() {
  static const Set words = {"comment",       "comments",    "responses",   "replies",      "kommentare",   "kommentar",
                            "kommentarer",   "comentarios", "comentários", "comentarii",   "commentaires", "commenti",
                            "reacties",      "opmerkingen", "komentarze",  "komentáře",    "komentari",    "kommentit",
                            "hozzászólások", "yorumlar",    "комментарии", "комментариев", "коментарі",    "коментари",
                            "σχόλια",        "تعليقات",     "التعليقات",   "نظرات",        "תגובות",       "评论",
                            "評論",          "留言",        "コメント",    "댓글"};
  return words;
}

// What may stand beside such a word: "Leave a comment", "3 thoughts, 12 comments so far".
const Set& words_beside() {
  static const Set words = {"leave", "a",  "your", "all",  "the",  "readers", "reader", "user", "latest", "post",
                            "to",    "so", "far",  "view", "show", "add",     "write",  "no",   "top"};
  return words;
}

const Set& words_for_reply() {
  static const Set words = {"reply",        "répondre",   "antworten", "responder", "rispondi", "odpowiedz",
                            "beantwoorden", "svara",      "svar",      "vastaa",    "yanıtla",  "cevapla",
                            "ответить",     "відповісти", "odpovědět", "răspunde",  "balas",    "رد",
                            "پاسخ",         "השב",        "回复",      "回覆",      "返信",     "답글"};
  return words;
}

// Lower case as far as ASCII goes; what else is listed is written as pages write it.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text.substr(0, longest_compared)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// "Comments (3)", "12 Responses to ...", "Leave a comment".
bool announces_comments(const PageBlock& block) {
  if (block.weight > longest_label * 2 || block.text.size() > longest_compared) return false;
  const std::vector<std::string> words = words_of(block.text);
  if (words.empty() || words.size() > 20) return false;
  for (const std::string& word : words) {
    if (words_for_comments().count(word) > 0) return words.size() <= 4 || word == "responses" || word == "comments";
    if (words_beside().count(word) == 0) return false;
  }
  return false;
}

bool is_reply(const PageBlock& block) {
  if (block.weight > longest_label || block.is_prose()) return false;
  const std::vector<std::string> words = words_of(block.text);
  return words.size() <= 8 && std::any_of(words.begin(), words.end(),
                                          [](const std::string& word) { return words_for_reply().count(word) > 0; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "14:05", or a year, in a line that is no prose.
bool is_time(const PageBlock& block) {
  if (block.weight > longest_label || block.is_prose()) return false;
  const std::string_view text = block.text;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i)
    if (is_digit(text[i]) && text[i + 1] == ':' && is_digit(text[i + 2]) && is_digit(text[i + 3])) return true;
  return names_year(text);
}

class ThreadFinder {
 public:
  ThreadFinder(const HtmlNodes& nodes, const PageBlocks& page, std::uint32_t headline)
      : nodes_(nodes), blocks_(page.blocks), headline_(headline) {}

  std::vector<std::uint32_t> run() {
    std::uint64_t prose = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const PageBlock& block = blocks_[i];
      if (block.at <= headline_ && headline_ != 0) continue;
      if (block.at < behind_) continue;
      if (prose >= least_article && attempts_ < most_attempts) {
        const bool heading = block.kind == PageBlock::Kind::heading;
        if (announces_comments(block) && (heading || !block.is_linked())) take_behind(block);
        if (is_reply(block)) take_alike(block);
      }
      if (block.is_prose()) prose += block.weight;
    }
    return std::move(threads_);
  }

 private:
  std::size_t first_block_of(std::uint32_t node) const {
    const auto found = std::lower_bound(blocks_.begin(), blocks_.end(), node,
                                        [](const PageBlock& block, std::uint32_t at) { return block.at < at; });
    return static_cast<std::size_t>(found - blocks_.begin());
  }

  template <class Test>
  bool has(std::uint32_t node, Test test) const {
    for (std::size_t i = first_block_of(node); i < blocks_.size() && blocks_[i].at < nodes_[node].end; ++i)
      if (test(blocks_[i])) return true;
    return false;
  }

  static bool is_prose(const PageBlock& block) { return block.is_prose(); }

  bool is_page_part(std::uint32_t node) const { return nodes_[node].tag == "body" || nodes_[node].tag == "html"; }

  std::uint32_t next_of(std::uint32_t node) const {
    const std::uint32_t next = nodes_[node].end;
    return next < nodes_[nodes_[node].parent].end ? next : 0;
  }

  // The heading's element, without prose of its own, and what follows it there, if that has times.
  void take_behind(const PageBlock& heading) {
    ++attempts_;
    std::uint32_t top = heading.parent;
    while (nodes_[top].parent != top && !has_prose_behind(top)) {
      top = nodes_[top].parent;
      if (is_page_part(top) || has(top, is_prose)) return;
    }
    bool timed = false;
    for (std::uint32_t i = next_of(top); i != 0; i = next_of(i)) timed = timed || has(i, is_time) || has(i, is_reply);
    if (!timed) return;
    for (std::uint32_t i = top; i != 0; i = next_of(i)) take(i);
  }

  bool has_prose_behind(std::uint32_t node) const {
    for (std::uint32_t i = next_of(node); i != 0; i = next_of(i))
      if (nodes_[i].kind == HtmlNode::Kind::element && has(i, is_prose)) return true;
    return false;
  }

  // From an offer to reply to the row of elements alike.
  void take_alike(const PageBlock& reply) {
    ++attempts_;
    for (std::uint32_t unit = reply.parent; nodes_[unit].parent != unit && !is_page_part(unit);
         unit = nodes_[unit].parent) {
      if (!is_comment(unit)) continue;
      std::vector<std::uint32_t> row;
      for (std::uint32_t i = unit; i != 0; i = next_of(i))
        if (is_alike(i, unit) && is_comment(i)) row.push_back(i);
      if (row.size() < fewest_comments) continue;
      for (const std::uint32_t one : row) take(one);
      return;
    }
  }

  bool is_comment(std::uint32_t node) const {
    return (headline_ < node || headline_ >= nodes_[node].end) && has(node, is_time) && has(node, is_reply);
  }

  bool is_alike(std::uint32_t a, std::uint32_t b) const { return nodes_[a].tag == nodes_[b].tag; }

  void take(std::uint32_t node) {
    threads_.push_back(node);
    behind_ = std::max(behind_, nodes_[node].end);
  }

  const HtmlNodes& nodes_;
  const std::vector<PageBlock>& blocks_;
  const std::uint32_t headline_;
  std::uint32_t behind_ = 0;  // the last thread
  int attempts_ = 0;
  std::vector<std::uint32_t> threads_;
};

}  // namespace

std::vector<std::uint32_t> find_threads(const HtmlNodes& nodes, const PageBlocks& page, std::uint32_t headline) {
  return ThreadFinder(nodes, page, headline).run();
}

}  // namespace dateline::indexer
