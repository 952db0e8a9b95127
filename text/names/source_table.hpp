// Who printed it: canonical names of publishers, agencies and aggregators with their domains and house names.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "text/names/source_rows.hpp"

namespace dateline::text {

struct Source {
  std::string canonical;
  SourceKind kind = SourceKind::publisher;
};

// The rows of data/sources.tsv, with a user's rows before them. Immutable, any thread.
class SourceTable {
 public:
  static const SourceTable& built_in();
  static SourceTable with_user_rows(std::string_view tsv);  // throws std::invalid_argument that names the line

  // By name or alias, ignoring case, accents and width.
  std::optional<Source> find(std::string_view name) const;

  // Whether any name could begin with this word: cheaper than looking for all that might.
  bool begins_name(std::string_view word) const;

  // Calls each(name, source) for every name and alias, as they are compared: folded words with blanks between, or a
  // host.
  template <class Each>
  void for_each(Each&& each) const {
    for (const auto& [name, source] : own_) each(std::string_view(name), source);
    for_each_built_in([&](std::string_view name, const Source& source) {
      if (own_.empty() || !own_.contains(std::string(name))) each(name, source);
    });
  }

  // By host, "www." and subdomains ignored: "www.bbc.co.uk" finds "bbc.co.uk".
  std::optional<Source> find_host(std::string_view host) const;

 private:
  std::optional<Source> find_key(const std::string& key) const;
  static void for_each_built_in(const std::function<void(std::string_view name, const Source& source)>& each);

  std::unordered_map<std::string, Source> own_;      // the user's, by key
  std::unordered_set<std::string> own_first_words_;  // of their keys
};

}  // namespace dateline::text
