#include "indexer/input/html_content.hpp"

#include <algorithm>
#include <numeric>

#include "indexer/input/html_blocks.hpp"
#include "indexer/input/html_region.hpp"
#include "indexer/input/html_stated.hpp"
#include "indexer/input/html_titles.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t most_removed = 200;      // parts a page lists as lost
constexpr std::size_t longest_removed = 4000;  // bytes of one of them
constexpr std::size_t longest_head = 25;       // lines between a headline and its article
constexpr std::uint64_t longest_named = 250;   // weight of a byline, a subtitle
constexpr std::uint32_t longest_date = 40;     // weight of one above a headline
constexpr std::uint64_t least_stated = 150;    // weight of a body worth believing

class ContentReader {
 public:
  ContentReader(const HtmlNodes& nodes, const StatedContent& stated)
      : nodes_(nodes),
        page_(read_blocks(nodes)),
        blocks_(page_.blocks),
        region_(find_region(nodes, page_, stated.title)),
        kept_(region_.in_article),
        writer_(lines_of(Role::writer)),
        subtitle_(lines_of(Role::subtitle)),
        title_(letters_of(stated.title)) {
    use_stated(stated.body);
  }

  PageText run() {
    find_first_prose();
    drop_links();
    drop_loose_lines();
    drop_empty_headings();
    add_head();
    take_subtitle();
    find_first_prose();
    drop_other_headline();
    order_lines();
    return stated_body_.empty() ? written() : stated_only();
  }

 private:
  using Kind = PageBlock::Kind;

  // Lines of elements with that role; one that holds much more is named for something else.
  std::vector<char> lines_of(Role role) const {
    std::vector<std::uint64_t> before(nodes_.size() + 1, 0);
    for (const PageBlock& block : blocks_) before[block.at + 1] += block.weight;
    std::partial_sum(before.begin(), before.end(), before.begin());
    std::vector<char> lines(blocks_.size(), 0), inside(nodes_.size(), 0);
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      const bool named = page_.roles[i] == role || (role == Role::writer && nodes_[i].attribute("rel") == "author");
      inside[i] = inside[nodes_[i].parent] || (named && before[nodes_[i].end] - before[i] < longest_named);
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) lines[i] = inside[blocks_[i].at];
    return lines;
  }

  // A stated body chooses among the page's lines, which have paragraphs; alone it counts only where the page shows
  // next to nothing.
  void use_stated(std::string_view body) {
    const std::uint64_t weight = static_cast<std::uint64_t>(
        std::count_if(body.begin(), body.end(), [](char c) { return c != ' ' && c != '\n'; }));
    if (weight < least_stated) return;
    const StatedLines lines = find_stated(blocks_, body);
    if (lines.shown >= 0.8 && weight * 2 >= region_.prose)
      keep_stated(lines.stated);
    else if (region_.prose * 4 < weight)
      stated_body_ = body;
  }

  // Headings and lists between stated paragraphs are often left out of what is stated.
  void keep_stated(const std::vector<char>& stated) {
    std::vector<std::size_t> between;
    bool begun = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      kept_[i] = stated[i];
      if (!stated[i]) {
        if (begun && region_.in_article[i] && can_be_left_out(blocks_[i])) between.push_back(i);
        continue;
      }
      for (const std::size_t one : between) kept_[one] = 1;
      between.clear();
      begun = true;
    }
  }

  static bool can_be_left_out(const PageBlock& block) {
    return !block.is_linked() &&
           (block.kind == Kind::heading || block.kind == Kind::item || block.kind == Kind::cell || block.weight < 15);
  }

  void find_first_prose() {
    first_ = blocks_.size();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!kept_[i] || !blocks_[i].is_prose() || writer_[i]) continue;
      if (first_ == blocks_.size()) first_ = i;
      last_ = i;
    }
  }

  // A line that is a link leads elsewhere; a sentence with much of a link in it does not.
  void drop_links() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const PageBlock& block = blocks_[i];
      if (!kept_[i] || !block.is_linked() || (writer_[i] && i < first_) || block.at == region_.headline) continue;
      // The heading of a part may be a link to what the part is about.
      const bool heads =
          block.kind == Kind::heading && i + 1 < blocks_.size() && kept_[i + 1] && blocks_[i + 1].is_prose();
      if (heads) continue;
      const bool all = block.link_bytes * 100 >= block.text.size() * 75;
      if (!block.sentence || (all && block.weight < 200)) kept_[i] = 0;
    }
  }

  // Behind the first paragraph what is short, no sentence and no part of a list is a label, a button, a credit.
  void drop_loose_lines() {
    for (std::size_t i = first_ + 1; i < blocks_.size(); ++i) {
      const PageBlock& block = blocks_[i];
      if (!kept_[i]) continue;
      const bool loose = block.kind == Kind::line && !block.sentence && block.weight < 40;
      const bool trailing =
          i > last_ && !block.sentence && block.weight < 60 && block.kind != Kind::item && block.kind != Kind::heading;
      if (loose || trailing || writer_[i]) kept_[i] = 0;
    }
  }

  // "Related stories" above links that are gone.
  void drop_empty_headings() {
    std::uint8_t below = 1;  // level of the next kept line, 7 for text; at the end everything is empty
    for (std::size_t i = blocks_.size(); i-- > first_;) {
      if (!kept_[i]) continue;
      const PageBlock& block = blocks_[i];
      if (block.kind == Kind::heading && (below <= block.level || is_above_links(i))) {
        kept_[i] = 0;
        continue;
      }
      below = block.kind == Kind::heading ? block.level : std::uint8_t{7};
    }
  }

  // "Related" in the middle of an article.
  bool is_above_links(std::size_t heading) const {
    const std::size_t next = heading + 1;
    return next < blocks_.size() && !kept_[next] && blocks_[next].is_linked() && blocks_[heading].weight < 40;
  }

  // Headline, byline and date often stand beside the article's element.
  void add_head() {
    const auto found = std::find(kept_.begin(), kept_.end(), 1);
    const auto begin = static_cast<std::size_t>(found - kept_.begin());
    if (begin == blocks_.size()) return;
    std::size_t from = begin;
    if (region_.headline != 0) {
      while (from > 0 && blocks_[from - 1].at >= region_.headline) --from;
    } else {
      const std::uint32_t around = small_surroundings(begin);
      while (from > 0 && blocks_[from - 1].at > around) --from;
    }
    if (begin - from > longest_head) return;
    add_date_above(from);
    for (std::size_t i = from; i < begin; ++i)
      kept_[i] = !region_.cut_from[i] && (!blocks_[i].is_linked() || writer_[i] || blocks_[i].at == region_.headline);
  }

  // A date may stand right above the headline, if their element begins with it: one further up is today's.
  void add_date_above(std::size_t headline) {
    if (region_.headline == 0 || headline == 0 || headline == blocks_.size()) return;
    const PageBlock& line = blocks_[headline - 1];
    if (line.is_linked() || line.is_prose() || line.weight > longest_date || !names_year(line.text)) return;
    std::uint32_t around = line.parent;
    while (nodes_[around].end <= region_.headline) around = nodes_[around].parent;
    const std::string_view tag = nodes_[around].tag;
    const bool begins = headline < 2 || blocks_[headline - 2].at < around;
    if (begins && tag != "body" && tag != "html") kept_[headline - 1] = 1;
  }

  // A heading above the first paragraph belongs to the text, and is no subtitle, when its like heads later parts.
  std::string first_heading() const {
    for (std::size_t i = 0; i < first_ && i < blocks_.size(); ++i) {
      const PageBlock& block = blocks_[i];
      if (!kept_[i] || block.kind != Kind::heading || block.at == region_.headline || !region_.in_article[i]) continue;
      for (std::size_t j = first_ + 1; j < blocks_.size(); ++j)
        if (kept_[j] && blocks_[j].kind == Kind::heading && blocks_[j].level == block.level &&
            names_of(blocks_[j]) == names_of(block))
          return block.text;
    }
    return {};
  }

  std::string_view names_of(const PageBlock& heading) const {
    std::uint32_t at = heading.parent;
    while (!is_heading_element(nodes_[at].tag) && nodes_[at].parent != at) at = nodes_[at].parent;
    return nodes_[at].attribute("class");
  }

  // Only one that stands above the first paragraph is one.
  void take_subtitle() {
    for (std::size_t i = 0; i < blocks_.size() && (i <= first_ || subtitle_[i]); ++i) {
      if (!kept_[i] || !subtitle_[i] || blocks_[i].kind == Kind::heading) continue;
      if (std::none_of(kept_.begin() + static_cast<std::ptrdiff_t>(i) + 1, kept_.end(), [](char kept) { return kept; }))
        return;
      if (subtitle_text_.empty()) subtitle_text_ = blocks_[i].text;
      kept_[i] = 0;
      taken_ = i;
      return;
    }
  }

  // A headline that says it otherwise than the title that is stated would be taken for a paragraph.
  void drop_other_headline() {
    for (std::size_t i = 0; i < first_ && i < blocks_.size() && !title_.empty(); ++i)
      if (kept_[i] && blocks_[i].at == region_.headline && letters_of(blocks_[i].text) != title_) kept_[i] = 0;
  }

  // Byline and date may stand below a first paragraph that sums up: they belong above it.
  void order_lines() {
    const auto begin = static_cast<std::size_t>(std::find(region_.in_article.begin(), region_.in_article.end(), 1) -
                                                region_.in_article.begin());
    std::size_t body = begin;
    while (body < blocks_.size() && !(kept_[body] && region_.in_article[body] && blocks_[body].is_prose())) ++body;
    for (const bool prose : {false, true})
      for (std::size_t i = 0; i < body; ++i)
        if (kept_[i] && (i > first_ ? blocks_[i].is_prose() : i == first_) == prose) order_.push_back(i);
    for (std::size_t i = body; i < blocks_.size(); ++i)
      if (kept_[i]) order_.push_back(i);
  }

  // The highest element around a line that adds little to the article.
  std::uint32_t small_surroundings(std::size_t block) const {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (kept_[i]) bytes += blocks_[i].text.size();
    std::uint32_t at = blocks_[block].parent;
    while (nodes_[at].parent != at) {
      const std::uint32_t parent = nodes_[at].parent;
      std::size_t added = 0;
      for (std::size_t i = block; i-- > 0 && blocks_[i].at > parent;) added += blocks_[i].text.size();
      if (added > bytes / 5 + 120) break;
      at = parent;
    }
    return at;
  }

  PageText written() const {
    PageText page;
    page.subtitle = subtitle_text_;
    page.first_heading = first_heading();
    for (std::size_t i = 0; i < first_ && i < blocks_.size(); ++i)
      if (kept_[i] && writer_[i]) page.dated.push_back(blocks_[i].text);
    for (const std::size_t i : order_) {
      if (!page.text.empty()) page.text += "\n\n";
      page.text += blocks_[i].text;
    }
    for (std::size_t i = 0; i < blocks_.size();) i = kept_[i] || i == taken_ ? i + 1 : add_removed(i, page);
    return page;
  }

  PageText stated_only() const {
    PageText page;
    page.text = stated_body_;
    for (std::size_t i = 0; i < blocks_.size();) i = add_removed(i, page);
    return page;
  }

  // The lines of one cut element are one part. Navigation is not worth keeping.
  std::size_t add_removed(std::size_t i, PageText& page) const {
    const std::uint32_t cut = region_.cut_from[i];
    std::string text = blocks_[i].text;
    std::size_t next = i + 1;
    for (; cut != 0 && next < blocks_.size() && region_.cut_from[next] == cut && !kept_[next]; ++next)
      if (text.size() < longest_removed) text += ' ' + blocks_[next].text;
    if (page.removed.size() >= most_removed || (cut != 0 && page_.roles[cut] == Role::furniture)) return next;
    page.removed.push_back(text.substr(0, longest_removed));
    return next;
  }

  const HtmlNodes& nodes_;
  const PageBlocks page_;
  const std::vector<PageBlock>& blocks_;
  const PageRegion region_;
  std::vector<char> kept_;                     // of each block
  const std::vector<char> writer_, subtitle_;  // of each block: whether it is such a line
  const std::string title_;                    // its letters
  std::string subtitle_text_;
  std::size_t taken_ = static_cast<std::size_t>(-1);  // the line that became the subtitle
  std::vector<std::size_t> order_;                    // of the lines of the text
  std::size_t first_ = 0, last_ = 0;                  // first and last prose of the article
  std::string stated_body_;                           // where it is all that there is
};

}  // namespace

PageText main_text(const HtmlNodes& nodes, const StatedContent& stated) { return ContentReader(nodes, stated).run(); }

}  // namespace dateline::indexer
