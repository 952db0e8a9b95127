// Is an archive what was written? And when it is not: what can be made of it.
//
//   auto report = dateline::check("news.dateline");
//   if (!report.sound()) dateline::repair("news.dateline");
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "dateline/error.hpp"
#include "dateline/export.hpp"

namespace dateline {

// One file that is not as it was written.
struct Damage {
  std::string file;  // below the archive's folder
  std::string what;  // half a sentence: "is missing"
};

// What a check found.
struct IntegrityReport {
  std::size_t files = 0;        // that were compared with their checksums
  std::uint64_t bytes = 0;      // of them
  std::size_t articles = 0;     // of the live generation
  std::vector<Damage> damages;  // each damaged file
  // Nothing is damaged.
  bool sound() const { return damages.empty(); }
};

// What a repair found, did and left.
struct RepairReport {
  IntegrityReport before;         // of the archive as it was found
  IntegrityReport after;          // ... as it was left
  std::vector<std::string> done;  // sentences, in order
  std::size_t articles_lost = 0;  // that could not be read any more
};

// Called now and then with what was compared so far; false cancels.
using OnIntegrityProgress = std::function<bool(std::size_t files, std::uint64_t bytes)>;

// Reads every file of the archive, of the generation before the last reindex too, and compares it with the checksum
// that the commit noted which wrote it; then has each database checked by Xapian. Changes nothing and needs no lock: it
// may run while others search and write. Throws archive_missing, archive_foreign, format_unknown, io_failure or
// cancelled; damage is reported, not thrown.
DATELINE_API IntegrityReport check(const std::filesystem::path& directory, const OnIntegrityProgress& progress = {});

// Takes the writer's lock, checks, and mends what is damaged: small files from their spares; what is derived (columns,
// terms, copies) from the stored articles; a generation whose articles cannot be read gives its place to the one
// before. What was whole stays untouched. Articles that are lost are counted, and their inputs forgotten, so that the
// next `index` reads those again. An archive that cannot be mended is left as it was. Throws as check(), and
// archive_locked.
DATELINE_API RepairReport repair(const std::filesystem::path& directory, const OnIntegrityProgress& progress = {});

}  // namespace dateline
