#include "app/print/timeline.hpp"

#include <algorithm>

#include "app/print/answers.hpp"
#include "app/print/bar.hpp"
#include "app/print/facts.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"

namespace dateline::app {
namespace {

constexpr std::size_t without_terminal = 80;
constexpr std::size_t narrowest_bar = 4;

std::string rows(const FacetAnswer& facet, const Page& page) {
  std::size_t largest = 0, value_width = 0;
  for (const FacetCount& count : facet.counts) {
    largest = std::max(largest, count.count);
    value_width = std::max(value_width, width_of(count.value.value_or("")));
  }
  const std::size_t count_width = grouped_digits(largest).size();
  const std::size_t before = value_width + 2 + count_width + 2;
  const std::size_t bar_width =
      std::max(page.width == 0 ? without_terminal : page.width, before + narrowest_bar) - before;

  std::string text;
  for (const FacetCount& count : facet.counts) {
    const std::string number = padded_left(grouped_digits(count.count), count_width);
    text += padded(count.value.value_or(""), value_width) + "  " + (count.count > 0 ? number : page.dim(number));
    if (count.count > 0) text += "  " + bar(count.count, largest, bar_width, page);
    text += "\n";
  }
  return text;
}

}  // namespace

std::string timeline_as_text(const SearchAnswer& answer, bool interpreted, const Page& page) {
  const FacetAnswer& facet = answer.facets.front();
  std::string text = totals_as_text(answer, interpreted, page);
  if (!facet.counts.empty()) text += "\n" + page.bold("by " + facet.granularity) + "\n" + rows(facet, page);
  const std::string rest = remainder(facet);
  if (!rest.empty()) text += laid_out({rest, {}, Paragraph::Look::dim}, page, 0);
  return text;
}

}  // namespace dateline::app
