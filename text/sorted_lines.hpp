// A table that is looked up where it lies, compiled in: nothing is read or allocated before the first answer.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::text {

// Lines "key<TAB>fields", each ended, sorted by the bytes of their keys. Immutable; any thread; the text must outlive
// it and what it returns.
class SortedLines {
 public:
  constexpr explicit SortedLines(std::string_view lines) : lines_(lines) {}

  std::string_view all() const { return lines_; }

  // The lines of a key, which stand together; empty when there is none.
  std::string_view find(std::string_view key) const;

  // Whether some key is this word, or begins with it and a blank.
  bool begins_key(std::string_view word) const;

 private:
  std::size_t first_not_below(std::string_view key) const;

  std::string_view lines_;
};

// The field that `line` begins with, taken off it with its tab.
std::string_view take_field(std::string_view& line);

// The first of `lines`, taken off them with its end.
std::string_view take_line(std::string_view& lines);

}  // namespace dateline::text
