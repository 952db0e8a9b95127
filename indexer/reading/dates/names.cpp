#include "indexer/reading/dates/names.hpp"

#include <numeric>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/reading/dates/name_tables.hpp"

namespace dateline::indexer {
namespace {

const std::vector<std::size_t>& all_kins() {
  static const std::vector<std::size_t> all = [] {
    std::vector<std::size_t> numbers(kin_count());
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
  }();
  return all;
}

// That of the text's language, of English, or of all languages that have the name; null when they disagree or there
// is none.
const NameEntry* find_among(const std::vector<std::size_t>& numbers, NameIndex NameTables::*index,
                            const std::string& name, std::string_view language) {
  const NameEntry *own = nullptr, *english_one = nullptr, *any = nullptr;
  bool agree = true;
  for (const std::size_t kin : numbers)
    for (const NameEntry& entry : (tables_of(kin).*index).find(name)) {
      if (entry.language == language && !own) own = &entry;
      if (entry.language == "en" && !english_one) english_one = &entry;
      agree &= !any || (any->number == entry.number && any->calendar == entry.calendar);
      any = &entry;
    }
  return own ? own : english_one ? english_one : agree ? any : nullptr;
}

// Most words are names in no language: one look says so.
bool is_month_anywhere(const std::string& name) {
  static const std::unordered_set<std::string> all = [] {
    std::unordered_set<std::string> names;
    for (std::size_t kin = 0; kin < kin_count(); ++kin)
      tables_of(kin).months.for_each_name([&](const std::string& one) { names.insert(one); });
    return names;
  }();
  return all.contains(name);
}

const NameEntry* find(NameIndex NameTables::*index, std::string_view name, std::string_view language,
                      Languages languages) {
  const std::string key(name);
  language = language_of(language);
  const NameEntry* entry = find_among(kins_of(language), index, key, language);
  if (entry || languages == Languages::own || !is_month_anywhere(key)) return entry;
  return find_among(all_kins(), index, key, language);
}

}  // namespace

MonthName find_month(std::string_view folded, std::string_view language, Languages languages) {
  const NameEntry* entry = find(&NameTables::months, folded, language, languages);
  if (!entry) return {};
  return {entry->number, entry->calendar, entry->language == language_of(language) || entry->language == "en"};
}

int find_weekday(std::string_view folded, std::string_view language) {
  const NameEntry* entry = find(&NameTables::weekdays, folded, language, Languages::own);
  return entry ? entry->number : 0;
}

}  // namespace dateline::indexer
