// Small databases that are merged into a segment's: Xapian's inverter is several times faster while its maps are small.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "schema/document.hpp"

namespace dateline::indexer {

// A new database without a termlist, its documents numbered from 1 in the order given. Not durable.
void write_shard(const std::filesystem::path& folder, const schema::DocumentBatch& batch);

// One compact database at `output` of the shards' documents in the shards' order, renumbered without gaps. The shards
// are removed; `scratch` is a folder for what is in between. At least one shard. Not durable.
void merge_shards(std::vector<std::filesystem::path> shards, const std::filesystem::path& scratch,
                  const std::filesystem::path& output);

}  // namespace dateline::indexer
