// Putting words into a query in the place of others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

struct Replacement {
  std::size_t begin = 0, end = 0;  // bytes
  std::string text;
};

// `replacements` by begin, none overlapping another.
std::string replaced(std::string_view text, const std::vector<Replacement>& replacements);

// The spelling with its letters as large as those of what was typed: "isreal" becomes "israel", "Isreal" "Israel".
std::string in_case_of(std::string_view typed, const std::string& spelling);

}  // namespace dateline::searcher
