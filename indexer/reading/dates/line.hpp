// A line taken apart into its dates, each with what its label says, and what is left of the line.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/reading/dates/dates.hpp"
#include "indexer/reading/dates/words.hpp"

namespace dateline::indexer {

struct LabelledDate {
  FoundDate found;
  DateLabel label = DateLabel::none;
  bool firm = false;  // see Labelled
  std::string_view written;
};

// What a line says besides its dates, without labels and clock times.
struct Beside {
  std::string_view text;
  bool parted = true;  // a mark stands between it and the date: "Brenna, 2 October", not "opened 2 October"
};

struct DateLine {
  std::vector<LabelledDate> dates;
  std::vector<Beside> rest;  // before, between and behind them
};

DateLine read_date_line(std::string_view text, const DateContext& context);

}  // namespace dateline::indexer
