// What can still be read of a damaged segment, as a new one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/writing/publication.hpp"

namespace dateline::indexer {

struct Salvage {
  std::optional<Part> part;  // none: no article could be read
  std::size_t lost = 0;      // live articles that could not
  // Inputs of the lost ones, with members; unknown when the columns are damaged too.
  std::optional<std::vector<std::string>> lost_inputs = std::vector<std::string>();
};

// `part` lies in `generation`; the new segment is written to `folder`, which does not exist yet.
Salvage salvage(const Part& part, const std::filesystem::path& generation, bool columns_are_sound,
                const std::filesystem::path& folder);

}  // namespace dateline::indexer
