#include "indexer/rules.hpp"

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "indexer/input_bytes.hpp"

namespace dateline::indexer {
namespace {

std::string content_of(const std::filesystem::path& file) {
  try {
    return std::string(InputBytes::of_file(file).view());
  } catch (const std::system_error& failure) {
    throw Error(ErrorCode::input_unreadable, file.string() + " cannot be read: " + failure.code().message());
  }
}

template <class Table>
std::shared_ptr<const Table> with_rows(const std::filesystem::path& file, const std::string& tsv) {
  try {
    return std::make_shared<const Table>(Table::with_user_rows(tsv));
  } catch (const std::invalid_argument& wrong) {
    throw Error(ErrorCode::invalid_request, file.string() + ": " + wrong.what());
  }
}

// A table that outlives everybody is shared without an owner.
template <class Table>
std::shared_ptr<const Table> unowned(const Table& table) {
  return {std::shared_ptr<const Table>(), &table};
}

std::int32_t days_since_epoch() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24);
}

}  // namespace

Rules Rules::load(const IndexOptions& options, const std::shared_ptr<const schema::Snapshot>& archive) {
  Rules rules;
  rules.aliases_ = archive ? std::shared_ptr<const text::AliasTable>(archive, &archive->aliases())
                           : unowned(text::AliasTable::built_in());
  rules.sources_ = archive ? std::shared_ptr<const text::SourceTable>(archive, &archive->sources())
                           : unowned(text::SourceTable::built_in());
  if (options.aliases) {
    rules.given_aliases_ = content_of(*options.aliases);
    rules.aliases_ = with_rows<text::AliasTable>(*options.aliases, *rules.given_aliases_);
  }
  if (options.source_table) {
    rules.given_sources_ = content_of(*options.source_table);
    rules.sources_ = with_rows<text::SourceTable>(*options.source_table, *rules.given_sources_);
  }
  return rules;
}

ReadingContext Rules::context(const IndexOptions& options) const {
  ReadingContext context;
  context.aliases = aliases_.get();
  context.sources = sources_.get();
  context.recurring = recurring_.get();
  context.source = options.source;
  context.language = options.language;
  context.collection = options.collection;
  context.as_given = options.as_given;
  context.today = days_since_epoch();
  return context;
}

}  // namespace dateline::indexer
