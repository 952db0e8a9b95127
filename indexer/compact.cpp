#include <filesystem>

#include "dateline/indexer.hpp"
#include "indexer/writing/archive_writer.hpp"
#include "schema/manifest.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::uint64_t bytes_of(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

}  // namespace

CompactSummary compact(const fs::path& directory, bool drop_previous, unsigned threads) {
  schema::read_manifest(directory);  // refuses what is no archive, before a writer makes one there
  CompactSummary summary;
  indexer::WriterOptions options;
  options.threads = threads;
  auto writer = indexer::ArchiveWriter::open(directory, options);
  summary.bytes_before = bytes_of(directory);  // with the lock: nobody else removes files meanwhile
  writer.compact(drop_previous);
  summary.articles = writer.articles();
  summary.bytes_after = bytes_of(directory);
  return summary;
}

}  // namespace dateline
