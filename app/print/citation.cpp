#include "app/print/citation.hpp"

#include "app/print/facts.hpp"
#include "app/print/width.hpp"

namespace dateline::app {
namespace {

template <class Printed>
std::optional<std::string> citation_of(const Printed& printed) {
  std::vector<std::string> parts;
  if (printed.title) parts.push_back("“" + printable(*printed.title) + "”");
  for (const std::string& source : printed.sources) parts.push_back(printable(source));
  if (printed.date) parts.push_back(to_string(*printed.date));
  if (printed.url) parts.push_back(printable(*printed.url));
  if (parts.empty()) return std::nullopt;
  return joined(parts, ", ");
}

}  // namespace

std::optional<std::string> citation(const Article& article) { return citation_of(article); }
std::optional<std::string> citation(const Hit& hit) { return citation_of(hit); }
std::optional<std::string> citation(const QuoteHit& quote) { return citation_of(quote); }

}  // namespace dateline::app
