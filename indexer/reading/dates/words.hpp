// Words beside dates: labels that say what a date is, clock times and zones that belong to it, joints inside it
// (data/lexicons/dates/labels.tsv).
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::indexer {

enum class DateLabel : std::uint8_t { none, published, updated };

enum class WordKind : std::uint8_t {
  none,
  relative,     // "3 hours ago", "5 min read": may fill a line beside a date, and makes none
  beside,       // clock, zone, "at": says nothing else
  joint,        // between the parts of a date: de, of
  month_word,   // before the number of a month: tháng
  month_first,  // a zone whose papers write 10/25/2024
  day_first,    // one whose papers write 25/10/2024
};

// `folded`: date_key() of one word.
WordKind kind_of_word(std::string_view folded);

// A label found at one end of a text, and the text without it.
struct Labelled {
  DateLabel label = DateLabel::none;
  bool firm = false;  // nothing else stands in its part of the line: "Published:", not "was published"
  std::string_view rest;
};

// Between the two days of a span: to, bis, au.
bool joins_span(std::string_view folded);

// Whether a publisher, by name, writes 10/25/2024.
bool writes_month_first(std::string_view publisher);

// Labels that `text` ends with, clock times and the like between them and the end left out: "Published: Saturday, ".
// `language` decides what is a weekday.
Labelled take_label_at_end(std::string_view text, std::string_view language);

// Labels of scripts without blanks follow their date: 2024年10月2日 配信
Labelled take_label_at_start(std::string_view text);

// Without clock times, zones, weekdays and marks at the front.
std::string_view without_clock(std::string_view text, std::string_view language);

// The same at the end.
std::string_view without_clock_at_end(std::string_view text, std::string_view language);

// Whether it says nothing but clock times, labels, "3 hours ago", "5 min read".
bool is_only_beside_dates(std::string_view text, std::string_view language);

// "Published in the Paper, ": where a printed edition is named before its date.
bool names_printed_edition(std::string_view text);

}  // namespace dateline::indexer
