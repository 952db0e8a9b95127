// iamglass: which revision of a database holds, and where its tables begin.
#pragma once

#include <filesystem>
#include <optional>

#include "schema/glass/table.hpp"

namespace dateline::schema::glass {

struct Roots {
  Root postings, positions, documents;
};

// Empty when it is of another format than the one that is known here.
std::optional<Roots> read_version_file(const std::filesystem::path& file);

}  // namespace dateline::schema::glass
