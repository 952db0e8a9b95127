#include "text/sorted_lines.hpp"

namespace dateline::text {
namespace {

std::string_view key_at(std::string_view lines, std::size_t line) {
  return lines.substr(line, lines.find('\t', line) - line);
}

// Where the line begins that holds this byte.
std::size_t line_around(std::string_view lines, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : lines.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t behind_line(std::string_view lines, std::size_t line) { return lines.find('\n', line) + 1; }

}  // namespace

std::size_t SortedLines::first_not_below(std::string_view key) const {
  std::size_t begin = 0, end = lines_.size();
  while (begin < end) {
    const std::size_t line = line_around(lines_, begin + (end - begin) / 2);
    if (key_at(lines_, line) < key)
      begin = behind_line(lines_, line);
    else
      end = line;
  }
  return end;
}

std::string_view SortedLines::find(std::string_view key) const {
  const std::size_t begin = first_not_below(key);
  std::size_t end = begin;
  while (end < lines_.size() && key_at(lines_, end) == key) end = behind_line(lines_, end);
  return lines_.substr(begin, end - begin);
}

// A blank and the tab behind a key come before whatever else could follow the word.
bool SortedLines::begins_key(std::string_view word) const {
  const std::string_view rest = lines_.substr(first_not_below(word));
  return rest.size() > word.size() && rest.starts_with(word) && (rest[word.size()] == ' ' || rest[word.size()] == '\t');
}

std::string_view take_field(std::string_view& line) {
  const std::size_t end = line.find('\t');
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  return field;
}

std::string_view take_line(std::string_view& lines) {
  const std::size_t end = lines.find('\n');
  const std::string_view line = lines.substr(0, end);
  lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  return line;
}

}  // namespace dateline::text
