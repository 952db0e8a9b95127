#include <utility>

#include "indexer/writing/archive_writer_impl.hpp"

// A reindex, or the first index of all, that may be interrupted and gone on with.
namespace dateline::indexer {

bool ArchiveWriter::Impl::resume(const std::string& built_from) {
  next.building_from = built_from;
  if (!published.building || published.building_from != built_from) return false;
  fs::remove_all(folder());
  take_up_building();
  return true;
}

// What an earlier writer built.
void ArchiveWriter::Impl::take_up_building() {
  next.live = *published.building;
  kept = KeptFiles::read(archive, next.live);
  continue_building();
}

void ArchiveWriter::Impl::continue_building() {
  committed.emplace(schema::Snapshot::open(archive, next.live));
  kept.settle(folder(), next.live);
}

// As a commit, but that the manifest names it as unfinished. Nothing is merged and no copies are looked for: that is
// done once, at the end.
void ArchiveWriter::Impl::checkpoint() {
  ++next.commit;
  std::vector<Part> parts = all_parts();
  const std::vector<fs::path> written = write_parts(parts);
  schema::Manifest unfinished = published;
  unfinished.commit = next.commit;
  unfinished.segments_made = next.segments_made;
  unfinished.generations_made = next.generations_made;
  unfinished.building = next.live;
  unfinished.building_from = next.building_from;
  schema::write_manifest(archive, unfinished, written);
  published = unfinished;
  was_committed = true;
  pending.clear();
  masked_committed = false;
  continue_building();
  log(LogLevel::info, "so much of " + next.live.name + " is built that an interruption leaves " +
                          counted(committed->live(), "article"));
}

}  // namespace dateline::indexer
