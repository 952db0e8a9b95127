// What of an archive's files is not as its manifest says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dateline/integrity.hpp"
#include "schema/manifest.hpp"

namespace dateline::indexer {

struct DamagedFile {
  std::string segment;  // empty: a loose file of the generation
  std::string file;     // below the segment's folder, or the generation's
  std::string what;
};

// Compares files with their checksums, counting them in `report`; throws cancelled when `progress` says so.
class DamageFinder {
 public:
  DamageFinder(const std::filesystem::path& archive, IntegrityReport& report, const OnIntegrityProgress& progress)
      : archive_(archive), report_(report), progress_(progress) {}

  // In the order of the segments, then the loose files.
  std::vector<DamagedFile> in(const schema::GenerationEntry& generation);

 private:
  void compare(const std::filesystem::path& folder, const std::string& name, const std::string& checksum,
               const std::string& segment, std::vector<DamagedFile>& found);
  void look_into(const std::filesystem::path& folder, const schema::SegmentEntry& segment,
                 std::vector<DamagedFile>& found);

  const std::filesystem::path& archive_;
  IntegrityReport& report_;
  const OnIntegrityProgress& progress_;
};

// "gen-000001/seg-000002/columns"
std::string path_of(const std::string& generation, const DamagedFile& damaged);

}  // namespace dateline::indexer
