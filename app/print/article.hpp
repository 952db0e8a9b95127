// One article as a page: what `show` and `inspect` print for people.
#pragma once

#include <string>

#include "app/print/page.hpp"
#include "dateline/article.hpp"

namespace dateline::app {

std::string article_as_text(const Article& article, const Page& page);

}  // namespace dateline::app
