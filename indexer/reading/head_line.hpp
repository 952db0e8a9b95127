// One line above the body, taken apart: its dates, who wrote it, who printed it, and what is left over.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/article_facts.hpp"
#include "indexer/reading/dates/line.hpp"

namespace dateline::indexer {

struct HeadLine {
  std::vector<LabelledDate> dates;  // views of the line
  std::optional<std::string> byline;
  std::optional<std::string> source;  // a name that the table knows
  std::string rest;                   // what none of them explains
  bool parted = true;                 // marks stand between it and the dates

  bool only_beside_dates = false;  // "Updated 3 hours ago", "Published:", "Wednesday"

  bool explains_line() const { return rest.empty() && (!dates.empty() || byline || source || only_beside_dates); }
};

HeadLine read_head_line(std::string_view line, const SourceCollector& sources, const DateContext& context);

}  // namespace dateline::indexer
