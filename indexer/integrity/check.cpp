// check(): what is compared, against a manifest that others may replace meanwhile.
#include "dateline/integrity.hpp"
#include "indexer/writing/damage.hpp"
#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "schema/snapshot.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// What a commit replaced in the meantime is gone, and no damage.
constexpr int most_attempts = 5;

void compare(const fs::path& archive, const schema::GenerationEntry& generation, const OnIntegrityProgress& progress,
             IntegrityReport& report) {
  for (const indexer::DamagedFile& damaged : indexer::DamageFinder(archive, report, progress).in(generation))
    report.damages.push_back({indexer::path_of(generation.name, damaged), damaged.what});
}

IntegrityReport check_files(const fs::path& archive, const schema::Manifest& manifest,
                            const OnIntegrityProgress& progress) {
  IntegrityReport report;
  compare(archive, manifest.live, progress, report);
  if (manifest.previous) compare(archive, *manifest.previous, progress, report);
  const std::string spare = std::string(schema::manifest_name) + schema::spare_ending;
  if (fs::exists(archive / spare) && !schema::read_spare_manifest(archive))
    report.damages.push_back({spare, "is not whole"});
  if (!report.sound()) return report;
  try {
    report.articles = schema::Snapshot::open(archive)->articles();
  } catch (const Error& error) {
    report.damages.push_back({manifest.live.name, error.what()});
  }
  return report;
}

}  // namespace

IntegrityReport check(const fs::path& directory, const OnIntegrityProgress& progress) {
  for (int attempt = 1;; ++attempt) {
    try {
      const schema::Manifest manifest = schema::read_manifest(directory);
      IntegrityReport report = check_files(directory, manifest, progress);
      const bool stands = schema::read_manifest(directory) == manifest;
      if (report.sound() || stands || attempt == most_attempts) return report;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::archive_damaged) throw;
      IntegrityReport report;
      report.damages.push_back({schema::manifest_name, error.what()});
      return report;
    }
  }
}

}  // namespace dateline
