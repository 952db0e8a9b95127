#include "app/print/labelled.hpp"

#include <algorithm>

#include "app/print/width.hpp"
#include "app/print/wrap.hpp"

namespace dateline::app {

std::string labelled(const std::vector<std::pair<std::string, std::string>>& facts, const Page& page) {
  std::size_t indent = 0;
  for (const auto& [name, value] : facts) {
    if (!value.empty()) indent = std::max(indent, width_of(name) + 2);
  }
  std::string text;
  for (const auto& [name, value] : facts) {
    if (!value.empty()) text += laid_out({value, {}, Paragraph::Look::plain}, page, indent, name);
  }
  return text;
}

}  // namespace dateline::app
