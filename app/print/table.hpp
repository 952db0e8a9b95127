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
    bool whole = false;  // never cut, as numbers never are
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells);  // one a column; made printable

  // Columns that are too wide for the page are cut; where that is not enough, the last ones are left out.
  std::string as_text(const Page& page) const;

 private:
  std::vector<std::size_t> natural_widths() const;
  std::vector<std::size_t> widths_on(const Page& page) const;
  bool may_be_cut(std::size_t column) const { return columns_[column].align == Align::left && !columns_[column].whole; }

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace dateline::app
