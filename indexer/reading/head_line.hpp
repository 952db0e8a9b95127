// One line above the body, taken apart: a date, who wrote it, who printed it, and what is left over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/reading/article_facts.hpp"
#include "indexer/reading/date_words.hpp"

namespace dateline::indexer {

struct HeadLine {
  std::optional<FoundDate> date;
  DateLabel label = DateLabel::none;
  std::string date_text;  // as written
  std::optional<std::string> byline;
  std::optional<std::string> source;  // a name that the table knows
  std::string rest;                   // what none of them explains

  bool explains_line() const { return rest.empty() && (date || byline || source); }
};

HeadLine read_head_line(std::string_view line, const SourceCollector& sources, const DateContext& context);

}  // namespace dateline::indexer
