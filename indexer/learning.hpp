// Learning from the archive, before it is built: the inputs are read once for what recurs in them
// (docs/BOILERPLATE.md).
#pragma once

#include <functional>

#include "dateline/indexer.hpp"
#include "indexer/input_pass.hpp"
#include "indexer/rules.hpp"
#include "indexer/writing/archive_writer.hpp"

namespace dateline::indexer {

// `give` gives a pass all that the archive will be built from. What was learnt is applied by `rules` from now on and
// kept by `writer`. Throws as a run of indexing does.
void learn_recurring_lines(const IndexOptions& options, Rules& rules, ArchiveWriter& writer, KeptStandardInput& kept,
                           const std::function<void(InputPass&)>& give);

}  // namespace dateline::indexer
