#include "indexer/input/html_fragment.hpp"

#include <optional>

#include "indexer/input/html_blocks.hpp"
#include "indexer/input/html_content.hpp"
#include "indexer/input/html_tree.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {

Fragment read_fragment(std::string_view html) {
  // Marked as the article, nothing in it has to prove that it is.
  const std::string marked = "<article>" + std::string(html) + "</article>";
  const std::optional<HtmlTree> tree = parse_html(marked);
  if (!tree) return {text::repair(strip_tags(html)).text, {}};
  PageText page = main_text(tree->nodes(), {});
  Fragment fragment{text::repair(page.text).text, {}};
  for (const std::string& removed : page.removed) fragment.removed.push_back(text::repair(removed).text);
  return fragment;
}

std::string one_line(std::string_view html) {
  const std::optional<HtmlTree> tree = parse_html(html);
  if (!tree || tree->nodes().empty()) return text::repair(strip_tags(html)).text;
  return text::repair(inner_text(tree->nodes(), 0)).text;
}

}  // namespace dateline::indexer
