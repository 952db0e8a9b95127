// iamglass: which revision of a database holds, where its tables begin, and what the database says of all documents.
#pragma once

#include <filesystem>
#include <optional>

#include "schema/glass/table.hpp"
#include "schema/glass/table_writer.hpp"

namespace dateline::schema::glass {

struct Roots {
  Root postings, positions, documents;
};

// Empty when it is of another format than the one that is known here.
std::optional<Roots> read_version_file(const std::filesystem::path& file);

struct WrittenTables {
  WrittenTable postings, positions, documents, synonyms;
};

struct Statistics {
  std::uint32_t documents = 0;  // numbered from 1 without gaps
  std::uint32_t shortest = 0;   // of those that have a length
  std::uint32_t longest = 0;
  std::uint32_t most_counts = 0;  // of a term in a document
  std::uint64_t total_length = 0;
};

// Of a database that nobody else writes, with a new UUID. Not durable.
void write_version_file(const std::filesystem::path& file, const WrittenTables& tables, const Statistics& statistics);

}  // namespace dateline::schema::glass
