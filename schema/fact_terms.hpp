// What is known of an article as boolean terms: its key, date, sources, speakers ...
#pragma once

#include <string>
#include <vector>

#include "schema/stored_article.hpp"
#include "text/analyzer.hpp"

namespace dateline::schema {

// In any order, some more than once.
std::vector<std::string> fact_terms(const StoredArticle& article, text::Analyzer& analyzer);

}  // namespace dateline::schema
