// Learning from the archive, before it is built: the inputs are read for what recurs in them (docs/BOILERPLATE.md).
// What was read is kept for the pass that builds, which reads again only what has any of that.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "dateline/indexer.hpp"
#include "indexer/input_pass.hpp"
#include "indexer/rules.hpp"

namespace dateline::indexer {

struct Learnt {
  std::string encoded;         // for the archive to keep
  std::uint32_t articles = 0;  // that it was learnt from
};

// `give` gives a pass all that the archive will be built from. What was learnt is applied by `rules` from now on;
// nothing is when there are no articles. Throws as a run of indexing does.
std::optional<Learnt> learn_recurring_lines(const IndexOptions& options, Rules& rules, KeptInputs& kept,
                                            const std::function<void(InputPass&)>& give);

}  // namespace dateline::indexer
