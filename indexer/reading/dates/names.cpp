#include "indexer/reading/dates/names.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "indexer/reading/dates/kins.hpp"
#include "indexer/reading/dates/name_lines.hpp"

namespace dateline::indexer {
namespace {

// That of the text's language, of English, or of all languages that have the name; none when they disagree. `kins`:
// only of these, or null for all.
std::optional<NameEntry> find_among(std::string_view lines, const std::vector<std::size_t>* kins,
                                    std::string_view language) {
  std::optional<NameEntry> own, english, any;
  bool agree = true;
  while (!lines.empty()) {
    const NameEntry entry = take_name(lines);
    if (kins && std::find(kins->begin(), kins->end(), entry.kin) == kins->end()) continue;
    if (entry.language == language && !own) own = entry;
    if (entry.language == "en" && !english) english = entry;
    agree &= !any || (any->number == entry.number && any->calendar == entry.calendar);
    any = entry;
  }
  return own ? own : english ? english : agree ? any : std::nullopt;
}

std::optional<NameEntry> find(NameKind kind, std::string_view name, std::string_view language, Languages languages) {
  const std::string_view lines = lines_of_name(kind, name);
  if (lines.empty()) return std::nullopt;
  const auto entry = find_among(lines, &kins_of(language), language);
  return entry || languages == Languages::own ? entry : find_among(lines, nullptr, language);
}

}  // namespace

MonthName find_month(std::string_view folded, std::string_view language, Languages languages) {
  language = language_of(language);
  const auto entry = find(NameKind::month, folded, language, languages);
  if (!entry) return {};
  return {entry->number, entry->calendar, entry->language == language || entry->language == "en"};
}

int find_weekday(std::string_view folded, std::string_view language) {
  const auto entry = find(NameKind::weekday, folded, language_of(language), Languages::own);
  return entry ? entry->number : 0;
}

}  // namespace dateline::indexer
