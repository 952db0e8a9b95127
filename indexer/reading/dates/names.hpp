// Names of months, weekdays and eras in all languages: those that ICU knows (the Unicode CLDR), and what newspapers
// write besides (data/lexicons/dates/names.tsv).
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "indexer/reading/dates/calendars.hpp"

namespace dateline::indexer {

struct MonthName {
  int month = 0;  // 0: no month, or languages disagree and none of them is the text's
  Calendar calendar = Calendar::gregorian;
  bool own = false;  // of the text's language, or English, which stands in texts of all
};

// `folded`: as text::fold() has it, without dots, one blank between words. `language` decides where one spelling means
// two months (listopad).
MonthName find_month(std::string_view folded, std::string_view language);

// 1 is Sunday, as in ICU; 0: no weekday, or languages disagree.
int find_weekday(std::string_view folded, std::string_view language);

// The era that `folded` ends with, and its calendar: 令和, 平成, 民國, 주체.
std::optional<std::pair<Calendar, int>> find_era_at_end(std::string_view folded);

}  // namespace dateline::indexer
