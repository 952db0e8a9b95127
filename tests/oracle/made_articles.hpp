// Articles that a test invents: several languages, dates of all precisions, several sources, quotations, and the same
// few words in titles, bodies and quotations.
#pragma once

#include <random>
#include <string>

#include "dateline/article.hpp"

namespace dateline::oracle {

// `id`: empty for an article that is known by its url.
Article make_article(std::string id, std::mt19937& random);

}  // namespace dateline::oracle
