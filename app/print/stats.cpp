#include <utility>

#include "app/print/answers.hpp"
#include "app/print/facts.hpp"
#include "app/print/labelled.hpp"

namespace dateline::app {
namespace {

std::string languages(const std::vector<FacetCount>& counts) {
  std::vector<std::string> parts;
  for (const FacetCount& count : counts) {
    parts.push_back(count.value.value_or("unknown") + " " + grouped_digits(count.count));
  }
  return joined(parts, ", ");
}

std::string dates(const ArchiveStats& stats) {
  std::string text;
  if (stats.first && stats.last) text = to_string(*stats.first) + ".." + to_string(*stats.last);
  if (stats.undated > 0) text += (text.empty() ? "" : ", ") + grouped_digits(stats.undated) + " without a date";
  return text;
}

}  // namespace

std::string stats_as_text(const ArchiveStats& stats, const Page& page) {
  return labelled({{"Articles", grouped_digits(stats.articles)},
                   {"Dates", dates(stats)},
                   {"Languages", languages(stats.languages)},
                   {"Sources", grouped_digits(stats.sources)},
                   {"Speakers", grouped_digits(stats.speakers)},
                   {"Quotations", grouped_digits(stats.quotes)},
                   {"Text", size_in_words(stats.bytes_of_text)},
                   {"On disk", size_in_words(stats.bytes_on_disk)},
                   {"Generation", stats.generation},
                   {"Segments", grouped_digits(stats.segments)},
                   {"Format", std::to_string(stats.format_version)},
                   {"Features", joined(stats.features, ", ")},
                   {"Advice", joined(stats.advice, " ")}},
                  page);
}

std::string index_parts_as_text(const std::vector<IndexPart>& parts, const Page& page) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const IndexPart& part : parts)
    rows.push_back({part.name, size_in_words(part.bytes) +
                                   (part.positions ? ", positions " + size_in_words(part.positions) : std::string())});
  return labelled(rows, page);
}

}  // namespace dateline::app
