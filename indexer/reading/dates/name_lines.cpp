#include "indexer/reading/dates/name_lines.hpp"

#include <charconv>

#include "text/sorted_lines.hpp"

namespace dateline::indexer {
namespace {

template <class Number>
Number number_in(std::string_view field) {
  Number number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

}  // namespace

std::string_view lines_of_name(NameKind kind, std::string_view name) {
  return text::SortedLines(name_lines(kind)).find(name);
}

NameEntry take_name(std::string_view& lines) {
  std::string_view line = text::take_line(lines);
  text::take_field(line);
  NameEntry entry;
  entry.kin = number_in<std::size_t>(text::take_field(line));
  entry.language = text::take_field(line);
  entry.number = number_in<int>(text::take_field(line));
  entry.calendar = static_cast<Calendar>(number_in<unsigned>(line));
  return entry;
}

}  // namespace dateline::indexer
