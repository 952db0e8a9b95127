// Who printed it: collected from everything that says so, publishers first, then agencies; aggregators left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/names/source_table.hpp"

namespace dateline::indexer {

class SourceCollector {
 public:
  explicit SourceCollector(const text::SourceTable& table) : table_(table) {}

  // A name that somebody states to be the source: kept even when the table does not know it.
  void add_stated(std::string_view name, const std::string& evidence);

  // A name that may be a source: kept when the table knows it. Whether it does (aggregators count as known).
  bool add_known(std::string_view name, const std::string& evidence);

  // A name that may be a source of that kind: a publisher only while there is none. Whether the table knows it.
  bool add_mention(std::string_view name, text::SourceKind kind, const std::string& evidence);

  // The publisher behind an address: the table's, else the bare host itself.
  void add_host(std::string_view url, const std::string& evidence);

  // Every known name of that kind in a line such as a copyright notice or a credit; publishers only while there is
  // none.
  void add_mentions(std::string_view line, text::SourceKind kind, const std::string& evidence);

  // The known source that the line names and does nothing else.
  std::optional<text::Source> named(std::string_view line) const;

  bool has_publisher() const;
  bool empty() const { return found_.empty(); }

  std::vector<std::string> names() const;
  const std::vector<std::string>& evidence() const { return evidence_; }

 private:
  void add_mentions_in_run(std::string_view run, text::SourceKind kind, const std::string& evidence);
  void add(const text::Source& source, const std::string& evidence);

  const text::SourceTable& table_;
  std::vector<text::Source> found_;
  std::vector<std::string> evidence_;
};

// "https://www.example.com/a" -> "example.com"; empty when it is no address.
std::string host_of(std::string_view url);

}  // namespace dateline::indexer
