// The persons whom an archive quotes, as names to be compared.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "schema/bitmap.hpp"
#include "schema/columns.hpp"

namespace dateline::schema {

struct Person {
  std::string id, name;
  std::string language;        // of the first article that quotes them; empty when unknown
  std::uint32_t articles = 0;  // live ones
  std::uint32_t quotes = 0;
};

class People {
 public:
  // Those whom the live articles of a segment quote. Bodies and groups are left out.
  void add(const Columns& columns, const Bitmap& live);

  const std::vector<Person>& persons() const { return persons_; }

  // Who speak in one article of the segment, among those asked for: pair() of their numbers.
  void collect_companions(const Columns& columns, const Bitmap& live, const std::vector<bool>& asked,
                          std::unordered_set<std::uint64_t>& pairs) const;

  static std::uint64_t pair(std::uint32_t a, std::uint32_t b) {
    return a < b ? std::uint64_t{a} << 32 | b : std::uint64_t{b} << 32 | a;
  }

 private:
  std::vector<Person> persons_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
};

}  // namespace dateline::schema
