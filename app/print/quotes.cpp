#include "app/print/answers.hpp"
#include "app/print/facts.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"
#include "json/citation.hpp"

namespace dateline::app {
namespace {

using Look = Paragraph::Look;

// Direct speech gets its marks back; the highlights move behind the opening one.
Paragraph spoken(const QuoteHit& quote) {
  if (!quote.direct) return {quote.text, quote.highlights, Look::plain};
  Paragraph paragraph{"“" + quote.text + "”", quote.highlights, Look::plain};
  for (Range& range : paragraph.highlights) ++range.first, ++range.second;
  return paragraph;
}

std::string quote_as_text(const QuoteHit& quote, std::size_t number, std::size_t indent, bool cited, const Page& page) {
  std::vector<std::string> origin;
  if (quote.date) origin.push_back(to_string(*quote.date));
  if (!quote.sources.empty()) origin.push_back(joined(quote.sources, ", "));
  if (quote.title) origin.push_back(*quote.title);
  origin.push_back(quote.article);
  const std::string label = padded_left(std::to_string(number), indent - 2);
  std::string text = laid_out({quote.speaker.value_or("(unknown)"), {}, Look::bold}, page, indent, label) +
                     laid_out(spoken(quote), page, indent) + facts_in_a_row(origin, page, indent);
  if (!quote.copies.empty())
    text += laid_out({"Also in " + counted(quote.copies.size(), "copy", "copies"), {}, Look::dim}, page, indent);
  if (!cited) return text;
  if (const auto line = json::citation(quote)) text += laid_out({*line, {}, Look::plain}, page, indent);
  return text;
}

}  // namespace

std::string quotes_as_text(const QuoteAnswer& answer, const AnswerStyle& style, const Page& page) {
  const std::string head = answer.total == 0 ? "No quotation" : counted(answer.total, "quotation", "quotations");
  std::string text = laid_out({head + " in " + with_decimals(answer.took_ms, 1) + " ms", {}, Look::dim}, page, 0);
  if (style.interpreted) text += laid_out({"Read as: " + answer.interpreted, {}, Look::dim}, page, 0);
  const std::size_t indent = std::to_string(style.offset + answer.quotes.size()).size() + 3;
  std::size_t number = style.offset;
  for (const QuoteHit& quote : answer.quotes) text += "\n" + quote_as_text(quote, ++number, indent, style.cited, page);
  return text + what_follows(answer.total, number, answer.quotes.empty(), page);
}

}  // namespace dateline::app
