#include "indexer/reading/date_words.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/reading/letters.hpp"
#include "text/lexicon.hpp"

namespace dateline::indexer {
namespace {

struct Entry {
  std::string_view language;
  MonthName month;
};

struct Label {
  std::string_view text;
  DateLabel label;
};

struct Words {
  std::unordered_map<std::string_view, std::vector<Entry>> months;
  std::unordered_set<std::string_view> weekdays, others;
  std::vector<Label> labels;  // longest first
};

CalendarKind calendar_named(std::string_view name) {
  return name == "persian"   ? CalendarKind::persian
         : name == "islamic" ? CalendarKind::islamic
                             : CalendarKind::gregorian;
}

void load_names(Words& words) {
  text::for_each_row(text::data_file("lexicons/dates/names.tsv"),
                     [&](std::size_t, const std::vector<std::string_view>& row) {
                       if (row.size() < 4) return;
                       int number = 0;
                       std::from_chars(row[1].data(), row[1].data() + row[1].size(), number);
                       if (row[0] == "weekday")
                         words.weekdays.insert(row[3]);
                       else
                         words.months[row[3]].push_back({row[2], {number, calendar_named(row[0])}});
                     });
}

void load_labels(Words& words) {
  text::for_each_row(
      text::data_file("lexicons/dates/labels.tsv"), [&](std::size_t, const std::vector<std::string_view>& row) {
        if (row.size() < 3) return;
        if (row[1] == "word")
          words.others.insert(row[2]);
        else
          words.labels.push_back({row[2], row[1] == "updated" ? DateLabel::updated : DateLabel::published});
      });
  std::sort(words.labels.begin(), words.labels.end(),
            [](const Label& a, const Label& b) { return a.text.size() > b.text.size(); });
}

const Words& words() {
  static const Words loaded = [] {
    Words all;
    load_names(all);
    load_labels(all);
    return all;
  }();
  return loaded;
}

bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || static_cast<unsigned char>(text[at]) >= 0x80 ||
         !is_letter(static_cast<unsigned char>(text[at - 1]));
}

}  // namespace

MonthName find_month(std::string_view folded, std::string_view language) {
  const auto found = words().months.find(folded);
  if (found == words().months.end()) return {};
  const std::vector<Entry>& entries = found->second;
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const Entry& entry : entries)
    if (entry.language == primary) return entry.month;
  for (const Entry& entry : entries)
    if (entry.month.month != entries.front().month.month || entry.month.calendar != entries.front().month.calendar)
      return {};
  return entries.front().month;
}

bool is_weekday(std::string_view folded) { return words().weekdays.contains(folded); }

DateLabel label_at_end(std::string_view folded) {
  while (!folded.empty() &&
         (folded.back() == ' ' || folded.back() == ':' || folded.back() == '(' || folded.back() == '|'))
    folded.remove_suffix(1);
  for (const std::string_view wide : {"：", "："})
    if (folded.ends_with(wide)) folded.remove_suffix(wide.size());
  for (const Label& label : words().labels)
    if (folded.ends_with(label.text) && starts_word(folded, folded.size() - label.text.size())) return label.label;
  return DateLabel::none;
}

bool is_date_word(std::string_view folded) {
  if (words().others.contains(folded) || words().weekdays.contains(folded)) return true;
  return std::any_of(words().labels.begin(), words().labels.end(), [&](const Label& label) {
    const std::size_t at = label.text.find(folded);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + folded.size();
    return (at == 0 || label.text[at - 1] == ' ') && (end == label.text.size() || label.text[end] == ' ');
  });
}

}  // namespace dateline::indexer
