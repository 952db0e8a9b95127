// How text is laid out: the width of the lines, and whether there are colours.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::app {

struct Page {
  std::size_t width = 0;  // columns; 0: lines are not wrapped, so that every fact is on one line for grep
  bool color = false;
  bool blocks = true;  // bars of block characters; else of ASCII

  std::string bold(std::string_view text) const { return styled("1", text); }
  std::string dim(std::string_view text) const { return styled("2", text); }
  std::string marked(std::string_view text) const { return styled("1;31", text); }  // what was searched for
  std::string bar(std::string_view text) const { return styled("36", text); }

 private:
  std::string styled(std::string_view code, std::string_view text) const {
    if (!color || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
};

}  // namespace dateline::app
