#include "json/citation.hpp"

#include "json/facts.hpp"
#include "text/printable.hpp"

namespace dateline::json {
namespace {

template <class Printed>
std::optional<std::string> citation_of(const Printed& printed) {
  std::vector<std::string> parts;
  if (printed.title) parts.push_back("“" + text::printable(*printed.title) + "”");
  for (const std::string& source : printed.sources) parts.push_back(text::printable(source));
  if (printed.date) parts.push_back(to_string(*printed.date));
  if (printed.url) parts.push_back(text::printable(*printed.url));
  if (parts.empty()) return std::nullopt;
  return joined(parts, ", ");
}

}  // namespace

std::optional<std::string> citation(const Article& article) { return citation_of(article); }
std::optional<std::string> citation(const Hit& hit) { return citation_of(hit); }
std::optional<std::string> citation(const QuoteHit& quote) { return citation_of(quote); }

}  // namespace dateline::json
