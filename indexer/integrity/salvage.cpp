#include "indexer/integrity/salvage.hpp"

#include <memory>

#include <xapian.h>

#include "dateline/error.hpp"
#include "indexer/writing/segment_builder.hpp"
#include "schema/columns.hpp"
#include "schema/manifest.hpp"
#include "schema/segment_articles.hpp"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

std::optional<Xapian::Database> open_database(const fs::path& segment) {
  try {
    return Xapian::Database((segment / schema::database_name).string(), Xapian::DB_BACKEND_GLASS);
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

std::shared_ptr<const schema::Columns> open_columns(const fs::path& segment) {
  try {
    return schema::Columns::open(segment / schema::columns_name);
  } catch (const Error&) {
    return nullptr;
  }
}

// Stored bytes carry a checksum of what they unpack to.
std::optional<schema::StoredArticle> read_article(const schema::SegmentArticles& stored,
                                                  const Xapian::Database& database, std::uint32_t ordinal) {
  try {
    return stored.article(database, ordinal);
  } catch (const Xapian::Error&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

Salvage salvage(const Part& part, const fs::path& generation, bool columns_are_sound, const fs::path& folder) {
  const fs::path segment = generation / part.entry.name;
  const auto columns = columns_are_sound ? open_columns(segment) : nullptr;
  const std::optional<Xapian::Database> database = open_database(segment);
  const schema::SegmentArticles stored(segment);
  Salvage result;
  if (!columns) result.lost_inputs.reset();
  SegmentBuilder builder(folder, {});
  part.live.for_each([&](std::uint32_t ordinal) {
    auto article = database ? read_article(stored, *database, ordinal) : std::nullopt;
    if (article) {
      builder.add(*std::move(article));
      return;
    }
    ++result.lost;
    if (columns) result.lost_inputs->emplace_back(columns->input(ordinal));
  });
  if (builder.articles() == 0) return result;
  result.part.emplace();
  result.part->entry = builder.finish();
  result.part->live = schema::Bitmap(result.part->entry.articles, true);
  return result;
}

}  // namespace dateline::indexer
