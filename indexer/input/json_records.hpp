// Records: one JSON object a line, or one array of objects. A broken one is rejected by its line or number; the rest
// goes on.
#pragma once

#include "indexer/input/byte_reader.hpp"
#include "indexer/input/place.hpp"

namespace dateline::indexer {

// `bytes`: without mark; in UTF-8, but for lines that are not.
void read_records(ByteReader& bytes, const Place& place, const InputSink& sink);

}  // namespace dateline::indexer
