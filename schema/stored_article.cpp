#include "schema/stored_article.hpp"

#include <algorithm>

namespace dateline::schema {
namespace {

constexpr std::string_view between_paragraphs = "\n\n";

void append(std::string& body, const Paragraph& paragraph, std::string_view text) {
  for (const Span& span : paragraph) {
    const std::size_t begin = body.size();
    body += text.substr(span.begin, span.end - span.begin);
    std::replace(body.begin() + static_cast<std::ptrdiff_t>(begin), body.end(), '\n', ' ');
  }
}

}  // namespace

std::uint64_t bytes_of(const StoredArticle& article) {
  std::uint64_t bytes = article.text.size();
  for (const auto& [name, json] : article.extra) bytes += name.size() + json.size();
  return bytes;
}

std::string body_of(const StoredArticle& article) {
  std::string body;
  body.reserve(article.text.size() + between_paragraphs.size() * article.paragraphs.size());
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (i > 0) body += between_paragraphs;
    append(body, article.paragraphs[i], article.text);
  }
  return body;
}

std::vector<Span> paragraph_ranges(const StoredArticle& article) {
  std::vector<Span> ranges;
  ranges.reserve(article.paragraphs.size());
  std::uint32_t at = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    Span range{at, at};
    for (const Span& span : paragraph) range.end += span.end - span.begin;
    ranges.push_back(range);
    at = range.end + static_cast<std::uint32_t>(between_paragraphs.size());
  }
  return ranges;
}

}  // namespace dateline::schema
