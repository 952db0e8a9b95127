#include "schema/glass/bulk_writer.hpp"

#include <algorithm>
#include <future>
#include <set>
#include <string>
#include <utility>

#include <xapian.h>

#include "dateline/error.hpp"
#include "schema/glass/run_merge.hpp"
#include "schema/glass/version_file.hpp"

namespace dateline::schema::glass {
namespace {

constexpr std::size_t documents_window = std::size_t{1} << 20;  // bytes of a run's documents in memory

const Byte* begin_of(std::string_view bytes) { return reinterpret_cast<const Byte*>(bytes.data()); }

// ---- postlist ----

void write_statistics_of_values(const std::vector<Run>& runs, TableWriter& table) {
  std::map<std::uint32_t, ValueStatistics> slots;
  for (const Run& run : runs)
    for (const auto& [slot, statistics] : run.values) slots[slot].add(statistics);
  std::map<std::string, std::uint32_t> sorted;
  for (const auto& [slot, statistics] : slots) sorted.emplace(value_statistics_order(slot), slot);
  for (const auto& [order, slot] : sorted) write_value_statistics(table, slot, slots[slot]);
}

void write_values(const std::vector<Run>& runs, TableWriter& table) {
  for (RunMerge merge(runs, Section::values); merge.next();) {
    const Byte* at = begin_of(merge.key());
    std::uint32_t slot = 0;
    read_number(at, at + merge.key().size(), slot);
    ValuesWriter values(table, slot);
    for (const std::string_view content : merge.contents())
      for_each_document(content, [&](std::uint32_t document, std::string_view value) { values.add(document, value); });
    values.finish();
  }
}

void write_lengths(const std::vector<Run>& runs, TableWriter& table) {
  std::uint32_t documents = 0;
  std::string lengths;
  for (const Run& run : runs)
    for (const std::uint32_t length : run.lengths) {
      if (documents++ > 0) append_number(0U, lengths);
      append_number(length, lengths);
    }
  if (documents > 0) write_lengths(table, documents, lengths);
}

// As Xapian does: an empty term would be the list of all documents.
void check_term(std::string_view term) {
  if (term.empty()) throw Error(ErrorCode::invalid_request, "a term is empty");
  if (term.size() > longest_term) throw Error(ErrorCode::invalid_request, "a term is too long");
}

void write_terms(const std::vector<Run>& runs, TableWriter& table) {
  std::string joined;
  for (RunMerge merge(runs, Section::postings); merge.next();) {
    check_term(merge.key());
    PostingsHead all;
    joined.clear();
    for (const std::string_view content : merge.contents()) {
      const Byte* at = begin_of(content);
      const Byte* end = at + content.size();
      const PostingsHead head = take_head(at, end);
      if (all.frequency == 0)
        all.first = head.first;
      else
        append_number(head.first - all.last - 1, joined);
      all.frequency += head.frequency;
      all.occurrences += head.occurrences;
      all.last = head.last;
      joined.append(reinterpret_cast<const char*>(at), static_cast<std::size_t>(end - at));
    }
    write_postings(table, merge.key(), all, joined);
  }
}

WrittenTable write_postlist_table(const std::vector<Run>& runs, const std::filesystem::path& database) {
  TableWriter table(database / "postlist.glass");
  write_statistics_of_values(runs, table);
  write_values(runs, table);
  write_lengths(runs, table);
  write_terms(runs, table);
  return table.finish();
}

// ---- the other tables ----

WrittenTable write_position_table(const std::vector<Run>& runs, const std::filesystem::path& database) {
  TableWriter table(database / "position.glass");
  std::string key;
  for (RunMerge merge(runs, Section::positions); merge.next();) {
    key.clear();
    append_escaped(merge.key(), key);
    key += '\0';
    const std::size_t term_bytes = key.size();
    for (const std::string_view content : merge.contents())
      for_each_document(content, [&](std::uint32_t document, std::string_view positions) {
        key.resize(term_bytes);
        append_sortable_number(document, key);
        table.add(key, positions);
      });
  }
  return table.finish();
}

WrittenTable write_docdata_table(const std::vector<Run>& runs, const std::filesystem::path& database) {
  TableWriter table(database / "docdata.glass");
  std::string key;
  for (const Run& run : runs) {
    RunReader documents(run, Section::data, documents_window);
    std::string_view nothing, data;
    for (std::uint32_t document = run.first; documents.next(nothing, data); ++document) {
      if (data.empty()) continue;
      key.clear();
      append_sortable_number(document, key);
      table.add(key, data);
    }
  }
  return table.finish();
}

WrittenTable write_synonym_table(const std::vector<Run>& runs, const std::filesystem::path& database) {
  constexpr unsigned length_mask = 96;  // makes the lengths letters
  TableWriter table(database / "synonym.glass");
  std::set<std::string_view> words;
  std::string tag;
  for (RunMerge merge(runs, Section::synonyms); merge.next();) {
    words.clear();
    for (const std::string_view content : merge.contents())
      for (const Byte *at = begin_of(content), *end = at + content.size(); at != end;)
        words.insert(take_bytes(at, end));
    tag.clear();
    for (const std::string_view word : words) {
      tag += static_cast<char>(word.size() ^ length_mask);
      tag += word;
    }
    table.add(merge.key(), tag);
  }
  return table.finish();
}

// ---- the database ----

Statistics statistics_of(const std::vector<Run>& runs) {
  Statistics all;
  for (const Run& run : runs) {
    all.documents += static_cast<std::uint32_t>(run.lengths.size());
    all.most_counts = std::max(all.most_counts, run.most_counts);
    for (const std::uint32_t length : run.lengths) {
      all.total_length += length;
      all.longest = std::max(all.longest, length);
      if (length > 0 && (all.shortest == 0 || length < all.shortest)) all.shortest = length;
    }
  }
  return all;
}

WrittenTables write_tables(const std::vector<Run>& runs, const std::filesystem::path& database, unsigned threads) {
  // The position table takes about as long as all others.
  auto positions = std::async(threads > 1 ? std::launch::async : std::launch::deferred,
                              [&] { return write_position_table(runs, database); });
  WrittenTables tables;
  tables.postings = write_postlist_table(runs, database);
  tables.documents = write_docdata_table(runs, database);
  tables.synonyms = write_synonym_table(runs, database);
  tables.positions = positions.get();
  return tables;
}

}  // namespace

bool writes_format_of_xapian() {
  // 2016-03-14 is the format of each release of 1.4; later ones are to be looked at first.
  return Xapian::major_version() == 1 && Xapian::minor_version() == 4;
}

BulkWriter::BulkWriter(std::filesystem::path scratch) : scratch_(std::move(scratch)) {}

void BulkWriter::add(std::uint32_t first, const DocumentBatch& batch) {
  Run run = write_run(scratch_ / ("run-" + std::to_string(first)), first, batch);
  const std::lock_guard lock(mutex_);
  runs_.emplace(first, std::move(run));
}

void BulkWriter::finish(const std::filesystem::path& database, unsigned threads) {
  std::vector<Run> runs;
  for (auto& [first, run] : runs_) runs.push_back(std::move(run));
  runs_.clear();
  std::filesystem::create_directory(database);
  const WrittenTables tables = write_tables(runs, database, threads);
  write_version_file(database / "iamglass", tables, statistics_of(runs));
  for (const Run& run : runs) std::filesystem::remove(run.file);
}

}  // namespace dateline::schema::glass
