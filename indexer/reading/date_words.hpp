// The words of dates in all languages: months, weekdays, and the labels that say what a date is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

enum class CalendarKind : std::uint8_t { gregorian, persian, islamic };

struct MonthName {
  int month = 0;  // 0: no month, or languages disagree and none of them is the text's
  CalendarKind calendar = CalendarKind::gregorian;
};

// `folded`: case-folded, without dots. `language` decides where one spelling means two months (listopad).
MonthName find_month(std::string_view folded, std::string_view language);

bool is_weekday(std::string_view folded);

enum class DateLabel : std::uint8_t { none, published, updated };

// The label that `folded` (fold_line()) ends with: "published:", "stand", "дата публикации:".
DateLabel label_at_end(std::string_view folded);
// A word or phrase of a label or of clock times: says nothing else.
bool is_date_word(std::string_view folded);

}  // namespace dateline::indexer
