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

#include "schema/columns.hpp"
#include "schema/glass/reader.hpp"
#include "text/names/alias_table.hpp"
#include "text/names/source_table.hpp"

namespace dateline::schema {

// One bit an article.
class Bitmap {
 public:
  Bitmap() = default;
  explicit Bitmap(std::uint32_t size, bool value = false);
  std::uint32_t size() const { return size_; }
  bool operator[](std::uint32_t at) const { return (words_[at >> 6] >> (at & 63)) & 1; }
  void set(std::uint32_t at) { words_[at >> 6] |= std::uint64_t{1} << (at & 63); }
  void set_all(const std::vector<std::uint32_t>& ones) {
    for (const std::uint32_t one : ones) set(one);
  }
  void clear(std::uint32_t at) { words_[at >> 6] &= ~(std::uint64_t{1} << (at & 63)); }
  std::uint32_t count() const;
  Bitmap& operator&=(const Bitmap& other);
  Bitmap& operator|=(const Bitmap& other);
  Bitmap& and_not(const Bitmap& other);
  void flip();
  std::vector<std::uint64_t>& words() { return words_; }
  const std::vector<std::uint64_t>& words() const { return words_; }
  template <class Each>
  void for_each(Each&& each) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t w = words_[i]; w; w &= w - 1)
        each(static_cast<std::uint32_t>(i * 64 + static_cast<unsigned>(__builtin_ctzll(w))));
  }
  friend bool operator==(const Bitmap&, const Bitmap&) = default;

 private:
  std::uint32_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

struct Segment {
  std::filesystem::path directory;
  std::shared_ptr<const Columns> columns;
  std::shared_ptr<const glass::Reader> pages;  // of its database; null when only Xapian knows their format
  Bitmap live;                                 // of the pinning manifest
  std::uint32_t size() const { return columns->articles(); }
};

class Snapshot {
 public:
  // Throws archive_missing, archive_foreign, format_unknown or archive_damaged.
  static std::shared_ptr<const Snapshot> open(const std::filesystem::path& archive);

  // The same snapshot when nothing was committed since (one stat), else the new one.
  static std::shared_ptr<const Snapshot> refresh(std::shared_ptr<const Snapshot> current);

  ~Snapshot();

  const std::filesystem::path& archive() const;
  const std::string& generation() const;
  const std::vector<Segment>& segments() const;
  std::uint32_t articles() const;           // live ones
  const text::AliasTable& aliases() const;  // built in, with the rows kept in the archive before them
  const text::SourceTable& sources() const;
  int format_version() const;
  std::vector<std::string> features() const;
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
