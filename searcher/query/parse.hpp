// Text -> tree. Every string is a query: what cannot be read as meant is read as best it can be, with a warning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/tree.hpp"

namespace dateline::searcher {

struct ParseContext {
  std::int32_t today = 0;  // days since 1970-01-01 in the caller's time zone: for `since:7d`, `date:last-week`
};

struct ParsedQuery {
  Node root;
  std::vector<std::string> warnings;  // one sentence each, naming the fragment
};

// Binding, from the tightest: NEAR and its kin, NOT, side by side, AND, OR (docs/QUERY_LANGUAGE.md). list, all and any
// never have a child of their own kind; facts in a bracket (`source:(a OR b)`) become a bracket of facts. Bounded: at
// most 1,000 words and 100 levels of brackets are read; the rest is left out with a warning.
ParsedQuery parse(std::string_view query, const ParseContext& context);

// The tree as a query that parses to the same tree: for `interpreted`, logs and tests.
std::string print(const Node& node);

}  // namespace dateline::searcher
