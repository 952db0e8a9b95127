#include "app/print/answers.hpp"
#include "app/print/facts.hpp"
#include "app/print/table.hpp"
#include "app/print/wrap.hpp"

namespace dateline::app {

std::string suggestions_as_text(const std::vector<Suggestion>& suggestions, const Page& page) {
  if (suggestions.empty()) return laid_out({"No suggestion", {}, Paragraph::Look::dim}, page, 0);
  using Align = Table::Align;
  Table table({{"suggestion", Align::left}, {"kind", Align::left}, {"articles", Align::right}, {"query", Align::left}});
  for (const Suggestion& suggestion : suggestions) {
    table.add({suggestion.text, std::string(name_of(suggestion.kind)), grouped_digits(suggestion.articles),
               suggestion.query});
  }
  return table.as_text(page);
}

}  // namespace dateline::app
