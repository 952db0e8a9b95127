// What a crawler kept: one article a page, record by record.
#pragma once

#include "indexer/input/byte_reader.hpp"
#include "indexer/input/place.hpp"

namespace dateline::indexer {

void read_warc(ByteReader& bytes, const Place& place, const InputSink& sink);

}  // namespace dateline::indexer
