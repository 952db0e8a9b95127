// Where something was printed, as a line for a footnote.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/article.hpp"
#include "dateline/search.hpp"

namespace dateline::json {

// “Title”, Source, Agency, 2024-10-02, https://…: what is not known is left out, and the date has no more parts than
// are known. Empty when nothing is known.
std::optional<std::string> citation(const Article& article);
std::optional<std::string> citation(const Hit& hit);
std::optional<std::string> citation(const QuoteHit& quote);

}  // namespace dateline::json
