// The folder of an archive: made, recognised, and rid of what no manifest names any more.
#pragma once

#include <filesystem>

#include "schema/manifest.hpp"

namespace dateline::indexer {

// Makes the folder if it does not exist. Throws archive_foreign when something else than an archive is there.
void prepare_folder(const std::filesystem::path& archive);

// The manifest; in a folder without one, that of a new archive, which is written. The archive's lock is held.
schema::Manifest load_or_create_manifest(const std::filesystem::path& archive);

// Removes generations, segments and files that the manifest does not name: leftovers of a writer that died, and what a
// commit replaced. Segments that a reader has open stay for a later call, and so does `in_the_making` of the live
// generation, a name or empty. The archive's lock is held.
void remove_unnamed(const std::filesystem::path& archive, const schema::Manifest& manifest,
                    const std::string& in_the_making = {});

}  // namespace dateline::indexer
