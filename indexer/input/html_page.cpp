#include "indexer/input/html_page.hpp"

#include <algorithm>

#include "indexer/input/html_content.hpp"
#include "indexer/input/html_metadata.hpp"
#include "indexer/input/html_state.hpp"
#include "indexer/input/html_tree.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t shortest_shown = 300;  // bytes: of less another text may be the article

}  // namespace

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
  const std::string_view title = article.title ? article.title->value : std::string_view{};
  PageText page = main_text(tree->nodes(), {title, stated_body});
  if (page.text.size() < shortest_shown && stated_body.empty())
    if (const std::string body = state_body(*tree, title); !body.empty())
      page = main_text(tree->nodes(), {title, body});
  article.text = text::repair(page.text).text;
  if (!article.subtitle && !page.subtitle.empty())
    article.subtitle = Stated{text::repair(page.subtitle).text, "class of the element"};
  for (const std::string& dated : page.dated) article.dated.push_back(text::repair(dated).text);
  article.first_heading = text::repair(page.first_heading).text;
  for (const std::string& removed : page.removed) article.removed.push_back(text::repair(removed).text);
  return article;
}

}  // namespace dateline::indexer
