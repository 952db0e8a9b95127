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
  constexpr std::size_t narrowest_value = 20;
  const bool beside = page.width == 0 || page.width >= indent + narrowest_value;
  std::string text;
  for (const auto& [name, value] : facts) {
    if (value.empty()) continue;
    if (!beside) text += laid_out({name, {}, Paragraph::Look::dim}, page, 0);
    text += laid_out({value, {}, Paragraph::Look::plain}, page, beside ? indent : 2, beside ? name : "");
  }
  return text;
}

}  // namespace dateline::app
