// The one shape of each meaning: trees are made here, so that queries that say the same in brackets are the same tree.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/tree.hpp"

namespace dateline::searcher {

Node make(NodeKind kind, std::string text = {});

// list, all or any of the children: nested ones of the same kind become one, a single child stands alone, and what
// matches everything demands nothing.
Node combined(NodeKind kind, std::vector<Node> children);

// Excluding twice is including; excluding everything leaves nothing.
Node negated(Node node);

Node in_field(QueryField field, Node node);

// Whether it stands at places in the text, so that something can be near it.
bool has_places(const Node& node);

bool is_proximity(NodeKind kind);

}  // namespace dateline::searcher
