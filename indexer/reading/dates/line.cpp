#include "indexer/reading/dates/line.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "indexer/reading/letters.hpp"
#include "schema/days.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// The same day in another calendar, as far as calendars agree: "29 ربيع الأول 1446 - 2 أكتوبر 2024".
bool is_translation(const FoundDate& a, const FoundDate& b) {
  return a.calendar != b.calendar && !a.year_missing && !b.year_missing &&
         schema::first_day(a.date) <= schema::last_day(b.date) + 2 &&
         schema::first_day(b.date) <= schema::last_day(a.date) + 2;
}

// Our own calendar needs no tables.
bool is_better(const FoundDate& a, const FoundDate& b) {
  return a.calendar == Calendar::gregorian && b.calendar != Calendar::gregorian;
}

// "14:45" has none of those that say what follows.
bool has_colon(std::string_view text) {
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1))
    if (at + 1 >= text.size() || text[at + 1] < '0' || text[at + 1] > '9') return true;
  return text.find("：") != std::string_view::npos;
}

// A mark that parts a line. A colon parts nothing: what stands before it says what the date is.
bool has_parting_mark(std::string_view text) {
  static constexpr std::string_view marks[] = {",",  "|",  "/",  "-",  "(",  ")",  "[",  "]",  "•",  "·", "–", "—", "،",
                                               "，", "、", "（", "）", "【", "】", "／", "\t", "　", ";", "<", ">"};
  return !has_colon(text) && std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

// Whether one stands beside `inner`, which is `outer` with words left out at its ends.
bool is_parted(std::string_view outer, std::string_view inner) {
  if (inner.empty()) return true;
  const auto begin = static_cast<std::size_t>(inner.data() - outer.data());
  return has_parting_mark(outer.substr(0, begin)) || has_parting_mark(outer.substr(begin + inner.size()));
}

// "في 5 نوفمبر 2025، يطلى الجسر": where no capital tells names from sentences, a comma behind the date parts nothing.
bool goes_on_as_sentence(std::string_view outer, std::string_view inner) {
  std::size_t at = 0;
  if (inner.empty() || u_hasBinaryProperty(static_cast<UChar32>(text::next_code_point(inner, at)), UCHAR_CASED))
    return false;
  const std::string_view gap = trim(outer.substr(0, static_cast<std::size_t>(inner.data() - outer.data())));
  return gap == "," || gap == "،" || gap == "，" || gap == "、";
}

// Labels of each date, and the text between.
void take_labels(std::string_view text, const DateContext& context, DateLine& line) {
  std::size_t at = 0;
  for (LabelledDate& date : line.dates) {
    const std::string_view between = text.substr(at, date.found.begin - at);
    const Labelled before =
        take_label_at_end(at > 0 ? without_clock(between, context.language) : between, context.language);
    date.label = before.label;
    date.firm = before.firm;
    line.rest.push_back({before.rest, before.label != DateLabel::none || is_parted(between, before.rest)});
    at = date.found.end;
  }
  const std::string_view behind = text.substr(at), rest = without_clock(behind, context.language);
  line.rest.push_back({rest, is_parted(behind, rest) && !goes_on_as_sentence(behind, rest)});
}

// 2024年10月2日 配信 10月3日 更新: only where no label stands before the first date.
bool take_labels_behind(std::string_view text, const DateContext& context, DateLine& line) {
  const std::string_view before = text.substr(0, line.dates.front().found.begin);
  if (take_label_at_end(before, context.language).label != DateLabel::none) return false;
  std::vector<Labelled> labels;
  for (std::size_t i = 0; i < line.dates.size(); ++i) {
    const std::size_t begin = line.dates[i].found.end;
    const std::size_t end = i + 1 < line.dates.size() ? line.dates[i + 1].found.begin : text.size();
    labels.push_back(take_label_at_start(without_clock(text.substr(begin, end - begin), context.language)));
    if (labels.back().label == DateLabel::none) return false;
  }
  line.rest.push_back({before, is_parted(text.substr(0, before.size()), trim(before))});
  for (std::size_t i = 0; i < labels.size(); ++i) {
    line.dates[i].label = labels[i].label;
    line.dates[i].firm = true;
    line.rest.push_back({labels[i].rest});
  }
  return true;
}

void merge_translations(DateLine& line) {
  for (std::size_t i = 0; i + 1 < line.dates.size();) {
    LabelledDate& first = line.dates[i];
    LabelledDate& second = line.dates[i + 1];
    if (!is_translation(first.found, second.found) || second.label != DateLabel::none) {
      ++i;
      continue;
    }
    second.label = first.label;
    second.firm = first.firm;
    line.dates.erase(line.dates.begin() +
                     static_cast<std::ptrdiff_t>(is_better(second.found, first.found) ? i : i + 1));
  }
}

bool can_be_same(const FoundDate& a, const FoundDate& b) {
  return a.date == b.date || a.other_reading == b.date || b.other_reading == a.date || a.year_missing || b.year_missing;
}

// "02/28/86  01/31/87": a row of a table, where none of them says what it is.
bool is_row_of_dates(const DateLine& line) {
  for (std::size_t i = 1; i < line.dates.size(); ++i)
    if (line.dates[i - 1].label == DateLabel::none && line.dates[i].label == DateLabel::none &&
        !can_be_same(line.dates[i - 1].found, line.dates[i].found))
      return true;
  return false;
}

// "January 31, 1987." ends a sentence, where dates are not written with a stop at their end.
bool ends_sentence_of_date(std::string_view text, const DateLine& line, std::string_view language) {
  for (const std::string_view other : {"sr", "hr", "bs", "sl", "hu", "ko", "mk", "lv", "sh"})
    if (language.starts_with(other)) return false;
  return line.dates.size() == 1 && line.dates.front().label == DateLabel::none && line.dates.front().found.begin == 0 &&
         text.substr(line.dates.front().found.end) == "." && weigh(line.dates.front().written) > 0;
}

}  // namespace

DateLine read_date_line(std::string_view text, const DateContext& context) {
  DateLine line;
  for (FoundDate& found : find_dates(text, context)) {
    const std::string_view written = text.substr(found.begin, found.end - found.begin);
    line.dates.push_back({std::move(found), DateLabel::none, false, written});
  }
  if (line.dates.empty()) {
    line.rest.push_back({text});
  } else {
    if (!take_labels_behind(text, context, line)) take_labels(text, context, line);
    merge_translations(line);
    if (is_row_of_dates(line) || ends_sentence_of_date(trim(text), line, context.language)) return {{}, {{text}}};
  }
  return line;
}

}  // namespace dateline::indexer
