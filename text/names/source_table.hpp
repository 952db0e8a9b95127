// Who printed it: canonical names of publishers, agencies and aggregators with their domains and house names.
// data/sources.tsv: canonical<TAB>kind(publisher|agency|aggregator)<TAB>alias
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::text {

enum class SourceKind : unsigned char { publisher, agency, aggregator };

struct Source {
  std::string canonical;
  SourceKind kind = SourceKind::publisher;
};

class SourceTable {
 public:
  static const SourceTable& built_in();
  static SourceTable with_user_rows(std::string_view tsv);  // throws std::invalid_argument that names the line

  // By name or alias, ignoring case, accents and width.
  const Source* find(std::string_view name) const;

  // Whether any name could begin with this word: cheaper than looking for all that might.
  bool begins_name(std::string_view word) const;

  // Calls each(name, source) for every name and alias, as they are compared: folded words with blanks between, or a
  // host.
  template <class Each>
  void for_each(Each&& each) const {
    for (const auto& [name, source] : by_name_) each(std::string_view(name), sources_[source]);
  }

  // By host, "www." and subdomains ignored: "www.bbc.co.uk" finds "bbc.co.uk".
  const Source* find_host(std::string_view host) const;

 private:
  void add(std::string_view tsv, std::string_view label);
  void index_first_words();

  std::vector<Source> sources_;  // one a canonical name and kind, in the order of the rows
  std::unordered_map<std::string, std::size_t> by_name_;
  std::vector<std::uint64_t> first_words_;  // hashes, rising
};

}  // namespace dateline::text
