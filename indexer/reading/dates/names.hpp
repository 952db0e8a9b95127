// Names of months and weekdays in all languages: those that ICU knows (the Unicode CLDR), and what newspapers
// write besides (data/lexicons/dates/names.tsv).
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/reading/dates/calendars.hpp"

namespace dateline::indexer {

struct MonthName {
  int month = 0;  // 0: no month, or languages disagree and none of them is the text's
  Calendar calendar = Calendar::gregorian;
  bool own = false;  // of the text's language, or English, which stands in texts of all
};

// Where to look for a name: in the text's own language, those akin to it and English; or in all.
enum class Languages : std::uint8_t { own, all };

// `folded`: date_key()s with one blank between. `language` decides where one spelling means
// two months (listopad).
MonthName find_month(std::string_view folded, std::string_view language, Languages languages);

// 1 is Sunday, as in ICU; 0: no weekday, or languages disagree.
int find_weekday(std::string_view folded, std::string_view language);

}  // namespace dateline::indexer
