// What `index`, `reindex` and `inspect` share: how inputs are read, and what is told about them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/command.hpp"
#include "dateline/indexer.hpp"

namespace dateline::app {

struct IndexingOptions {
  IndexOptions index;
  std::vector<std::string> paths;
  std::optional<std::string> aliases, source_table;  // files
  std::optional<std::string> report;                 // file
};

// How inputs are read: for `inspect`, too.
void declare_reading(OptionSet& set, IndexingOptions& options);
// All options of `index` and `reindex`.
void declare_indexing(OptionSet& set, IndexingOptions& options);

IndexOptions index_options(const IndexingOptions& options);

// Does `work` with progress, report, rejections and interruption taken care of, and prints its summary.
ExitCode run_indexing(const IndexingOptions& options, Session& session,
                      const std::function<IndexSummary(IndexOptions)>& work);

}  // namespace dateline::app
