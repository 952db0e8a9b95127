// Which of the titles that a page gives itself is its headline.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/raw_article.hpp"

namespace dateline::indexer {

// Where a page states a title, each as written; empty where it does not.
struct PageTitles {
  std::optional<Stated> structured;   // JSON-LD headline, microdata
  std::optional<Stated> social;       // og:title and other named meta elements
  std::vector<std::string> headings;  // <h1>
  std::string element;                // <title>
  std::vector<std::string> sites;     // what the site calls itself: names, host
};

// The printed headline, where what the page states agrees that it is one; else what is stated.
std::optional<Stated> choose_title(const PageTitles& titles);

// "Lock opens | The Paper" -> "Lock opens"
std::string without_site(std::string_view title, const std::vector<std::string>& sites);

// Lower-case letters and digits: what two writings of one title have in common.
std::string letters_of(std::string_view text);

// Whether at least half of the shorter one is in the other.
bool are_alike(std::string_view a, std::string_view b);

}  // namespace dateline::indexer
