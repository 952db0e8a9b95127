// Records in the rows of a table with a header: one article a row.
#pragma once

#include "indexer/input/formats.hpp"

namespace dateline::indexer {

// A header that names fields that we know, or that a file called .csv may well mean.
bool is_csv(const Head& head);

// `bytes`: without mark; in an encoding that has ASCII in it.
void read_csv(ByteReader& bytes, const Place& place, const InputSink& sink);

}  // namespace dateline::indexer
