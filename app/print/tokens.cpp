#include "app/print/tokens.hpp"

#include "app/print/table.hpp"

namespace dateline::app {

std::string tokens_as_text(const AnalyzedText& analyzed, const Page& page) {
  using Align = Table::Align;
  std::string text = page.dim("Language: " + (analyzed.language.empty() ? "unknown" : analyzed.language)) + "\n\n";
  Table tokens({{"position", Align::right},
                {"surface", Align::left},
                {"exact", Align::left},
                {"stem", Align::left},
                {"prefix", Align::left}});
  for (const AnalyzedToken& token : analyzed.tokens) {
    tokens.add({std::to_string(token.position), token.surface, token.exact, token.stem, token.prefix});
  }
  text += tokens.as_text(page);
  if (analyzed.spans.empty()) return text;

  Table spans({{"positions", Align::right}, {"surface", Align::left}, {"term", Align::left}, {"kind", Align::left}});
  for (const AnalyzedSpan& span : analyzed.spans) {
    const std::string first = std::to_string(span.first);
    spans.add({span.first == span.last ? first : first + "-" + std::to_string(span.last), span.surface, span.term,
               std::string(span.family)});
  }
  return text + "\n" + spans.as_text(page);
}

}  // namespace dateline::app
