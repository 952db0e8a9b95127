// The groups of copies that a commit publishes: those of the commit before, changed where articles came and went.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/writing/publication.hpp"
#include "schema/copy_groups.hpp"
#include "schema/snapshot.hpp"

namespace dateline::indexer {

// What is known of the articles before they are grouped.
struct CopiesBefore {
  const schema::Snapshot* snapshot = nullptr;     // whose groups hold; null: none do
  std::function<bool(std::uint64_t key)> is_new;  // not of the snapshot, or another text than there
};

// Of the live articles of `parts`, which are complete on disk. Memory: two bytes an article, some more for those that
// are new or in groups.
schema::CopyLists find_copies(const std::vector<Part>& parts, const std::filesystem::path& generation,
                              const CopiesBefore& before);

// What the file of these groups holds; empty when there are none.
std::string describe_copies(const schema::CopyLists& groups, const std::vector<Part>& parts);

}  // namespace dateline::indexer
