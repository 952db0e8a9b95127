#include "searcher/query/fields.hpp"

#include <algorithm>
#include <cassert>
#include <string>

#include "searcher/query/characters.hpp"

namespace dateline::searcher {

namespace {

constexpr FieldName names[] = {
    {"title", NodeKind::in_field, QueryField::title},
    {"body", NodeKind::in_field, QueryField::body},
    {"said", NodeKind::in_field, QueryField::said},
    {"by", NodeKind::in_field, QueryField::by},
    {"byline", NodeKind::in_field, QueryField::by},
    {"tag", NodeKind::in_field, QueryField::tag},
    {"speaker", NodeKind::speaker},
    {"source", NodeKind::source},
    {"lang", NodeKind::language},
    {"language", NodeKind::language},
    {"site", NodeKind::site},
    {"id", NodeKind::id},
    {"path", NodeKind::path},
    {"date", NodeKind::date_range, QueryField::none, DateClause::during},
    {"after", NodeKind::date_range, QueryField::none, DateClause::after},
    {"before", NodeKind::date_range, QueryField::none, DateClause::before},
    {"since", NodeKind::date_range, QueryField::none, DateClause::since},
    {"until", NodeKind::date_range, QueryField::none, DateClause::until},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_name(std::string_view written, std::string_view name) {
  return std::equal(written.begin(), written.end(), name.begin(), name.end(),
                    [](char a, char b) { return lower(a) == b; });
}

}  // namespace

std::span<const FieldName> field_names() { return names; }

const FieldName* find_field(std::string_view name) {
  const std::string written = narrow(name);
  for (const FieldName& row : names)
    if (same_name(written, row.name)) return &row;
  return nullptr;
}

const FieldName& field_of(NodeKind kind, QueryField field) {
  for (const FieldName& row : names)
    if (row.kind == kind && row.field == field) return row;
  assert(false && "a clause of no field");
  return names[0];
}

}  // namespace dateline::searcher
