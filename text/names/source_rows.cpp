#include "text/names/source_rows.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "text/fold.hpp"
#include "text/lexicon.hpp"

namespace dateline::text {
namespace {

enum Column : std::size_t { canonical, kind, alias, column_count };

constexpr std::string_view kind_names[] = {"publisher", "agency", "aggregator"};  // in the order of SourceKind

[[noreturn]] void refuse(std::string_view label, std::size_t line, const std::string& reason) {
  throw std::invalid_argument(std::string(label) + " row " + std::to_string(line) + ": " + reason);
}

SourceRow parse(std::string_view label, std::size_t line, const std::vector<std::string_view>& fields) {
  if (fields.size() != column_count)
    refuse(label, line, std::to_string(fields.size()) + " columns; there must be 3, divided by tabs");
  if (fields[canonical].empty() || fields[alias].empty()) refuse(label, line, "an empty name");
  SourceRow row{fields[canonical], SourceKind::publisher, fields[alias]};
  if (!parse_source_kind(fields[kind], row.kind))
    refuse(label, line, "kind is '" + std::string(fields[kind]) + "', not publisher, agency or aggregator");
  return row;
}

}  // namespace

void for_each_source_row(std::string_view tsv, std::string_view label,
                         const std::function<void(const SourceRow&)>& each) {
  for_each_row(
      tsv, [&](std::size_t line, const std::vector<std::string_view>& fields) { each(parse(label, line, fields)); });
}

bool parse_source_kind(std::string_view text, SourceKind& kind) {
  const auto found = std::find(std::begin(kind_names), std::end(kind_names), text);
  if (found == std::end(kind_names)) return false;
  kind = static_cast<SourceKind>(found - std::begin(kind_names));
  return true;
}

std::string_view source_kind_name(SourceKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

bool is_source_host(std::string_view alias) {
  return alias.find('.') != std::string_view::npos && alias.find(' ') == std::string_view::npos && alias.back() != '.';
}

std::string source_host_key(std::string_view host) {
  host = host.substr(0, host.find(':'));
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  std::string lower(host);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower;
}

std::string source_key(std::string_view alias) {
  return is_source_host(alias) ? source_host_key(alias) : folded_words(alias, ' ');
}

}  // namespace dateline::text
