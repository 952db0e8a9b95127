// The names behind names.hpp, by kin: languages that are taken for one another, loaded together when first asked for. A
// program that reads one article needs the names of one language. Thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/reading/dates/calendars.hpp"

namespace dateline::indexer {

struct NameEntry {
  std::string_view language;
  int number = 0;  // of the month, or of the weekday, 1 is Sunday
  Calendar calendar = Calendar::gregorian;
};

class NameIndex {
 public:
  void add(std::string name, NameEntry entry);
  const std::vector<NameEntry>& find(const std::string& name) const;

  template <class Each>
  void for_each_name(Each&& each) const {
    for (const auto& [name, entries] : entries_) each(name);
  }

 private:
  std::unordered_map<std::string, std::vector<NameEntry>> entries_;
};

struct NameTables {
  NameIndex months, weekdays;
};

std::size_t kin_count();
const NameTables& tables_of(std::size_t kin);

// The kins that hold a language, and English; `language` is one of language_of().
const std::vector<std::size_t>& kins_of(std::string_view language);

// Language of a locale and of a text, one name each: Norwegian is Bokmål, Serbo-Croatian Serbian.
std::string_view language_of(std::string_view tag);

}  // namespace dateline::indexer
