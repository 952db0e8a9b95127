// "Sources   The Moscow Times, AFP": facts one under the other, wrapped behind their names, or below them where a page
// is narrow.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/print/page.hpp"

namespace dateline::app {

// Facts with an empty value are left out.
std::string labelled(const std::vector<std::pair<std::string, std::string>>& facts, const Page& page);

}  // namespace dateline::app
