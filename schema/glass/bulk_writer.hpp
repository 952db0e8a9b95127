// A whole Xapian database of documents that are at hand in batches, without Xapian: each batch is inverted by sorting
// into a run (a scratch file), and the runs are merged into tables that are written in the order of their keys.
//
// The database is what Xapian's own writer makes of the same documents with DB_NO_TERMLIST, block for block another but
// term for term the same (docs/GLASS.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "schema/document_batch.hpp"
#include "schema/glass/run.hpp"

namespace dateline::schema::glass {

// Whether the linked Xapian reads and checks what is written here.
bool writes_format_of_xapian();

class BulkWriter {
 public:
  // `scratch` is a folder, for runs; they take about as much room as the database.
  explicit BulkWriter(std::filesystem::path scratch);

  // Any thread, batches in any order; each is given once. `first`: the number of the batch's first document, from 1.
  // Throws io_failure.
  void add(std::uint32_t first, const DocumentBatch& batch);

  // Writes the folder `database` and removes the runs. Once; all documents from 1 on have been given. Not durable.
  // Throws io_failure, and invalid_request for a term that Xapian refuses: an empty one, one that is too long.
  void finish(const std::filesystem::path& database, unsigned threads);

 private:
  std::filesystem::path scratch_;
  std::mutex mutex_;                   // of the next
  std::map<std::uint32_t, Run> runs_;  // by first document
};

}  // namespace dateline::schema::glass
