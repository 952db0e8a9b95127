#include "indexer/input/html_content.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string_view>

namespace dateline::indexer {
namespace {

constexpr std::size_t most_removed = 200;      // parts a page lists as lost
constexpr std::size_t longest_removed = 4000;  // bytes of one of them

enum class Fate : std::uint8_t { kept, lost, ignored };  // lost: a person would miss it; ignored: nobody would

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Words of class and id attributes: "share-bar article__related" -> share bar article related
bool has_word(std::string_view words, std::initializer_list<std::string_view> wanted) {
  std::string word;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    const bool inside = i < words.size() && std::isalnum(static_cast<unsigned char>(words[i]));
    if (inside) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(words[i])));
    } else if (!word.empty()) {
      if (is_one_of(word, wanted)) return true;
      word.clear();
    }
  }
  return false;
}

Fate fate_of(const HtmlNode& node) {
  if (is_one_of(node.tag, {"script", "style", "noscript", "template", "svg", "iframe", "head", "button", "select",
                           "input", "textarea", "object", "canvas", "audio", "video"}))
    return Fate::ignored;
  if (is_one_of(node.tag, {"nav", "menu"}) || node.attribute("role") == "navigation") return Fate::ignored;
  if (is_one_of(node.tag, {"aside", "footer", "figcaption", "form", "dialog"}) ||
      node.attribute("role") == "complementary")
    return Fate::lost;
  if (node.attribute("aria-hidden") == "true" || node.attribute("hidden") == "hidden") return Fate::lost;
  if (is_one_of(node.tag, {"html", "body", "article", "main", "p"}) && node.tag != "p") return Fate::kept;
  for (const std::string_view names : {node.attribute("class"), node.attribute("id")}) {
    if (names.empty()) continue;
    if (has_word(names, {"nav", "menu", "navbar", "gnav", "breadcrumb", "breadcrumbs", "topbar", "pagination", "skip"}))
      return Fate::ignored;
    if (has_word(names, {"ad",        "ads",          "advert",          "advertisement", "banner",
                         "sponsor",   "sponsored",    "promo",           "promotion",     "newsletter",
                         "subscribe", "subscription", "paywall",         "cookie",        "cookies",
                         "consent",   "gdpr",         "share",           "sharing",       "social",
                         "related",   "recommended",  "recommendations", "more",          "teaser",
                         "teasers",   "ranking",      "trending",        "popular",       "comment",
                         "comments",  "disqus",       "sidebar",         "footer",        "foot",
                         "infobox",   "factbox",      "popup",           "modal",         "pull",
                         "pullquote", "caption",      "copyright",       "outbrain",      "taboola"}))
      return Fate::lost;
  }
  return Fate::kept;
}

bool is_block(std::string_view tag) {
  return is_one_of(
      tag, {"p",  "div", "h1", "h2",    "h3",         "h4",      "h5",      "h6",      "li",      "ul",     "ol",
            "tr", "td",  "th", "table", "blockquote", "section", "article", "main",    "header",  "figure", "br",
            "hr", "pre", "dl", "dt",    "dd",         "body",    "time",    "address", "details", "summary"});
}

struct Block {
  std::string text;
  std::size_t link_bytes = 0;
  std::uint32_t parent = 0;  // the element that it stands in
  std::uint32_t at = 0;      // of its first text node
};

// Lines of the page in order, with what belongs to each; the tree is walked once, flat.
class BlockWalk {
 public:
  BlockWalk(const std::vector<HtmlNode>& nodes, PageText& page) : nodes_(nodes), page_(page) {}

  std::vector<Block> run() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      while (!open.empty() && nodes_[open.back()].end <= i) close(open);
      const HtmlNode& node = nodes_[i];
      if (node.kind == HtmlNode::Kind::text) {
        add_text(node.text, i);
        continue;
      }
      const Fate fate = fate_of(node);
      if (fate != Fate::kept) {
        if (fate == Fate::lost) lose(i);
        if (is_block(node.tag)) finish();
        i = node.end - 1;
        continue;
      }
      if (is_block(node.tag)) finish();
      if (node.tag == "a") ++links_;
      open.push_back(i);
    }
    finish();
    return std::move(blocks_);
  }

 private:
  void close(std::vector<std::uint32_t>& open) {
    const HtmlNode& node = nodes_[open.back()];
    if (node.tag == "a") --links_;
    if (is_block(node.tag)) finish();
    open.pop_back();
  }

  void add_text(std::string_view text, std::uint32_t at) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (blank && (block_.text.empty() || block_.text.back() == ' ')) continue;
      if (block_.text.empty()) {
        block_.at = at;
        block_.parent = nodes_[at].parent;
      }
      block_.text += blank ? ' ' : c;
      block_.link_bytes += links_ > 0 && !blank;
    }
  }

  void finish() {
    if (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  void lose(std::uint32_t at) {
    if (page_.removed.size() >= most_removed) return;
    std::string text;
    for (std::uint32_t i = at; i < nodes_[at].end && text.size() < longest_removed; ++i) {
      if (nodes_[i].kind == HtmlNode::Kind::element) {
        if (fate_of(nodes_[i]) == Fate::ignored)
          i = nodes_[i].end - 1;
        else if (is_block(nodes_[i].tag) && !text.empty())
          text += ' ';
        continue;
      }
      text += nodes_[i].text;
    }
    std::string folded;
    for (const char c : text)
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
        folded += c;
      else if (!folded.empty() && folded.back() != ' ')
        folded += ' ';
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    if (!folded.empty()) page_.removed.push_back(std::move(folded));
  }

  const std::vector<HtmlNode>& nodes_;
  PageText& page_;
  std::vector<Block> blocks_;
  Block block_;
  int links_ = 0;
};

bool ends_as_sentence(std::string_view text) {
  while (!text.empty()) {
    for (const std::string_view closer : {"\"", "'", ")", "]", "»", "”", "’", "“", "」", "』", "）"})
      if (text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        goto again;
      }
    break;
  again:;
  }
  for (const std::string_view stop : {".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔", ":"})
    if (text.ends_with(stop)) return true;
  return false;
}

bool is_link_like(const Block& block) { return block.link_bytes * 2 > block.text.size(); }

// Names of writers are often links to their other articles.
bool names_the_writer(const HtmlNode& node) {
  return has_word(node.attribute("class"), {"byline", "author", "authors", "meta"}) ||
         node.attribute("rel") == "author";
}

// Worth of a block for the scoring: prose has length and commas, and is not made of links.
double prose_score(const Block& block) {
  if (is_link_like(block) || block.text.size() < 25) return 0;
  const auto commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
  double score = 1 + commas + std::min(3.0, static_cast<double>(block.text.size()) / 100);
  if (!ends_as_sentence(block.text)) score /= 2;
  return score;
}

bool is_marked_content(const HtmlNode& node) {
  if (node.attribute("itemprop") == "articleBody" || node.tag == "article") return true;
  for (const std::string_view name :
       {"article-body", "articlebody", "article__body", "article-content", "article__content", "entry-content",
        "post-content", "story-body", "story-content", "storytext", "article-text", "articletext", "text-content",
        "post-body", "news-text", "content-body", "td-post-content"})
    for (const std::string_view attribute : {node.attribute("class"), node.attribute("id")}) {
      const std::size_t at = attribute.find(name);
      const std::size_t end = at + name.size();
      if (at != std::string_view::npos && (at == 0 || attribute[at - 1] == ' ') &&
          (end == attribute.size() || attribute[end] == ' '))
        return true;
    }
  return false;
}

// Bytes of the blocks that each element holds, links counted or not.
struct Weights {
  std::vector<double> score;
  std::vector<std::size_t> bytes;
};

double own_and_inherited(const std::vector<HtmlNode>& nodes, const std::vector<Block>& blocks, Weights& weights) {
  double all = 0;
  weights.score.assign(nodes.size(), 0);
  weights.bytes.assign(nodes.size(), 0);
  for (const Block& block : blocks) {
    const double score = prose_score(block);
    all += score;
    double part = score;
    int level = 0;
    for (std::uint32_t at = block.parent;; at = nodes[at].parent, ++level) {
      weights.bytes[at] += block.text.size();
      // Readability gives the parent all, the grandparent half, then less and less; inline elements do not count.
      if (is_block(nodes[at].tag) && nodes[at].tag != "p" && level < 8) {
        weights.score[at] += part;
        part /= 2;
      }
      if (nodes[at].parent == at) break;
    }
  }
  return all;
}

double prose_inside(const HtmlNode& node, std::size_t index, const std::vector<Block>& blocks) {
  double score = 0;
  for (const Block& block : blocks)
    if (block.at > index && block.at < node.end) score += prose_score(block);
  return score;
}

// The marked region with most prose, if it has at least half of the page's.
std::uint32_t marked_region(const std::vector<HtmlNode>& nodes, const std::vector<Block>& blocks, double all) {
  std::uint32_t best = 0;
  double best_score = 0;
  int tried = 0;
  for (std::uint32_t i = 0; i < nodes.size() && tried < 50; ++i) {
    if (nodes[i].kind != HtmlNode::Kind::element || !is_marked_content(nodes[i])) continue;
    ++tried;
    const double score = prose_inside(nodes[i], i, blocks);
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best_score * 2 >= all ? best : 0;
}

std::uint32_t scored_region(const std::vector<HtmlNode>& nodes, const Weights& weights) {
  std::uint32_t best = 0;
  for (std::uint32_t i = 1; i < nodes.size(); ++i)
    if (weights.score[i] > weights.score[best]) best = i;
  return best;
}

// Headline, byline and date often stand beside the region, in its parent: take them in while they add little.
std::uint32_t with_head(const std::vector<HtmlNode>& nodes, const Weights& weights, std::uint32_t region) {
  std::uint32_t at = region;
  for (int steps = 0; steps < 3 && nodes[at].parent != at; ++steps) {
    const std::uint32_t parent = nodes[at].parent;
    if (weights.bytes[parent] > weights.bytes[region] + weights.bytes[region] / 5 + 120) break;
    at = parent;
  }
  return at;
}

}  // namespace

PageText main_text(const std::vector<HtmlNode>& nodes) {
  PageText page;
  std::vector<Block> blocks = BlockWalk(nodes, page).run();
  Weights weights;
  const double all = own_and_inherited(nodes, blocks, weights);
  std::uint32_t region = marked_region(nodes, blocks, all);
  if (region == 0) region = scored_region(nodes, weights);
  region = with_head(nodes, weights, region);
  for (const Block& block : blocks) {
    const bool inside = block.at > region && block.at < nodes[region].end;
    if (inside && (!is_link_like(block) || ends_as_sentence(block.text) || names_the_writer(nodes[block.parent]))) {
      if (!page.text.empty()) page.text += "\n\n";
      page.text += block.text;
    } else if (page.removed.size() < most_removed) {
      page.removed.push_back(block.text.substr(0, longest_removed));
    }
  }
  return page;
}

}  // namespace dateline::indexer
