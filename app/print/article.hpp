// One article as a page: what `show` and `inspect` print for people.
#pragma once

#include <string>

#include "app/print/page.hpp"
#include "dateline/article.hpp"

namespace dateline::app {

// Between two articles.
std::string divider(const Page& page);

std::string article_as_text(const Article& article, const Page& page, bool cited = false);

}  // namespace dateline::app
