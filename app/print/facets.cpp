#include <algorithm>

#include "app/print/answers.hpp"
#include "app/print/bar.hpp"
#include "app/print/facts.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"

namespace dateline::app {
namespace {

constexpr std::size_t widest_bar = 24;
constexpr std::size_t widest_value = 40;
constexpr std::size_t narrowest = 16;  // value and bar together

std::string shown(const FacetCount& count) { return count.value ? printable(*count.value) : "(unknown)"; }

std::string heading(const FacetAnswer& facet) {
  std::string text(name_of(facet.facet));
  if (facet.facet == Facet::date && !facet.granularity.empty()) text += " by " + facet.granularity;
  return text;
}

std::string facet_as_text(const FacetAnswer& facet, const Page& page) {
  const std::vector<FacetCount> counts = counts_with_unknown(facet);
  std::size_t largest = 0, value_width = 0;
  for (const FacetCount& count : counts) {
    largest = std::max(largest, count.count);
    value_width = std::max(value_width, width_of(shown(count)));
  }
  const std::size_t count_width = grouped_digits(largest).size();
  const std::size_t around = 2 + 2 + count_width + 2;  // indent and the gaps between the columns
  std::size_t bar_width = widest_bar;
  if (page.width > 0) {
    // A bar is worth a third of the room at most; the value has the rest.
    const std::size_t room = std::max<std::size_t>(page.width, around + narrowest) - around;
    bar_width = std::min(widest_bar, room / 3);
    value_width = std::min({value_width, widest_value, room - bar_width});
  }

  std::string text = page.bold(heading(facet)) + "\n";
  for (const FacetCount& count : counts) {
    text += "  " + padded(shortened(shown(count), value_width), value_width);
    text += "  " + padded_left(grouped_digits(count.count), count_width);
    if (count.count > 0) text += "  " + bar(count.count, largest, bar_width, page);
    text += "\n";
  }
  if (counts.empty()) text += "  none\n";
  const std::string rest = remainder(facet);
  if (!rest.empty()) text += laid_out({rest, {}, Paragraph::Look::dim}, page, 2);
  return text;
}

std::string_view what_is_missing(Facet facet) {
  if (is_by_time(facet)) return "date";
  return facet == Facet::speaker ? "quotation" : name_of(facet);
}

}  // namespace

std::string remainder(const FacetAnswer& facet) {
  std::vector<std::string> parts;
  if (facet.more > 0) parts.push_back(counted(facet.more, "more value", "more values"));
  if (facet.holes) parts.push_back("empty " + facet.granularity + "s left out");
  if (facet.imprecise > 0) parts.push_back(grouped_digits(facet.imprecise) + " dated less precisely");
  if (facet.missing > 0)
    parts.push_back(grouped_digits(facet.missing) + " without a " + std::string(what_is_missing(facet.facet)));
  return joined(parts, " · ");
}

std::string facets_as_text(const std::vector<FacetAnswer>& facets, const Page& page) {
  std::string text;
  for (const FacetAnswer& facet : facets) text += (text.empty() ? "" : "\n") + facet_as_text(facet, page);
  return text;
}

}  // namespace dateline::app
