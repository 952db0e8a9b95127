// Rows of cells in columns that line up, whatever script they are in.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/print/page.hpp"

namespace dateline::app {

class Table {
 public:
  enum class Align { left, right };
  struct Column {
    std::string heading;
    Align align = Align::left;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells);  // one a column; made printable

  // The last column takes what the page leaves and is cut there; the others are as wide as they need to be.
  std::string as_text(const Page& page) const;

 private:
  std::vector<std::size_t> widths() const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace dateline::app
