// Of all values, those that most articles have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "dateline/search.hpp"
#include "searcher/archive/value_table.hpp"

namespace dateline::searcher {

// Adds the first `limit` by count, then by name, to the answer's counts, and says in `more` how many others have an
// article. `counts`: of each value.
void add_most_frequent(const ValueTable& values, std::span<const std::uint32_t> counts, std::size_t limit,
                       FacetAnswer& answer);

}  // namespace dateline::searcher
