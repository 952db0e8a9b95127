#include "app/print/bar.hpp"

#include <algorithm>

namespace dateline::app {
namespace {

// `count` in units of which `units` are the largest.
std::size_t length(std::size_t count, std::size_t largest, std::size_t units) {
  if (count == 0 || largest == 0) return 0;
  const double share = static_cast<double>(count) / static_cast<double>(largest);
  return std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(units) + 0.5));
}

std::string blocks(std::size_t in_eighths) {
  static constexpr const char* eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string text;
  for (std::size_t full = 0; full < in_eighths / 8; ++full) text += "█";
  return text + eighths[in_eighths % 8];
}

}  // namespace

std::string bar(std::size_t count, std::size_t largest, std::size_t columns, const Page& page) {
  if (!page.blocks) return page.bar(std::string(length(count, largest, columns), '#'));
  return page.bar(blocks(length(count, largest, columns * 8)));
}

}  // namespace dateline::app
