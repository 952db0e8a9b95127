// Finding dates in short texts: lines of a head, datelines, fields. No date is made of a weekday or of "yesterday".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "indexer/reading/dates/calendars.hpp"
#include "indexer/reading/dates/text_language.hpp"

namespace dateline::indexer {

struct FoundDate {
  Date date;
  std::uint32_t begin = 0, end = 0;         // bytes of the text searched
  bool year_missing = false;                // "5 DEC": date.year is 0
  std::optional<Date> other_reading;        // 03/04/2024: `date` has the day first, this one the month
  Calendar calendar = Calendar::gregorian;  // that it was written in
  std::string note;                         // what was understood: said in the evidence
};

struct DateContext {
  TextLanguage language;   // orders of numbers, calendars, names of months
  std::int32_t today = 0;  // days since 1970-01-01; later dates than tomorrow are refused; 0: not known
};

// All dates of the text's first words, in order: none of them impossible, before 1900, in the future, or the begin or
// end of a span of days.
std::vector<FoundDate> find_dates(std::string_view text, const DateContext& context);

// The first of them.
std::optional<FoundDate> find_date(std::string_view text, const DateContext& context);

// What both readings of an undecided order leave: the year.
Date certain_part(const FoundDate& found);

// 1 is Sunday, as in ICU.
int weekday_of(const Date& date);

// Neither before 1900 nor after tomorrow.
bool is_plausible(const Date& date, std::int32_t today);

}  // namespace dateline::indexer
