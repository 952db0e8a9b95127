#include "app/print/table.hpp"

#include <algorithm>

#include "app/print/width.hpp"

namespace dateline::app {

void Table::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths() const {
  std::vector<std::size_t> widths;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    std::size_t width = width_of(columns_[at].heading);
    for (const auto& row : rows_) width = std::max(width, width_of(row[at]));
    widths.push_back(width);
  }
  return widths;
}

std::string Table::as_text(const Page& page) const {
  constexpr std::size_t narrowest_last = 8;
  std::vector<std::size_t> columns = widths();
  std::size_t before_last = 0;
  for (std::size_t at = 0; at + 1 < columns.size(); ++at) before_last += columns[at] + 2;
  const std::size_t room = page.width == 0 ? 0 : std::max(page.width, before_last + narrowest_last) - before_last;

  const auto line = [&](const auto& cell_at) {
    std::string text;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      const bool last = at + 1 == columns_.size();
      const std::string cell = last ? shortened(cell_at(at), room) : cell_at(at);
      if (at > 0) text += "  ";
      if (columns_[at].align == Align::right) {
        text += padded_left(cell, columns[at]);
      } else {
        text += last ? cell : padded(cell, columns[at]);
      }
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  };

  std::string text = page.dim(line([&](std::size_t at) { return columns_[at].heading; })) + "\n";
  for (const auto& row : rows_) text += line([&](std::size_t at) { return row[at]; }) + "\n";
  return text;
}

}  // namespace dateline::app
