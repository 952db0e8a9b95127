// RSS 0.9 to 2.0, RDF and Atom: one article an item.
#pragma once

#include "indexer/input/formats.hpp"

namespace dateline::indexer {

bool is_feed(const Head& head);

void read_feed(ByteReader& bytes, const Place& place, const InputSink& sink);

}  // namespace dateline::indexer
