// Articles, in their order, become one segment: a folder with a database and its columns.
//
// add() hands full batches to threads that analyse and invert them; which thread takes which batch changes nothing in
// the result. Memory is bounded by the batches that wait, those in work, and the columns. Articles of full batches are
// compressed with what they have in common (dictionary_lessons.hpp).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "schema/manifest.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// Who writes the segment's database. Both write the same, term for term.
enum class DatabaseWriter : std::uint8_t {
  bulk,  // ours, where the linked Xapian's format is the one that it writes; else `api`
  api,   // Xapian's public interface: slower
};

struct BuilderOptions {
  unsigned threads = 0;  // 0: all cores
  DatabaseWriter writer = DatabaseWriter::bulk;
};

class SegmentBuilder {
 public:
  // `folder` must not exist.
  SegmentBuilder(std::filesystem::path folder, const BuilderOptions& options);
  SegmentBuilder(SegmentBuilder&&) noexcept;
  SegmentBuilder& operator=(SegmentBuilder&&) noexcept;
  // Without finish(): waits for what is being worked on and removes the folder.
  ~SegmentBuilder();

  // The ordinal of the article in the segment. Throws what a thread failed with; then the builder is of no use any
  // more.
  std::uint32_t add(schema::StoredArticle article);

  std::uint32_t articles() const;
  std::uint64_t bytes_in_memory() const;  // of the columns

  // Once. With the system when it returns, and durable with the manifest that names it.
  schema::SegmentEntry finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::indexer
