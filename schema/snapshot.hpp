// An archive as one manifest describes it: what a reader pins for the length of an answer.
//
// Segments are immutable; articles that were replaced or removed are masked by a live bitmap a segment, which belongs
// to the manifest. Files of a pinned snapshot may be unlinked by a writer; they stay readable until it is dropped.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/bitmap.hpp"
#include "schema/columns.hpp"
#include "schema/copy_groups.hpp"
#include "schema/glass/reader.hpp"
#include "schema/segment_articles.hpp"
#include "schema/speaker_links.hpp"
#include "text/names/alias_table.hpp"
#include "text/names/source_table.hpp"

namespace dateline::schema {

struct Segment {
  std::filesystem::path directory;
  std::shared_ptr<const Columns> columns;
  std::shared_ptr<const glass::Reader> pages;  // of its database; null when only Xapian knows their format
  std::shared_ptr<const SegmentArticles> stored;
  Bitmap live;  // of the pinning manifest
  std::uint32_t size() const { return columns->articles(); }
};

struct GenerationEntry;

class Snapshot {
 public:
  // Throws archive_missing, archive_foreign, format_unknown or archive_damaged.
  static std::shared_ptr<const Snapshot> open(const std::filesystem::path& archive);

  // Of a generation that is not live: one being built, or about to be published. Not to be refreshed.
  static std::shared_ptr<const Snapshot> open(const std::filesystem::path& archive, const GenerationEntry& generation);

  // The same snapshot when nothing was committed since (one stat), else the new one.
  static std::shared_ptr<const Snapshot> refresh(std::shared_ptr<const Snapshot> current);

  ~Snapshot();

  const std::filesystem::path& archive() const;
  const std::string& generation() const;
  const std::vector<Segment>& segments() const;
  std::uint32_t articles() const;    // live ones
  const CopyGroups& copies() const;  // of live articles
  const SpeakerLinks& speaker_links() const;
  const text::AliasTable& aliases() const;  // built in, with the rows kept in the archive before them
  const text::SourceTable& sources() const;
  int format_version() const;
  std::vector<std::string> features() const;
  bool is_begun() const;                // a first index that did not end has built articles that are not live yet
  std::uint32_t learnt_from() const;    // articles, when the generation was built
  const std::string& analysis() const;  // text::analysis_version() of the oldest articles
  std::uint64_t commit() const;         // counts up: equal for the same content of the same archive

  // Databases of the segments, in order, for use by one thread at a time: Xapian's handles are never shared
  // between threads. Returned to the snapshot's pool when the lease ends.
  class Lease {
   public:
    const Xapian::Database& segment(std::size_t at) const;
    const Xapian::Database& all() const;  // every segment: docid = (local - 1) * segments + segment + 1
    ~Lease();
    Lease(Lease&&) noexcept;

   private:
    friend class Snapshot;
    struct Handles;
    Lease(const Snapshot& owner, std::unique_ptr<Handles> handles);
    const Snapshot* owner_;
    std::unique_ptr<Handles> handles_;
  };
  Lease lease() const;

 private:
  struct Impl;
  explicit Snapshot(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::schema
