// The same documents, written by the bulk writer and by Xapian's own; and where the two databases differ.
#pragma once

#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <xapian.h>

#include "dateline/error.hpp"
#include "indexer/writing/shards.hpp"
#include "schema/glass/bulk_writer.hpp"
#include "schema/glass/reader.hpp"
#include "tests/support/document_batches.hpp"
#include "tests/support/same_database.hpp"
#include "tests/support/temporary_directory.hpp"

namespace dateline::tests {

using Batches = std::vector<std::vector<DocumentContent>>;

inline void write_by_xapian(const std::filesystem::path& folder, const Batches& batches) {
  const std::filesystem::path scratch = folder / "shards";
  std::filesystem::create_directory(scratch);
  std::vector<std::filesystem::path> shards;
  for (const auto& batch : batches) {
    shards.push_back(scratch / std::to_string(shards.size()));
    indexer::write_shard(shards.back(), numbered(batch));
  }
  indexer::merge_shards(shards, scratch, folder / "api");
}

// The last batch first.
inline void write_in_bulk(const std::filesystem::path& folder, const Batches& batches, unsigned threads = 1) {
  const std::filesystem::path scratch = folder / "runs";
  std::filesystem::create_directory(scratch);
  std::vector<std::uint32_t> first{1};
  for (const auto& batch : batches) first.push_back(first.back() + static_cast<std::uint32_t>(batch.size()));
  schema::glass::BulkWriter writer(scratch);
  std::vector<std::thread> workers;
  for (unsigned worker = 0; worker < threads; ++worker)
    workers.emplace_back([&, worker] {
      for (std::size_t i = batches.size(); i-- > 0;)
        if (i % threads == worker) writer.add(first[i], numbered(batches[i]));
    });
  for (auto& worker : workers) worker.join();
  writer.finish(folder / "bulk", threads);
}

// Those of the documents, and one that nobody has.
inline std::vector<Xapian::valueno> slots_of(const Batches& batches) {
  std::set<Xapian::valueno> slots{99};
  for (const auto& batch : batches)
    for (const auto& document : batch)
      for (const auto& [slot, value] : document.values) slots.insert(static_cast<Xapian::valueno>(slot));
  return {slots.begin(), slots.end()};
}

// What Xapian's check says against it; empty when nothing.
inline std::string unsound(const std::filesystem::path& database) {
  std::ostringstream words;
  return Xapian::Database::check(database.string(), 0, &words) == 0 ? std::string() : "unsound: " + words.str();
}

// Of databases that both were written; the bulk writer's is checked, compacted, and compared again.
inline std::string difference_of_written(const std::filesystem::path& folder,
                                         const std::vector<Xapian::valueno>& slots) {
  const auto bulk = folder / "bulk", compacted = folder / "compacted";
  const Xapian::Database api((folder / "api").string());
  Xapian::Database database(bulk.string());
  if (std::string words = difference_between(api, database, slots); !words.empty()) return words;
  if (std::string words = unsound(bulk); !words.empty()) return words;
  database.compact(compacted.string());
  if (std::string words = unsound(compacted); !words.empty()) return "compacted, " + words;
  if (std::string words = difference_between(api, Xapian::Database(compacted.string()), slots); !words.empty())
    return "compacted, " + words;
  if (!std::filesystem::is_empty(folder / "runs")) return "runs are left behind";
  return schema::glass::Reader::open(bulk) ? "" : "our reader does not open it";
}

// The reason why `write` refuses, or nothing.
template <class Write>
std::string refusal(Write&& write) {
  try {
    write();
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

// Empty when both make the same database, or both refuse.
inline std::string difference_of_writers(const Batches& batches, unsigned threads = 1) {
  const TemporaryDirectory folder;
  const std::string xapian = refusal([&] { write_by_xapian(folder.path(), batches); });
  const std::string bulk = refusal([&] { write_in_bulk(folder.path(), batches, threads); });
  if (xapian.empty() != bulk.empty()) return "Xapian says '" + xapian + "', the bulk writer '" + bulk + "'";
  if (!xapian.empty()) return {};
  try {
    return difference_of_written(folder.path(), slots_of(batches));
  } catch (const Xapian::Error& error) {
    return error.get_description();
  }
}

}  // namespace dateline::tests
