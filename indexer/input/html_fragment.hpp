// Pieces of HTML inside other formats: all of them is the article, but for what is plainly beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

struct Fragment {
  std::string text;  // a blank line between blocks
  std::vector<std::string> removed;
};

// Both: UTF-8.
Fragment read_fragment(std::string_view html);
std::string one_line(std::string_view html);  // of a title: tags and entities resolved, blanks folded

}  // namespace dateline::indexer
