// Links between spellings of one speaker: decided when a generation gets its first articles, kept with it, applied to
// whoever is quoted later (docs/QUOTATIONS.md).
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/writing/publication.hpp"
#include "schema/speaker_links.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer {

// Among the persons of the live articles of `parts`, which are complete on disk. Whom the alias table knows keeps the
// name that it gives.
schema::SpeakerLinks link_speakers(const std::vector<Part>& parts, const std::filesystem::path& generation,
                                   const text::AliasTable& aliases);

// Makes the columns of a segment call its speakers as the links do; nothing happens when it quotes none of them.
void apply_links(const schema::SpeakerLinks& links, const std::filesystem::path& generation,
                 schema::SegmentEntry& segment);

}  // namespace dateline::indexer
