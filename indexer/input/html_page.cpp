#include "indexer/input/html_page.hpp"

#include <algorithm>

#include "indexer/input/html_content.hpp"
#include "indexer/input/html_metadata.hpp"
#include "indexer/input/html_tree.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
std::string declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  std::size_t begin = at + 8;
  while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) ++begin;
  const std::size_t end = std::min(head.find_first_of("\"' />;\n", begin), head.size());
  return head.substr(begin, std::min<std::size_t>(end - begin, 40));
}

RawArticle extract_page(std::string_view html) {
  RawArticle article;
  article.page = true;
  const std::optional<HtmlTree> tree = parse_html(html);
  if (!tree) {
    article.text = text::repair(strip_tags(html)).text;
    return article;
  }
  const std::string stated_body = text::repair(read_metadata(*tree, article)).text;
  PageText page = main_text(tree->nodes(), {article.title ? article.title->value : std::string_view{}, stated_body});
  article.text = text::repair(page.text).text;
  if (!article.subtitle && !page.subtitle.empty())
    article.subtitle = Stated{text::repair(page.subtitle).text, "class of the element"};
  for (const std::string& removed : page.removed) article.removed.push_back(text::repair(removed).text);
  return article;
}

}  // namespace dateline::indexer
