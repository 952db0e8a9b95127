#include "text/names/source_table.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include "text/made_once.hpp"

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

std::uint64_t hash_of_first_word(std::string_view name) {
  return std::hash<std::string_view>{}(name.substr(0, name.find(' ')));
}

}  // namespace

const SourceTable& SourceTable::built_in() {
  constexpr auto read = [] {
    SourceTable rows;
    rows.add(data_file("sources.tsv"), "built-in sources");
    return rows;
  };
  return made_once(read);
}

SourceTable SourceTable::with_user_rows(std::string_view tsv) {
  SourceTable table;
  table.add(tsv, "sources");
  const std::size_t own = table.sources_.size();
  table.sources_.insert(table.sources_.end(), built_in().sources_.begin(), built_in().sources_.end());
  for (const auto& [name, source] : built_in().by_name_) table.by_name_.try_emplace(name, own + source);
  table.index_first_words();
  return table;
}

void SourceTable::add(std::string_view tsv, std::string_view label) {
  std::string own_name;
  for_each_row(tsv, [&](std::size_t line, const std::vector<std::string_view>& fields) {
    if (fields.size() != column_count)
      refuse(label, line, std::to_string(fields.size()) + " columns; there must be 3, divided by tabs");
    if (fields[canonical].empty() || fields[alias].empty()) refuse(label, line, "an empty name");
    const SourceKind row_kind = parse_kind(fields[kind], label, line);
    // A source's rows stand together, mostly: its name is folded once for all of them.
    if (sources_.empty() || sources_.back().canonical != fields[canonical] || sources_.back().kind != row_kind) {
      sources_.push_back({std::string(fields[canonical]), row_kind});
      own_name = key(fields[canonical]);
    }
    if (fields[alias] != fields[canonical]) by_name_.try_emplace(key(fields[alias]), sources_.size() - 1);
    by_name_.try_emplace(own_name, sources_.size() - 1);
  });
  index_first_words();
}

void SourceTable::index_first_words() {
  first_words_.clear();
  first_words_.reserve(by_name_.size());
  for (const auto& [name, source] : by_name_) first_words_.push_back(hash_of_first_word(name));
  std::sort(first_words_.begin(), first_words_.end());
}

bool SourceTable::begins_name(std::string_view word) const {
  return is_host(word) || std::binary_search(first_words_.begin(), first_words_.end(), hash_of_first_word(key(word)));
}

const Source* SourceTable::find(std::string_view name) const {
  if (name.empty()) return nullptr;
  const auto found = by_name_.find(key(name));
  return found == by_name_.end() ? nullptr : &sources_[found->second];
}

const Source* SourceTable::find_host(std::string_view host) const {
  for (std::string rest = lower_host(host); rest.find('.') != std::string::npos; rest.erase(0, rest.find('.') + 1))
    if (const auto found = by_name_.find(rest); found != by_name_.end()) return &sources_[found->second];
  return nullptr;
}

}  // namespace dateline::text
