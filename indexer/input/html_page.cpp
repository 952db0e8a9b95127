#include "indexer/input/html_page.hpp"

#include <algorithm>
#include <unordered_set>

#include "indexer/input/html_content.hpp"
#include "indexer/input/html_metadata.hpp"
#include "indexer/input/html_tree.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

// Share of the words of `part` that stand in `whole`.
double coverage(std::string_view part, std::string_view whole) {
  const std::vector<std::string_view> all = words_of(whole);
  const std::unordered_set<std::string_view> known(all.begin(), all.end());
  const std::vector<std::string_view> words = words_of(part);
  if (words.empty()) return 0;
  const auto found =
      std::count_if(words.begin(), words.end(), [&](std::string_view word) { return known.contains(word); });
  return static_cast<double>(found) / static_cast<double>(words.size());
}

// A stated body is used when the page shows it, and says more than what was found by its layout.
bool is_better(const std::string& stated, const std::string& found) {
  return stated.size() > found.size() / 2 && stated.find('\n') != std::string::npos && coverage(stated, found) >= 0.8 &&
         coverage(found, stated) < 0.8;
}

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
  const std::optional<std::vector<HtmlNode>> nodes = parse_html(html);
  if (!nodes) {
    article.text = text::repair(strip_tags(html)).text;
    return article;
  }
  const std::string stated_body = text::repair(read_metadata(*nodes, article)).text;
  PageText page = main_text(*nodes);
  article.text = text::repair(page.text).text;
  for (const std::string& removed : page.removed) article.removed.push_back(text::repair(removed).text);
  if (is_better(stated_body, article.text)) article.text = stated_body;
  return article;
}

}  // namespace dateline::indexer
