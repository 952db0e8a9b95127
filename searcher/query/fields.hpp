// The names that may stand before a colon. A field of the query language is one row of this table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "searcher/query/tree.hpp"

namespace dateline::searcher {

enum class DateClause : std::uint8_t { none, during, after, before, since, until };

struct FieldName {
  std::string_view name;
  NodeKind kind = NodeKind::in_field;   // of the clauses that it makes
  QueryField field = QueryField::none;  // in_field
  DateClause dates = DateClause::none;  // date_range

  bool is_text() const { return kind == NodeKind::in_field; }
  // Names of people and papers have blanks in them: `source:(Moscow Times OR AFP)` is two values, not three.
  bool takes_several_words() const { return kind == NodeKind::speaker || kind == NodeKind::source; }
};

// The first name of each field is the one that print() writes.
std::span<const FieldName> field_names();

// The row with that name, in any case and width; null when there is none.
const FieldName* find_field(std::string_view name);

// The first row that makes such clauses.
const FieldName& field_of(NodeKind kind, QueryField field = QueryField::none);

}  // namespace dateline::searcher
