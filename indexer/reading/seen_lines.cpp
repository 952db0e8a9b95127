#include "indexer/reading/seen_lines.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/reading/letters.hpp"
#include "indexer/reading/recurring_lines.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t lines_with_parts = 6;    // the last ones
constexpr std::uint32_t longest_inside = 300;  // letters of a line that is learnt inside bodies

std::string_view text_of(const schema::StoredArticle& article, schema::Span span) {
  return std::string_view(article.text).substr(span.begin, span.end - span.begin);
}

// The lines of the body as they were before what recurs was cut, in their order.
std::vector<std::string> lines_of(const schema::StoredArticle& article) {
  std::vector<std::pair<std::uint32_t, std::string>> placed;
  for (const schema::Paragraph& paragraph : article.paragraphs) {
    std::string text;
    for (const schema::Span& span : paragraph) text += text_of(article, span);
    if (!paragraph.empty()) placed.emplace_back(paragraph.front().begin, std::move(text));
  }
  for (const schema::Cut& cut : article.removed)
    if (cut.reason == recurs) placed.emplace_back(cut.span.begin, std::string(text_of(article, cut.span)));
  std::sort(placed.begin(), placed.end());
  std::vector<std::string> lines;
  for (auto& [at, text] : placed) lines.push_back(std::move(text));
  return lines;
}

}  // namespace

// One that was taken over as it is stored has its cuts already.
SeenLines see_lines(const schema::StoredArticle& article) {
  SeenLines seen{
      schema::hash64(article.key), article.sources.empty() ? 0 : schema::hash64(article.sources.front()), {}};
  if (article.as_given) return seen;
  const std::vector<std::string> lines = lines_of(article);
  const ArticleWords words(lines);
  for (std::size_t i = lines.size(); i-- > 0;) {
    LineKeys keys = keys_of(lines[i], seen.lines.size() < lines_with_parts ? Parts::too : Parts::not_asked_for);
    if (keys.line == 0) continue;
    SeenLine one{keys.line};
    if (may_be_cut(one.key)) one.bond = words.bond_of(i);
    one.is_short = weigh(lines[i], longest_inside + 1) <= longest_inside;
    one.parts = std::move(keys.parts);
    seen.lines.push_back(std::move(one));
  }
  return seen;
}

}  // namespace dateline::indexer
