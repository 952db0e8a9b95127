// repair(): both generations are mended, and the one with more in it is live.
#include <utility>

#include "dateline/integrity.hpp"
#include "indexer/integrity/mending.hpp"
#include "indexer/writing/archive_lock.hpp"
#include "indexer/writing/damage.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

class Repair {
 public:
  Repair(const fs::path& archive, const OnIntegrityProgress& progress) : archive_(archive), progress_(progress) {}

  void run(RepairReport& report) {
    read_manifest();
    std::size_t lost = 0, left = 0;
    mend(manifest_.live, lost, left);
    if (manifest_.previous) {
      std::size_t lost_before = 0, left_before = 0;
      mend(*manifest_.previous, lost_before, left_before);
      if (lost > 0 && left_before > left) {
        std::swap(manifest_.live, *manifest_.previous);
        std::swap(lost, lost_before);
        done_.push_back(
            "The generation before the last reindex has more articles and is live again; `dateline "
            "rollback` brings back what is left of the other.");
      }
    }
    schema::sync_folder(archive_);
    schema::write_manifest(archive_, manifest_);
    report.done = std::move(done_);
    report.articles_lost = lost;
  }

 private:
  void read_manifest() {
    try {
      manifest_ = schema::read_manifest(archive_);
    } catch (const Error& error) {
      const auto spare = schema::read_spare_manifest(archive_);
      if (error.code() != ErrorCode::archive_damaged || !spare) throw;
      manifest_ = *spare;
      done_.push_back(std::string(schema::manifest_name) + " was restored from its spare.");
    }
    ++manifest_.commit;
    manifest_.building.reset();
  }

  void mend(schema::GenerationEntry& generation, std::size_t& lost, std::size_t& left) {
    IntegrityReport counted;
    const auto damaged = indexer::DamageFinder(archive_, counted, progress_).in(generation);
    const std::function<std::string()> next_segment = [this] {
      return schema::numbered("seg", ++manifest_.segments_made);
    };
    indexer::Mending mending(archive_, generation, manifest_.commit, next_segment);
    mending.mend(damaged);
    for (const std::string& sentence : mending.done()) done_.push_back(generation.name + ": " + sentence);
    lost = mending.lost();
    left = mending.articles();
  }

  const fs::path& archive_;
  const OnIntegrityProgress& progress_;
  schema::Manifest manifest_;
  std::vector<std::string> done_;
};

}  // namespace

RepairReport repair(const fs::path& directory, const OnIntegrityProgress& progress) {
  RepairReport report;
  report.before = check(directory, progress);
  report.after = report.before;
  if (report.before.sound()) return report;
  // Read again with the lock: a writer may have replaced since then what was damaged.
  const indexer::ArchiveLock lock(directory);
  Repair(directory, progress).run(report);
  report.after = check(directory, progress);
  return report;
}

}  // namespace dateline
