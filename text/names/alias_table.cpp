#include "text/names/alias_table.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <stdexcept>

#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include "text/made_once.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

constexpr std::string_view built_in_table = "built-in";

// The last column only in the built-in rows, which text/generator folds when the library is built.
enum Column : std::size_t { canonical, kind, gender, language, alias, scope, column_count, folded = column_count };

[[noreturn]] void refuse(std::string_view table, std::size_t line, const std::string& reason) {
  throw std::invalid_argument(std::string(table) + " row " + std::to_string(line) + ": " + reason);
}

AliasKind parse_kind(std::string_view text, std::string_view table, std::size_t line) {
  if (text == "person") return AliasKind::person;
  if (text == "org" || text == "body") return AliasKind::body;
  if (text == "group") return AliasKind::group;
  refuse(table, line, "kind is '" + std::string(text) + "', not person, org or group");
}

char parse_gender(std::string_view text, std::string_view table, std::size_t line) {
  if (text == "m" || text == "f" || text == "-") return text.front();
  refuse(table, line, "gender is '" + std::string(text) + "', not m, f or -");
}

bool parse_scope(std::string_view text, std::string_view table, std::size_t line) {
  if (text == "full") return true;
  if (text == "short") return false;
  refuse(table, line, "scope is '" + std::string(text) + "', not full or short");
}

bool is_folded(const std::vector<std::string_view>& fields) { return fields.size() == folded + 1; }

// But for the folded alias of a user's row.
Alias parse(std::string_view table, std::size_t line, const std::vector<std::string_view>& fields) {
  if (fields.size() != column_count && !(table == built_in_table && is_folded(fields)))
    refuse(table, line, std::to_string(fields.size()) + " columns; there must be 6, divided by tabs");
  if (fields[canonical].empty()) refuse(table, line, "no canonical name");
  Alias row;
  row.canonical = fields[canonical];
  row.kind = parse_kind(fields[kind], table, line);
  row.gender = parse_gender(fields[gender], table, line);
  row.language = fields[language];
  row.alias = fields[alias];
  row.full = parse_scope(fields[scope], table, line);
  row.table = table;
  row.line = line;
  return row;
}

using Key = std::string_view Alias::*;

// Rows of one key in the order of the table.
std::vector<const Alias*> sorted_by(Key key, const std::vector<Alias>& rows) {
  std::vector<const Alias*> sorted;
  sorted.reserve(rows.size());
  for (const Alias& row : rows) sorted.push_back(&row);
  std::sort(sorted.begin(), sorted.end(), [&](const Alias* a, const Alias* b) {
    const int order = (a->*key).compare(b->*key);
    return order != 0 ? order < 0 : a < b;
  });
  return sorted;
}

AliasTable::Rows look_up(Key key, AliasTable::Rows sorted, std::string_view wanted) {
  const auto first =
      std::partition_point(sorted.begin(), sorted.end(), [&](const Alias* row) { return row->*key < wanted; });
  const auto last = std::find_if(first, sorted.end(), [&](const Alias* row) { return row->*key != wanted; });
  return {first, last};
}

}  // namespace

std::string Alias::row() const { return std::string(table) + " row " + std::to_string(line); }

const AliasTable& AliasTable::built_in() {
  constexpr auto read = [] {
    AliasTable rows;
    rows.add(data_file("made/aliases.tsv"), built_in_table);
    rows.index();
    return rows;
  };
  return made_once(read);
}

AliasTable AliasTable::with_user_rows(std::string_view tsv) {
  AliasTable table;
  table.user_tsv_ = std::make_unique<const std::string>(tsv);
  table.add(*table.user_tsv_, "aliases");
  table.user_rows_ = table.rows_.size();
  const std::vector<Alias>& rows = built_in().rows_;
  table.rows_.insert(table.rows_.end(), rows.begin(), rows.end());
  table.index();
  return table;
}

void AliasTable::add(std::string_view tsv, std::string_view table) {
  for_each_row(tsv, [&](std::size_t line, const std::vector<std::string_view>& fields) {
    Alias row = parse(table, line, fields);
    row.folded = is_folded(fields) ? fields[folded] : folded_.emplace_back(folded_words(row.alias, ' '));
    if (row.folded.empty()) refuse(table, line, "no alias");
    rows_.push_back(row);
  });
}

void AliasTable::index() {
  by_folded_ = sorted_by(&Alias::folded, rows_);
  by_canonical_ = sorted_by(&Alias::canonical, rows_);
  for (std::size_t i = 0; i < user_rows_; ++i) {
    std::size_t at = 0;
    user_rows_by_letter_[next_code_point(rows_[i].alias, at)].push_back(&rows_[i]);
  }
}

AliasTable::Rows AliasTable::find(std::string_view name) const {
  return look_up(&Alias::folded, by_folded_, folded_words(name, ' '));
}

AliasTable::Rows AliasTable::spellings(std::string_view canonical_name) const {
  return look_up(&Alias::canonical, by_canonical_, canonical_name);
}

AliasTable::Rows AliasTable::user_rows_starting(char32_t letter) const {
  const auto found = user_rows_by_letter_.find(letter);
  return found == user_rows_by_letter_.end() ? Rows() : Rows(found->second);
}

std::string name_id(std::string_view name) { return folded_words(name, '-'); }

}  // namespace dateline::text
