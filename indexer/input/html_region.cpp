#include "indexer/input/html_region.hpp"

#include <algorithm>
#include <numeric>

#include "indexer/input/html_threads.hpp"
#include "indexer/input/html_titles.hpp"

namespace dateline::indexer {
namespace {

constexpr std::uint64_t least_article = 200;  // weight below which an answer is doubted
constexpr std::int64_t largest_teaser = 150;  // weight of the prose of a teaser of another article
constexpr std::int64_t largest_told = 900;    // weight of the prose of one in a row of teasers
constexpr std::size_t fewest_in_row = 3;
constexpr std::int64_t most_of_letterbox = 120;        // weight of the prose around a form
constexpr std::int64_t most_of_caption = 160;          // weight of the prose with a picture
constexpr std::size_t most_lines_below_headline = 12;  // before the first paragraph
constexpr int most_levels_joined = 4;                  // above the chosen element

enum class Trust : std::uint8_t { all_hints, navigation_only };

// Sums over subtrees, from sums over the nodes before.
class SubtreeSums {
 public:
  explicit SubtreeSums(const HtmlNodes& nodes) : nodes_(nodes), before_(nodes.size() + 1, 0) {}

  void add(std::uint32_t node, std::int64_t amount) { before_[node + 1] += amount; }
  void finish() { std::partial_sum(before_.begin(), before_.end(), before_.begin()); }
  std::int64_t of(std::uint32_t node) const { return before_[nodes_[node].end] - before_[node]; }
  std::int64_t between(std::uint32_t from, std::uint32_t to) const { return before_[to] - before_[from]; }
  std::int64_t all() const { return before_.back(); }

 private:
  const HtmlNodes& nodes_;
  std::vector<std::int64_t> before_;
};

std::int64_t worth(const PageBlock& block) {
  const std::int64_t weight = block.weight;
  if (block.is_linked()) return block.sentence ? -weight / 2 : -weight - 10;
  if (block.is_prose()) return weight;
  if (block.sentence && weight >= 15) return weight / 2;
  return block.kind == PageBlock::Kind::line ? -10 : -2;
}

class RegionFinder {
 public:
  RegionFinder(const HtmlNodes& nodes, const PageBlocks& page, std::string_view title, Trust trust)
      : nodes_(nodes),
        page_(page),
        trust_(trust),
        prose_(nodes),
        worth_(nodes),
        marks_(nodes),
        linked_headings_(nodes),
        headings_(nodes) {
    for (const PageBlock& block : page.blocks)
      if (block.is_prose()) prose_.add(block.at, block.weight);
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
      if (page.marked[i]) marks_.add(i, 1);
    prose_.finish();
    marks_.finish();
    find_headline(letters_of(title));
  }

  PageRegion run() {
    cut_hinted();
    cut_teasers();
    cut_teaser_rows();
    for (const std::uint32_t thread : find_threads(nodes_, page_, headline_)) cut_[thread] = 1;
    cut_letterboxes();
    measure();
    const std::uint32_t top = worthiest();
    std::uint32_t start = worthiest_marked();
    const bool marked = start != 0 && worth_.of(start) * 2 >= worth_.of(top);
    start = descend(marked ? start : top, marked ? 0.9 : 0.6);
    ranges_.push_back(start);
    join_around(start, marked);
    return result();
  }

 private:
  // The <h1> (or another heading) that says what the page's title says; else the one <h1> that there is.
  void find_headline(const std::string& title) {
    std::uint32_t only = 0, same = 0;
    int count = 0;
    bool equal = false;
    for (const PageBlock& block : page_.blocks) {
      if (block.kind != PageBlock::Kind::heading || block.level > 3) continue;
      if (block.level == 1 && ++count == 1) only = block.at;
      if (equal || title.empty()) continue;
      const std::string letters = letters_of(block.text);
      if (letters == title) {
        same = block.at;
        equal = true;
      } else if (same == 0 && letters.size() >= 8 &&
                 (title.find(letters) != std::string::npos || letters.find(title) != std::string::npos)) {
        same = block.at;
      }
    }
    headline_ = same ? same : count == 1 ? only : 0;
  }

  bool holds_headline(std::uint32_t node) const { return headline_ > node && headline_ < nodes_[node].end; }

  // What hints say is beside the article, unless it holds so much that the hint must mean something else.
  void cut_hinted() {
    cut_.assign(nodes_.size(), 0);
    const std::int64_t outside = prose_outside_beside();
    for (std::uint32_t i = 1; i < nodes_.size(); ++i)
      if (is_cut(i, outside)) {
        cut_[i] = 1;
        i = nodes_[i].end - 1;
      }
  }

  std::int64_t prose_outside_beside() const {
    std::int64_t all = prose_.all();
    for (std::uint32_t i = 1; i < nodes_.size(); ++i)
      if (page_.roles[i] >= Role::beside) {
        all -= prose_.of(i);
        i = nodes_[i].end - 1;
      }
    return all * 4 < prose_.all() ? prose_.all() : all;
  }

  bool is_cut(std::uint32_t node, std::int64_t outside) const {
    const Role role = page_.roles[node];
    if (role < Role::picture || holds_headline(node)) return false;
    const std::int64_t prose = prose_.of(node);
    if (role == Role::furniture) return marks_.of(node) == 0 || prose * 2 < prose_.all();
    if (trust_ == Trust::navigation_only) return false;
    if (role == Role::picture) return prose < most_of_caption;
    if (role == Role::beside) return marks_.of(node) == 0 || prose * 2 < prose_.all();
    if (nodes_[node].tag == "p" && prose >= 80) return false;
    return prose < 100 || prose * 10 < outside * 3;
  }

  // A small element with a heading that is a link is the way to another article, whatever it says below.
  void cut_teasers() {
    for (const PageBlock& block : page_.blocks) {
      if (block.kind != PageBlock::Kind::heading || !block.is_linked() || block.at == headline_) continue;
      std::uint32_t teaser = 0;
      for (std::uint32_t i = nodes_[block.parent].parent; nodes_[i].parent != i; i = nodes_[i].parent) {
        if (cut_[i] || holds_headline(i) || prose_.of(i) > largest_teaser || is_page_part(nodes_[i].tag)) break;
        if (nodes_[i].tag != "a" && !is_heading_element(nodes_[i].tag)) teaser = i;
      }
      if (teaser != 0 && prose_.of(teaser) * 3 < prose_.all()) cut_[teaser] = 1;
    }
  }

  // A row of neighbours alike, each headed by a link, away from the text below the headline: other articles, however
  // much is told of each. In one element with that text they may be its parts.
  void cut_teaser_rows() {
    const std::uint32_t first = first_prose();
    if (first == 0) return;
    std::uint32_t seen = 0;
    for (const PageBlock& block : page_.blocks) {
      if (block.at < first || block.at < seen || block.kind != PageBlock::Kind::heading || !block.is_linked()) continue;
      const std::uint32_t unit = unit_of(block.parent, first);
      if (unit == 0) continue;
      std::vector<std::uint32_t> row;
      for (std::uint32_t i = unit; i < nodes_[nodes_[unit].parent].end; i = std::max(nodes_[i].end, i + 1))
        if (has_same_name(i, unit) && prose_.of(i) < largest_told) row.push_back(i);
      seen = nodes_[row.empty() ? unit : row.back()].end;
      if (row.size() >= fewest_in_row)
        for (const std::uint32_t one : row) cut_[one] = 1;
    }
  }

  // The first of an article below its headline, 0 when there is none.
  std::uint32_t first_prose() const {
    if (headline_ == 0) return 0;
    for (const PageBlock& block : page_.blocks)
      if (block.at > headline_ && block.is_prose() && !is_inside_cut(block.parent)) return block.at;
    return 0;
  }

  bool is_inside_cut(std::uint32_t node) const {
    for (; nodes_[node].parent != node; node = nodes_[node].parent)
      if (cut_[node]) return true;
    return false;
  }

  // The outermost element around a linked heading that has prose and neighbours with its name; 0 when it shares an
  // element that says that it is an article, or its parent, with the first prose.
  std::uint32_t unit_of(std::uint32_t heading, std::uint32_t first) const {
    std::uint32_t unit = 0;
    for (std::uint32_t i = heading; nodes_[i].parent != i; i = nodes_[i].parent) {
      const std::uint32_t parent = nodes_[i].parent;
      const bool shared = parent < first && first < nodes_[parent].end;
      if (shared) {
        for (std::uint32_t above = parent; nodes_[above].parent != above; above = nodes_[above].parent)
          if (page_.marked[above]) return 0;
        return unit;
      }
      if (unit == 0 && prose_.of(i) > 0 && !nodes_[i].attribute("class").empty()) unit = i;
    }
    return 0;
  }

  // A small element with a form to fill in: "Our letter, every morning".
  void cut_letterboxes() {
    for (std::uint32_t form = 1; form < nodes_.size(); ++form) {
      if (nodes_[form].tag != "form") continue;
      std::uint32_t box = 0;
      for (std::uint32_t i = form; nodes_[i].parent != i; i = nodes_[i].parent) {
        if (holds_headline(i) || prose_.of(i) > most_of_letterbox || is_page_part(nodes_[i].tag) || marks_.of(i) > 0)
          break;
        box = i;
      }
      if (box != 0 && prose_.of(box) * 3 < prose_.all()) cut_[box] = 1;
    }
  }

  static bool is_page_part(std::string_view tag) { return tag == "body" || tag == "html" || tag == "main"; }

  void measure() {
    // Cut elements inside cut elements are found by their outermost one.
    cut_from_.assign(nodes_.size(), 0);
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      const std::uint32_t above = cut_from_[nodes_[i].parent];
      cut_from_[i] = above ? above : cut_[i] ? i : 0;
    }
    for (const PageBlock& block : page_.blocks) {
      if (cut_from_[block.at]) continue;
      worth_.add(block.at, worth(block));
      if (block.kind != PageBlock::Kind::heading) continue;
      headings_.add(block.at, 1);
      if (block.is_linked()) linked_headings_.add(block.at, 1);
    }
    worth_.finish();
    linked_headings_.finish();
    headings_.finish();
  }

  std::uint32_t worthiest() const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < nodes_.size(); ++i)
      if (is_container(i) && worth_.of(i) >= worth_.of(best)) best = i;  // the innermost of equals
    return best;
  }

  std::uint32_t worthiest_marked() const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < nodes_.size(); ++i)
      if (page_.marked[i] && !cut_from_[i] && is_container(i) && (best == 0 || worth_.of(i) > worth_.of(best)))
        best = i;
    return best;
  }

  bool is_container(std::uint32_t i) const {
    const std::string_view tag = nodes_[i].tag;
    return nodes_[i].kind == HtmlNode::Kind::element && tag != "p" && tag != "li" && tag != "a" &&
           !is_heading_element(tag) && (is_block_element(tag) || nodes_[i].end - i > 3);
  }

  // Into the child that has nearly all.
  std::uint32_t descend(std::uint32_t node, double share) const {
    for (;;) {
      std::uint32_t next = 0;
      const auto least = static_cast<std::int64_t>(static_cast<double>(worth_.of(node)) * share);
      for (std::uint32_t i = node + 1; i < nodes_[node].end; i = std::max(nodes_[i].end, i + 1))
        if (is_container(i) && worth_.of(i) >= std::max<std::int64_t>(least, 1)) next = i;
      if (next == 0) return node;
      node = next;
    }
  }

  // Articles are spread over neighbours: parts between advertisements, posts of a live page.
  void join_around(std::uint32_t start, bool marked) {
    std::uint32_t level = start;
    for (int step = 0; step < most_levels_joined && nodes_[level].parent != level; ++step) {
      const std::uint32_t parent = nodes_[level].parent;
      for (std::uint32_t i = parent + 1; i < nodes_[parent].end; i = std::max(nodes_[i].end, i + 1))
        if (i != level && joins(i, level, start, marked)) ranges_.push_back(i);
      if (is_page_part(nodes_[parent].tag)) break;
      if (nodes_[parent].tag == "article" && !marked) marked = true;  // what lies outside is another article
      level = parent;
    }
  }

  bool joins(std::uint32_t other, std::uint32_t level, std::uint32_t start, bool marked) const {
    if (cut_from_[other] || nodes_[other].kind != HtmlNode::Kind::element) return false;
    const std::int64_t prose = prose_.of(other), own = worth_.of(other);
    if (prose < 50 || own <= 0 || linked_headings_.of(other) > 0) return false;
    if (has_same_name(other, level)) return true;
    if (marked) return false;
    if (nodes_[other].tag == "p" || nodes_[other].tag == "blockquote") return true;
    if (nodes_[other].tag == "article" || nodes_[other].tag == "li" || nodes_[other].tag == "td") return false;
    if (holds_headline(level)) return false;              // what it is the headline of stands with it
    if (headings_.of(other) * 200 > prose) return false;  // cards, each with its title
    return own >= 200 && own * 10 >= worth_.of(start) && own * 5 >= prose * 4;
  }

  bool has_same_name(std::uint32_t a, std::uint32_t b) const {
    const std::string_view name = nodes_[a].attribute("class");
    return nodes_[a].tag == nodes_[b].tag && !name.empty() && name == nodes_[b].attribute("class");
  }

  PageRegion result() {
    PageRegion region;
    std::vector<char> inside(nodes_.size(), 0);
    for (const std::uint32_t range : ranges_) std::fill(inside.begin() + range, inside.begin() + nodes_[range].end, 1);
    for (const PageBlock& block : page_.blocks) {
      const bool in = inside[block.at] && !cut_from_[block.at];
      region.in_article.push_back(in);
      region.cut_from.push_back(cut_from_[block.at]);
      if (in && block.is_prose()) region.prose += block.weight;
    }
    region.headline = headline_;
    return region;
  }

  const HtmlNodes& nodes_;
  const PageBlocks& page_;
  Trust trust_;
  SubtreeSums prose_, worth_, marks_, linked_headings_, headings_;
  std::vector<char> cut_;                // of each node
  std::vector<std::uint32_t> cut_from_;  // of each node: itself or its outermost cut ancestor
  std::vector<std::uint32_t> ranges_;    // elements that are the article
  std::uint32_t headline_ = 0;
};

// A short article is one if it stands below its headline.
bool follows_headline(const PageBlocks& page, const PageRegion& region) {
  if (region.headline == 0) return false;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < page.blocks.size() && lines < most_lines_below_headline; ++i) {
    if (page.blocks[i].at <= region.headline) continue;
    if (region.in_article[i] && page.blocks[i].is_prose()) return true;
    ++lines;
  }
  return false;
}

}  // namespace

PageRegion find_region(const HtmlNodes& nodes, const PageBlocks& page, std::string_view title) {
  PageRegion region = RegionFinder(nodes, page, title, Trust::all_hints).run();
  if (region.prose >= least_article || (region.prose > 0 && follows_headline(page, region))) return region;
  // Little is left: perhaps the names of the page's elements mean something else than elsewhere.
  PageRegion other = RegionFinder(nodes, page, title, Trust::navigation_only).run();
  return other.prose > region.prose * 2 ? other : region;
}

}  // namespace dateline::indexer
