#include "text/names/source_table.hpp"

#include <algorithm>
#include <stdexcept>

#include "text/fold.hpp"
#include "text/lexicon.hpp"

namespace dateline::text {
namespace {

enum Column : std::size_t { canonical, kind, alias, column_count };

[[noreturn]] void refuse(std::string_view label, std::size_t line, const std::string& reason) {
  throw std::invalid_argument(std::string(label) + " row " + std::to_string(line) + ": " + reason);
}

SourceKind parse_kind(std::string_view text, std::string_view label, std::size_t line) {
  if (text == "publisher") return SourceKind::publisher;
  if (text == "agency") return SourceKind::agency;
  if (text == "aggregator") return SourceKind::aggregator;
  refuse(label, line, "kind is '" + std::string(text) + "', not publisher, agency or aggregator");
}

// Hosts keep their dots and so can never meet a name, which has none.
bool is_host(std::string_view alias) {
  return alias.find('.') != std::string_view::npos && alias.find(' ') == std::string_view::npos && alias.back() != '.';
}

std::string lower_host(std::string_view host) {
  host = host.substr(0, host.find(':'));
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  std::string lower(host);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower;
}

std::string key(std::string_view alias) { return is_host(alias) ? lower_host(alias) : folded_words(alias, ' '); }

}  // namespace

const SourceTable& SourceTable::built_in() {
  static const SourceTable table = [] {
    SourceTable rows;
    rows.add(data_file("sources.tsv"), "built-in sources");
    return rows;
  }();
  return table;
}

SourceTable SourceTable::with_user_rows(std::string_view tsv) {
  SourceTable table;
  table.add(tsv, "sources");
  for (const auto& [name, source] : built_in().by_name_) table.add_name(name, source);
  return table;
}

void SourceTable::add(std::string_view tsv, std::string_view label) {
  for_each_row(tsv, [&](std::size_t line, const std::vector<std::string_view>& fields) {
    if (fields.size() != column_count)
      refuse(label, line, std::to_string(fields.size()) + " columns; there must be 3, divided by tabs");
    if (fields[canonical].empty() || fields[alias].empty()) refuse(label, line, "an empty name");
    const Source source{std::string(fields[canonical]), parse_kind(fields[kind], label, line)};
    add_name(key(fields[alias]), source);
    add_name(key(fields[canonical]), source);
  });
}

void SourceTable::add_name(const std::string& name, const Source& source) {
  by_name_.try_emplace(name, source);
  first_words_.insert(name.substr(0, name.find(' ')));
}

bool SourceTable::begins_name(std::string_view word) const {
  const std::string name = key(word);
  return is_host(word) || first_words_.contains(name.substr(0, name.find(' ')));
}

const Source* SourceTable::find(std::string_view name) const {
  if (name.empty()) return nullptr;
  const auto found = by_name_.find(key(name));
  return found == by_name_.end() ? nullptr : &found->second;
}

const Source* SourceTable::find_host(std::string_view host) const {
  for (std::string rest = lower_host(host); rest.find('.') != std::string::npos; rest.erase(0, rest.find('.') + 1))
    if (const auto found = by_name_.find(rest); found != by_name_.end()) return &found->second;
  return nullptr;
}

}  // namespace dateline::text
