// Rows of a table of sources: canonical<TAB>kind(publisher|agency|aggregator)<TAB>alias.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace dateline::text {

enum class SourceKind : unsigned char { publisher, agency, aggregator };

struct SourceRow {
  std::string_view canonical;
  SourceKind kind = SourceKind::publisher;
  std::string_view alias;
};

// Throws std::invalid_argument that names `label` and the line of a row that is none.
void for_each_source_row(std::string_view tsv, std::string_view label,
                         const std::function<void(const SourceRow&)>& each);

// "publisher", "agency" or "aggregator"; false for anything else.
bool parse_source_kind(std::string_view text, SourceKind& kind);
std::string_view source_kind_name(SourceKind kind);

// How names and hosts are compared: folded words with blanks between; a host lower case and without its port. Hosts
// keep their dots and so can never meet a name, which has none.
std::string source_key(std::string_view alias);
bool is_source_host(std::string_view alias);
std::string source_host_key(std::string_view host);

}  // namespace dateline::text
