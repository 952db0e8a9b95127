#include "app/print/table.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "app/print/width.hpp"

namespace dateline::app {
namespace {

constexpr std::string_view gap = "  ";

}  // namespace

void Table::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::natural_widths() const {
  std::vector<std::size_t> widths;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    std::size_t width = width_of(columns_[at].heading);
    for (const auto& row : rows_) width = std::max(width, width_of(row[at]));
    widths.push_back(width);
  }
  return widths;
}

std::vector<std::size_t> Table::widths_on(const Page& page) const {
  constexpr std::size_t narrowest = 8;
  std::vector<std::size_t> widths = natural_widths();
  const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), gap.size() * (widths.size() - 1)); };
  const auto widest = [&] {
    std::size_t found = widths.size();
    for (std::size_t at = 0; at < widths.size(); ++at) {
      if (may_be_cut(at) && widths[at] > narrowest && (found == widths.size() || widths[at] > widths[found]))
        found = at;
    }
    return found;
  };
  while (page.width > 0 && total() > page.width) {
    const std::size_t column = widest();
    if (column < widths.size()) {
      --widths[column];
    } else if (widths.size() > 1) {
      std::vector<std::size_t> fewer = natural_widths();
      fewer.resize(widths.size() - 1);
      widths = std::move(fewer);
    } else {
      return widths;
    }
  }
  return widths;
}

std::string Table::as_text(const Page& page) const {
  const std::vector<std::size_t> widths = widths_on(page);
  const auto line = [&](const auto& cell_at) {
    std::string text;
    for (std::size_t at = 0; at < widths.size(); ++at) {
      const std::string cell = shortened(cell_at(at), widths[at]);
      if (at > 0) text += gap;
      text += columns_[at].align == Align::right ? padded_left(cell, widths[at]) : padded(cell, widths[at]);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  };
  std::string text = page.dim(line([&](std::size_t at) { return columns_[at].heading; })) + "\n";
  for (const auto& row : rows_) text += line([&](std::size_t at) { return row[at]; }) + "\n";
  return text;
}

}  // namespace dateline::app
