// The options that decide what an input becomes, as one line that an archive keeps beside each recorded input.
#pragma once

#include <string>

#include "dateline/indexer.hpp"

namespace dateline::indexer {

// "input=jsonl source=AFP as-given": values percent-encoded. Stored in archives. An input that was read with other
// options is read again even when it has not changed.
std::string record_options(const IndexOptions& options);

// The options that the line stands for; the rest (threads, callbacks, ...) as in `base`.
IndexOptions restore_options(const std::string& line, IndexOptions base);

}  // namespace dateline::indexer
