// Finding dates in short texts: lines of a head, datelines, fields, URLs. No date is made of a weekday alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/article.hpp"

namespace dateline::indexer {

struct FoundDate {
  Date date;
  std::uint32_t begin = 0, end = 0;  // bytes of the text searched
  bool year_missing = false;         // "5 DEC": date.year is 0
  std::string note;                  // two readings, another calendar: said in the evidence
};

struct DateContext {
  std::string_view language;  // of the text, "" unknown: orders of numbers and calendars
  std::int32_t today = 0;     // days since 1970-01-01; later dates than tomorrow are refused; 0: not known
  bool american = false;      // month before day where numbers leave it open
};

// The first date at or behind `from`.
std::optional<FoundDate> find_date(std::string_view text, const DateContext& context, std::size_t from = 0);

// /2024/10/02/, /2024-10-02-, /20241002: the path's date.
std::optional<FoundDate> date_of_url(std::string_view url, const DateContext& context);

// A field's value: any of the above, or seconds or milliseconds since 1970.
std::optional<FoundDate> date_of_field(std::string_view value, const DateContext& context);

// Neither before 1900 nor after tomorrow.
bool is_plausible(const Date& date, std::int32_t today);

}  // namespace dateline::indexer
