// A query as it was read. Text becomes this tree (parse.hpp), the tree becomes a plan (../plan), the plan runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/article.hpp"

namespace dateline::searcher {

enum class NodeKind : std::uint8_t {
  everything,      // the empty query
  nothing,         // e.g. a filter that nothing can pass
  word,            // text
  exact_word,      // =text
  prefix,          // text*
  fuzzy,           // text~ or text~2; number = edits
  phrase,          // children: words, in order ("*" inside a phrase: any one word, as NodeKind::everything)
  list,            // at least two children side by side, no operator: `auto`, `all` or `any` decides
  all,             // AND
  any,             // OR
  negation,        // NOT; one child, never a negation, everything or nothing
  near,            // NEAR/number: children within that many words, in any order
  ordered,         // ADJ/number: the same in this order
  same_sentence,   // /s
  same_paragraph,  // /p
  in_field,        // field title|body|said|by|tag; one child
  speaker,         // text; exact = only this spelling (speaker:=...)
  source,
  language,
  site,
  id,
  path,        // text
  date_range,  // from..to, either may be open; text = the range in ISO form, as print() writes it
};

enum class QueryField : std::uint8_t { none, title, body, said, by, tag };

// Days since 1970-01-01, inclusive at both ends.
struct DayRange {
  static constexpr std::int32_t open_start = INT32_MIN, open_end = INT32_MAX;
  std::int32_t first = open_start, last = open_end;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

struct Node {
  NodeKind kind = NodeKind::everything;
  std::string text;
  int number = 0;
  bool exact = false;
  QueryField field = QueryField::none;
  DayRange days;
  std::vector<Node> children;

  friend bool operator==(const Node&, const Node&) = default;
};

}  // namespace dateline::searcher
