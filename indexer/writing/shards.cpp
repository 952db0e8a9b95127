#include "indexer/writing/shards.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <xapian.h>

#include "schema/xapian_errors.hpp"

namespace dateline::indexer {
namespace {

// Xapian opens every source at once, with up to six files each; a process may commonly have 1024.
constexpr std::size_t most_sources = 64;

// Nobody else reads a shard and a broken one is thrown away: no syncing, blocks rewritten in place. No termlist,
// because articles are replaced by masking, never by Xapian.
constexpr int shard_flags =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

Xapian::Document to_xapian(const schema::BatchDocument& content, const schema::TermNumbers& terms) {
  Xapian::Document document;
  schema::for_each_posting(content, [&](const schema::NumberedPosting& posting, auto positions) {
    const std::string term(terms[posting.term]);
    if (posting.wdf == 0)
      document.add_boolean_term(term);
    else
      document.add_term(term, posting.wdf);
    for (const std::uint32_t position : positions) document.add_posting(term, position, 0);
  });
  for (const auto& [slot, value] : content.values) document.add_value(static_cast<Xapian::valueno>(slot), value);
  document.set_data(content.data);
  return document;
}

void merge(const std::filesystem::path* first, const std::filesystem::path* last, const std::filesystem::path& output) {
  Xapian::Database sources;
  for (const auto* shard = first; shard != last; ++shard) sources.add_database(Xapian::Database(shard->string()));
  sources.compact(output.string(), Xapian::Compactor::FULL);
}

void remove_all(const std::filesystem::path* first, const std::filesystem::path* last) {
  for (const auto* shard = first; shard != last; ++shard) std::filesystem::remove_all(*shard);
}

// Groups of neighbours become one each, until one round is enough.
void reduce(std::vector<std::filesystem::path>& shards, const std::filesystem::path& scratch) {
  for (int round = 1; shards.size() > most_sources; ++round) {
    std::vector<std::filesystem::path> merged;
    for (std::size_t at = 0; at < shards.size(); at += most_sources) {
      const auto* first = shards.data() + at;
      const auto* last = first + std::min(most_sources, shards.size() - at);
      merged.push_back(scratch / ("round-" + std::to_string(round) + "-" + std::to_string(at)));
      merge(first, last, merged.back());
      remove_all(first, last);
    }
    shards = std::move(merged);
  }
}

}  // namespace

void write_shard(const std::filesystem::path& folder, const schema::DocumentBatch& batch) {
  schema::translating_errors("writing " + folder.string(), [&] {
    Xapian::WritableDatabase database(folder.string(), shard_flags);
    for (const auto& document : batch.documents()) database.add_document(to_xapian(document, batch.terms()));
    // Once a shard and in order: Xapian rewrites a stem's entry whenever the stem changes.
    for (const auto& [stem, exact] : batch.forms()) database.add_synonym(std::string(stem), std::string(exact));
    database.commit();
    database.close();
  });
}

void merge_shards(std::vector<std::filesystem::path> shards, const std::filesystem::path& scratch,
                  const std::filesystem::path& output) {
  schema::translating_errors("merging into " + output.string(), [&] {
    reduce(shards, scratch);
    merge(shards.data(), shards.data() + shards.size(), output);
    remove_all(shards.data(), shards.data() + shards.size());
  });
}

}  // namespace dateline::indexer
