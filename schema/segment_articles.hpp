// The stored articles of one segment. Whoever reads one asks here: how they are compressed is nobody else's business.
//
// Immutable, for any number of threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include <xapian.h>

#include "schema/glass/reader.hpp"
#include "schema/segment_dictionaries.hpp"
#include "schema/stored_article.hpp"

namespace dateline::schema {

class SegmentArticles {
 public:
  // `folder`: the segment's. `pages`: of its database, or null; then Xapian reads it.
  explicit SegmentArticles(const std::filesystem::path& folder, std::shared_ptr<const glass::Reader> pages = nullptr);

  // Throws archive_damaged when the segment's dictionaries are not there, for who knows that they should be.
  void expect_dictionaries() const { dictionaries_.expect(); }

  // `database`: the segment's, the calling thread's own. Throw dateline::Error(archive_damaged) when the article, or
  // the dictionary that it needs, cannot be read; and Xapian::Error.
  StoredArticle article(const Xapian::Database& database, std::uint32_t ordinal) const;
  // Of what decode_head() says alone.
  StoredArticle head(const Xapian::Database& database, std::uint32_t ordinal) const;

 private:
  std::string bytes_of(const Xapian::Database& database, std::uint32_t ordinal) const;

  const std::shared_ptr<const glass::Reader> pages_;
  const SegmentDictionaries dictionaries_;
};

}  // namespace dateline::schema
