// The state that a commit is about to publish: segments with their live articles, merged where the policy says so.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/writing/segment_builder.hpp"
#include "schema/manifest.hpp"

namespace dateline::indexer {

// One segment and what of it is live.
struct Part {
  schema::SegmentEntry entry;
  schema::Bitmap live;
};

enum class Merging : std::uint8_t {
  none,
  by_policy,  // of the segments that merge_policy.hpp chooses
  as_one      // of all, unless there is one and nothing in it is masked
};

// Drops segments without a live article and rewrites others as one. `next_folder` gives the folder of a segment that
// does not exist yet.
void merge_parts(std::vector<Part>& parts, Merging merging, const std::filesystem::path& generation,
                 const BuilderOptions& options, const std::function<std::filesystem::path()>& next_folder);
// Those that it would rewrite next by policy; empty when all is well.
std::vector<Part> parts_to_merge(const std::vector<Part>& parts);
// As one segment in `folder`, from their stored articles. Throws when `is_cancelled` (null: never) becomes true.
Part rewrite(const std::vector<Part>& parts, const std::filesystem::path& generation, const BuilderOptions& options,
             const std::filesystem::path& folder, const std::atomic<bool>* is_cancelled = nullptr);

// Names a new file of live bitmaps in the entries of masked segments and returns its content; empty when nothing is
// masked.
std::string describe_live(std::vector<Part>& parts, const std::string& file_name);

// Notes the checksum of each loose file that has none yet, and writes its spare. Returns those files.
std::vector<std::filesystem::path> record_loose_files(const std::filesystem::path& generation,
                                                      schema::GenerationEntry& entry);

}  // namespace dateline::indexer
