#include <sstream>

#include "app/print/answers.hpp"
#include "app/print/facts.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"
#include "json/citation.hpp"

namespace dateline::app {
namespace {

using Look = Paragraph::Look;

// "2024-10-02 · The Moscow Times, AFP · en · 9f3e…": what is not known is left out.
std::vector<std::string> origin(const Hit& hit) {
  std::vector<std::string> parts;
  if (hit.date) parts.push_back(to_string(*hit.date));
  if (!hit.sources.empty()) parts.push_back(joined(hit.sources, ", "));
  if (hit.language) parts.push_back(*hit.language);
  parts.push_back(hit.id);
  return parts;
}

std::string copies(const std::vector<Copy>& copies) {
  std::vector<std::string> parts;
  for (const Copy& copy : copies) {
    std::vector<std::string> facts;
    if (copy.date) facts.push_back(to_string(*copy.date));
    if (!copy.sources.empty()) facts.push_back(joined(copy.sources, ", "));
    facts.push_back(copy.id);
    parts.push_back(joined(facts, " "));
  }
  return "Copies: " + joined(parts, "; ");
}

// The headline: the title, else the snippet that says most.
struct Headline {
  Paragraph paragraph;
  std::size_t snippets_used = 0;
};

Headline headline(const Hit& hit) {
  if (hit.title) return {{*hit.title, hit.title_highlights, Look::bold}, 0};
  if (!hit.snippets.empty()) return {{hit.snippets.front().text, hit.snippets.front().highlights, Look::bold}, 1};
  return {{"(untitled)", {}, Look::bold}, 0};
}

std::string lines_of(const std::string& text, const Page& page, std::size_t indent) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) result += laid_out({line, {}, Look::dim}, page, indent);
  return result;
}

std::string hit_as_text(const Hit& hit, std::size_t number, std::size_t indent, const AnswerStyle& style,
                        const Page& page) {
  const Headline head = headline(hit);
  const std::string label = padded_left(std::to_string(number), indent - 2);
  std::string text = laid_out(head.paragraph, page, indent, label);
  text += facts_in_a_row(origin(hit), page, indent);
  for (std::size_t at = head.snippets_used; at < hit.snippets.size(); ++at) {
    const Snippet& snippet = hit.snippets[at];
    if (snippet.field == "title" && hit.title) continue;  // there it is already
    text += laid_out({snippet.text, snippet.highlights, Look::plain}, page, indent);
  }
  if (!hit.speakers.empty()) text += laid_out({"Speakers: " + joined(hit.speakers, ", "), {}, Look::dim}, page, indent);
  if (!hit.copies.empty()) text += laid_out({copies(hit.copies), {}, Look::dim}, page, indent);
  if (style.cited) {
    if (const auto line = json::citation(hit)) text += laid_out({*line, {}, Look::plain}, page, indent);
  }
  if (style.explained) {
    text += laid_out({"Score: " + with_decimals(hit.score, 4), {}, Look::dim}, page, indent);
    if (hit.explanation) text += lines_of(*hit.explanation, page, indent);
  }
  return text;
}

}  // namespace

std::string totals_as_text(const SearchAnswer& answer, bool interpreted, const Page& page) {
  std::string head = answer.total == 0 ? "No article" : counted(answer.total, "article", "articles");
  if (answer.total_partial > 0) {
    head += " and " + counted(answer.total_partial, "partial match", "partial matches");
  }
  head += " (of " + grouped_digits(answer.articles) + ") in " + with_decimals(answer.took_ms, 1) + " ms";
  std::string text = laid_out({head, {}, Look::dim}, page, 0);
  if (interpreted) text += laid_out({"Read as: " + answer.interpreted, {}, Look::dim}, page, 0);
  if (answer.undated > 0) {
    text += laid_out({counted(answer.undated, "article without a date is", "articles without a date are") + " left out",
                      {},
                      Look::dim},
                     page, 0);
  }
  if (answer.suggestion) text += laid_out({"Did you mean: " + *answer.suggestion, {}, Look::plain}, page, 0);
  return text;
}

std::string what_follows(std::size_t total, std::size_t shown, bool empty_page, const Page& page) {
  if (empty_page || total <= shown) return "";
  return "\n" +
         laid_out({grouped_digits(total - shown) + " more: --offset " + std::to_string(shown), {}, Look::dim}, page, 0);
}

std::string answer_as_text(const SearchAnswer& answer, const AnswerStyle& style, const Page& page) {
  std::string text = totals_as_text(answer, style.interpreted, page);
  const std::size_t last = style.offset + answer.hits.size();
  const std::size_t indent = std::to_string(last).size() + 3;  // a blank before the number, two behind it
  std::size_t number = style.offset;
  for (const Hit& hit : answer.hits) text += "\n" + hit_as_text(hit, ++number, indent, style, page);
  // Partial matches are listed behind the full ones, or not at all when sorted by date.
  const std::size_t listed = last > answer.total ? answer.total + answer.total_partial : answer.total;
  text += what_follows(listed, last, answer.hits.empty(), page);
  const std::string facets = facets_as_text(answer.facets, page);
  if (!facets.empty()) text += "\n" + facets;
  return text;
}

}  // namespace dateline::app
