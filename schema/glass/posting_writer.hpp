// Lists of postings and of values, divided into chunks that each fill an item of the postlist table (docs/GLASS.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/glass/table_writer.hpp"

namespace dateline::schema::glass {

struct PostingsHead {
  std::uint32_t frequency = 0;    // documents
  std::uint32_t occurrences = 0;  // the sum of the counts; Xapian has 32 bits for it, and wraps
  std::uint32_t first = 0, last = 0;
};

// `postings`: the count of the first document, then for each further one its distance from the one before − 1 and its
// count, as numbers.
void write_postings(TableWriter& table, std::string_view term, const PostingsHead& head, std::string_view postings);
// The same, of the lengths of all documents from 1 to `last`: before the terms, behind the values.
void write_lengths(TableWriter& table, std::uint32_t last, std::string_view lengths);

// The values of a slot, of documents that rise. Slots come in the order of values_order().
class ValuesWriter {
 public:
  ValuesWriter(TableWriter& table, std::uint32_t slot);
  void add(std::uint32_t document, std::string_view value);
  void finish();

 private:
  TableWriter& table_;
  std::string key_, chunk_;
  std::size_t key_bytes_;
  std::uint32_t last_ = 0;
};

// What is said of all values of a slot; before the values.
struct ValueStatistics {
  std::uint32_t frequency = 0;
  std::string lowest, highest;

  void add(std::string_view value);
  void add(const ValueStatistics& others);
};

std::string values_order(std::uint32_t slot);            // keys sort so, slots from 128 on do not
std::string value_statistics_order(std::uint32_t slot);  // likewise
void write_value_statistics(TableWriter& table, std::uint32_t slot, const ValueStatistics& statistics);

}  // namespace dateline::schema::glass
