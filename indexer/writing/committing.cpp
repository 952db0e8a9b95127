// Segments and what stands beside them become the state that readers see.
#include <algorithm>
#include <utility>

#include "dateline/error.hpp"
#include "indexer/writing/archive_writer_impl.hpp"
#include "indexer/writing/copies.hpp"
#include "indexer/writing/damage.hpp"
#include "indexer/writing/merge_policy.hpp"
#include "indexer/writing/probes.hpp"
#include "indexer/writing/speaker_linking.hpp"
#include "schema/files.hpp"
#include "text/analyzer.hpp"

namespace dateline::indexer {
namespace {

// More than a merge leaves: whoever commits faster than segments are merged waits.
constexpr std::size_t segments_to_wait_at = 5 * most_segments;

bool is_in(const schema::GenerationEntry& generation, const Part& part) {
  return std::any_of(generation.segments.begin(), generation.segments.end(),
                     [&](const schema::SegmentEntry& entry) { return entry.name == part.entry.name; });
}

}  // namespace

// What was added is visible and durable before segments are merged, which may take long, and goes on behind it. A new
// generation is published once, as it shall be.
void ArchiveWriter::Impl::commit() {
  may_merge = true;
  publish(replaced ? Merging::by_policy : Merging::none);
  begin_to_merge();
  if (next.live.segments.size() > segments_to_wait_at) finish_merging();
}

void ArchiveWriter::Impl::begin_to_merge() {
  if (merge || !may_merge) return;
  try {
    std::vector<Part> chosen = parts_to_merge(all_parts());
    if (!chosen.empty()) merge.emplace(std::move(chosen), folder(), builder_options(), next_segment_folder());
  } catch (const std::exception& failure) {
    give_up_merging(failure);
  }
}

// The articles are safe where they are: the next commit tries again.
void ArchiveWriter::Impl::give_up_merging(const std::exception& failure) {
  merge.reset();
  may_merge = false;
  log(LogLevel::warning, std::string("segments were not merged: ") + failure.what());
}

// Until all is as the policy has it.
void ArchiveWriter::Impl::finish_merging() {
  while (merge) {
    publish(Merging::none, Waiting::for_merge);
    begin_to_merge();
  }
}

// What was added or removed since the last commit is dropped.
void ArchiveWriter::Impl::finish_merging_at_the_end() noexcept {
  if (!merge || failed) return;
  failed = true;
  try {
    next.live = published.live;
    go_on();
    finish_merging();
    failed = false;
  } catch (const std::exception& failure) {
    give_up_merging(failure);
  }
}

void ArchiveWriter::Impl::adopt_merged(std::vector<Part>& parts) {
  try {
    merge->adopt(parts);
    merge.reset();
  } catch (const std::exception& failure) {
    give_up_merging(failure);
  }
}

// Everything is on the disk before the manifest that names it.
void ArchiveWriter::Impl::publish(Merging merging, Waiting waiting) {
  ++next.commit;
  next.building.reset();
  differences.clear();
  const std::size_t expected = committed->live() + pending.size();
  std::vector<Part> parts = stage("closing segments", [&] { return all_parts(); });
  if (merging == Merging::as_one) merge.reset();
  if (merge && (waiting == Waiting::for_merge || merge->is_done())) stage("merging", [&] { adopt_merged(parts); });
  stage("merging",
        [&] { merge_parts(parts, merging, folder(), builder_options(), [this] { return next_segment_folder(); }); });
  give_up_resuming();
  stage("linking speakers", [&] { link_new(parts); });
  stage("finding copies", [&] { write_copies(parts); });
  if (next.live.segments.empty() || merging == Merging::as_one) next.live.analysis = text::analysis_version();
  const std::vector<fs::path> written = write_parts(parts);
  if (replaced) stage("checking", [&] { verify(expected); });
  stage("syncing", [&] { schema::write_manifest(archive, next, written); });
  go_on();
}

// Linking writes columns anew in segments that an unfinished generation may have: killed from here on, it would be
// resumed with files that are not those of its manifest.
void ArchiveWriter::Impl::give_up_resuming() {
  if (!published.building) return;
  published.building.reset();
  schema::write_manifest(archive, published);
}

// What stands beside the segments, and all that the generation's entry says. Returns what has to be on the disk
// before the manifest.
std::vector<fs::path> ArchiveWriter::Impl::write_parts(std::vector<Part>& parts) {
  std::vector<fs::path> written;
  for (const Part& part : parts)
    if (!is_in(published.live, part))
      for (fs::path& path : schema::tree_of(folder() / part.entry.name)) written.push_back(std::move(path));
  const std::string live_file = schema::numbered("live", next.commit);
  const std::string bitmaps = describe_live(parts, live_file);
  if (!bitmaps.empty()) schema::write_unsynced(folder() / live_file, bitmaps);
  kept.write_changes(folder(), next.commit, next.live);
  next.live.segments.clear();
  for (Part& part : parts) next.live.segments.push_back(std::move(part.entry));
  for (fs::path& file : record_loose_files(folder(), next.live)) written.push_back(std::move(file));
  written.push_back(folder());
  written.push_back(archive);
  return written;
}

// Decided by the first articles of a generation; whoever is quoted later is called as was decided then.
void ArchiveWriter::Impl::link_new(std::vector<Part>& parts) {
  const bool first_articles = replaced || published.live.segments.empty();
  std::optional<schema::SpeakerLinks> decided;
  if (first_articles) {
    decided = link_speakers(parts, folder(), kept.alias_table());
    next.live.speakers = decided->empty() ? std::string() : schema::numbered("speakers", next.commit);
    if (!decided->empty()) schema::write_unsynced(folder() / next.live.speakers, schema::encode(*decided));
  }
  const schema::SpeakerLinks& links = decided ? *decided : snapshot->speaker_links();
  if (links.empty()) return;
  for (Part& part : parts)
    if (!is_in(published.live, part)) apply_links(links, folder(), part.entry);
}

// A new file only when some place in it is another: most commits bring no copies and merge nothing.
void ArchiveWriter::Impl::write_copies(const std::vector<Part>& parts) {
  CopiesBefore before;
  if (!replaced && !published.live.segments.empty() && next.live.copies) before.snapshot = snapshot.get();
  before.is_new = [this](std::uint64_t key) { return pending.find(key).has_value(); };
  const std::string groups = describe_copies(find_copies(parts, folder(), before), parts);
  const std::string published_file = next.live.copies.value_or("");
  if (!published_file.empty() && schema::read_file(folder() / published_file) == groups) return;
  next.live.copies = groups.empty() ? std::string() : schema::numbered("copies", next.commit);
  if (!groups.empty()) schema::write_unsynced(folder() / *next.live.copies, groups);
}

std::vector<Part> ArchiveWriter::Impl::all_parts() {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < next.live.segments.size(); ++i)
    parts.push_back({next.live.segments[i], committed->live_bitmaps()[i]});
  for (Part& part : made.take()) parts.push_back(std::move(part));
  return parts;
}

// From the state that was just published.
void ArchiveWriter::Impl::go_on() {
  published = next;
  snapshot = schema::Snapshot::refresh(snapshot);
  pending.clear();
  masked_committed = false;
  replaced.reset();
  committed.emplace(snapshot);
  kept.settle(folder(), published.live);
  remove_leftovers();
}

// Asked before anybody searches it.
void ArchiveWriter::Impl::verify(std::size_t expected) {
  IntegrityReport counted;
  const OnIntegrityProgress none;
  const std::vector<DamagedFile> damaged = DamageFinder(archive, counted, none).in(next.live);
  const auto built = damaged.empty() ? schema::Snapshot::open(archive, next.live) : nullptr;
  if (!built || built->articles() != expected)
    throw Error(
        ErrorCode::archive_damaged,
        "the new generation is not sound: " +
            (built ? std::to_string(built->articles()) + " articles where " + std::to_string(expected) + " were written"
                   : path_of(next.live.name, damaged.front()) + " " + damaged.front().what),
        "The live one is untouched. Look at the disk and its space, and run `dateline reindex` again.");
  differences = compare_answers(*snapshot, *built);
}

}  // namespace dateline::indexer
