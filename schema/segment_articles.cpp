#include "schema/segment_articles.hpp"

#include <utility>

#include "schema/manifest.hpp"

namespace dateline::schema {

SegmentArticles::SegmentArticles(const std::filesystem::path& folder, std::shared_ptr<const glass::Reader> pages)
    : pages_(std::move(pages)), dictionaries_(folder / dictionaries_name) {}

StoredArticle SegmentArticles::article(const Xapian::Database& database, std::uint32_t ordinal) const {
  return decode_article(bytes_of(database, ordinal), &dictionaries_);
}

StoredArticle SegmentArticles::head(const Xapian::Database& database, std::uint32_t ordinal) const {
  return decode_head(bytes_of(database, ordinal));
}

std::string SegmentArticles::bytes_of(const Xapian::Database& database, std::uint32_t ordinal) const {
  std::string bytes;
  if (pages_ && pages_->document(ordinal, bytes)) return bytes;
  return database.get_document(ordinal + 1).get_data();
}

}  // namespace dateline::schema
