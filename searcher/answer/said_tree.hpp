// A query about quotations: its words are looked for inside one quotation, its filters stay filters.
#pragma once

#include "searcher/query/tree.hpp"

namespace dateline::searcher {

Node said_tree(const Node& tree);

}  // namespace dateline::searcher
