// The tables that reading needs, kept alive together: the built-in ones, or with the rows that a user gave.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "dateline/indexer.hpp"
#include "indexer/reading/read.hpp"
#include "indexer/reading/recurring_lines.hpp"
#include "schema/snapshot.hpp"
#include "text/names/alias_table.hpp"
#include "text/names/source_table.hpp"

namespace dateline::indexer {

class Rules {
 public:
  // A user's files win; else the rows that the archive keeps; else the built-in tables alone.
  // Throws dateline::Error(invalid_request) that names the file and line.
  static Rules load(const IndexOptions& options, const std::shared_ptr<const schema::Snapshot>& archive = nullptr);

  // Refers to this object's tables.
  ReadingContext context(const IndexOptions& options) const;

  // What the archive has learnt; nothing before this is called.
  void set_recurring(RecurringLines lines) { recurring_ = std::make_shared<const RecurringLines>(std::move(lines)); }

  // Content of the user's files, to be kept in the archive; empty when not given.
  const std::optional<std::string>& given_aliases() const { return given_aliases_; }
  const std::optional<std::string>& given_sources() const { return given_sources_; }

 private:
  std::shared_ptr<const text::AliasTable> aliases_;
  std::shared_ptr<const text::SourceTable> sources_;
  std::shared_ptr<const RecurringLines> recurring_;
  std::optional<std::string> given_aliases_, given_sources_;
};

}  // namespace dateline::indexer
