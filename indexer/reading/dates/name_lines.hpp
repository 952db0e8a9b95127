// The names behind names.hpp, one a line: name, number of the kin, language, number of the month or weekday (1 is
// Sunday), calendar, with tabs between; sorted by name, names of several kins in the kins' order. Written by generator/
// when the library is built, because asking ICU for a hundred locales and folding what it says takes longer than
// reading an article.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/reading/dates/calendars.hpp"

namespace dateline::indexer {

enum class NameKind : unsigned char { month, weekday };

struct NameEntry {
  std::size_t kin = 0;  // its number (kins.hpp)
  std::string_view language;
  int number = 0;
  Calendar calendar = Calendar::gregorian;
};

// All lines of a kind; generated.
std::string_view name_lines(NameKind kind);

// The lines of one name; empty when there are none. Any thread.
std::string_view lines_of_name(NameKind kind, std::string_view name);

// Takes the first line off `lines`, which is not empty.
NameEntry take_name(std::string_view& lines);

}  // namespace dateline::indexer
