#include "text/names/alias_table.hpp"

#include <unicode/uchar.h>

#include <stdexcept>

#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include "text/made_once.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

const std::vector<const Alias*> kNone;

constexpr std::string_view built_in_label = "built-in";

// The last column only in the built-in rows, which text/generator folds when the library is built.
enum Column : std::size_t { canonical, kind, gender, language, alias, scope, column_count, folded = column_count };

[[noreturn]] void refuse(std::string_view label, std::size_t line, const std::string& reason) {
  throw std::invalid_argument(std::string(label) + " row " + std::to_string(line) + ": " + reason);
}

AliasKind parse_kind(std::string_view text, std::string_view label, std::size_t line) {
  if (text == "person") return AliasKind::person;
  if (text == "org" || text == "body") return AliasKind::body;
  if (text == "group") return AliasKind::group;
  refuse(label, line, "kind is '" + std::string(text) + "', not person, org or group");
}

char parse_gender(std::string_view text, std::string_view label, std::size_t line) {
  if (text == "m" || text == "f" || text == "-") return text.front();
  refuse(label, line, "gender is '" + std::string(text) + "', not m, f or -");
}

bool parse_scope(std::string_view text, std::string_view label, std::size_t line) {
  if (text == "full") return true;
  if (text == "short") return false;
  refuse(label, line, "scope is '" + std::string(text) + "', not full or short");
}

Alias parse(std::string_view label, std::size_t line, const std::vector<std::string_view>& fields) {
  const bool is_folded = label == built_in_label && fields.size() == folded + 1;
  if (fields.size() != column_count && !is_folded)
    refuse(label, line, std::to_string(fields.size()) + " columns; there must be 6, divided by tabs");
  if (fields[canonical].empty()) refuse(label, line, "no canonical name");
  Alias row;
  row.folded = is_folded ? std::string(fields[folded]) : folded_words(fields[alias], ' ');
  if (row.folded.empty()) refuse(label, line, "no alias");
  row.canonical = fields[canonical];
  row.kind = parse_kind(fields[kind], label, line);
  row.gender = parse_gender(fields[gender], label, line);
  row.language = fields[language];
  row.alias = fields[alias];
  row.full = parse_scope(fields[scope], label, line);
  row.row = std::string(label) + " row " + std::to_string(line);
  return row;
}

const std::vector<const Alias*>& look_up(const std::unordered_map<std::string, std::vector<const Alias*>>& rows,
                                         const std::string& key) {
  const auto found = rows.find(key);
  return found == rows.end() ? kNone : found->second;
}

}  // namespace

const AliasTable& AliasTable::built_in() {
  constexpr auto read = [] {
    AliasTable rows;
    rows.add(data_file("made/aliases.tsv"), built_in_label);
    rows.index();
    return rows;
  };
  return made_once(read);
}

AliasTable AliasTable::with_user_rows(std::string_view tsv) {
  AliasTable table;
  table.add(tsv, "aliases");
  table.user_rows_ = table.rows_.size();
  const std::vector<Alias>& rows = built_in().rows_;
  table.rows_.insert(table.rows_.end(), rows.begin(), rows.end());
  table.index();
  return table;
}

void AliasTable::add(std::string_view tsv, std::string_view label) {
  for_each_row(tsv, [&](std::size_t line, const std::vector<std::string_view>& fields) {
    rows_.push_back(parse(label, line, fields));
  });
}

void AliasTable::index() {
  by_folded_.reserve(rows_.size());
  for (const Alias& row : rows_) {
    by_folded_[row.folded].push_back(&row);
    by_canonical_[row.canonical].push_back(&row);
  }
  for (std::size_t i = 0; i < user_rows_; ++i) {
    std::size_t at = 0;
    user_rows_by_letter_[next_code_point(rows_[i].alias, at)].push_back(&rows_[i]);
  }
}

const std::vector<const Alias*>& AliasTable::find(std::string_view name) const {
  return look_up(by_folded_, folded_words(name, ' '));
}

const std::vector<const Alias*>& AliasTable::spellings(std::string_view canonical_name) const {
  return look_up(by_canonical_, std::string(canonical_name));
}

const std::vector<const Alias*>& AliasTable::user_rows_starting(char32_t letter) const {
  const auto found = user_rows_by_letter_.find(letter);
  return found == user_rows_by_letter_.end() ? kNone : found->second;
}

std::string name_id(std::string_view name) { return folded_words(name, '-'); }

}  // namespace dateline::text
