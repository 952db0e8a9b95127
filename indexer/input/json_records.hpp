// Records: one JSON object a line, or one array of objects. A broken one is rejected by its line; the rest goes on.
#pragma once

#include <string>
#include <string_view>

#include "indexer/input/inputs.hpp"

namespace dateline::indexer {

void read_records(std::string_view bytes, const std::string& name, const InputSink& sink);

}  // namespace dateline::indexer
