#include "indexer/reading/dates/eras.hpp"

#include <unicode/dtfmtsym.h>

#include <string>
#include <vector>

#include "indexer/reading/dates/date_key.hpp"
#include "text/lexicon.hpp"

namespace dateline::indexer {
namespace {

struct Era {
  std::string name;
  Calendar calendar;
  int number;
};

void load_eras(const char* locale, const char* calendar_name, Calendar calendar, int first, std::vector<Era>& eras) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(locale), calendar_name, status);
  if (U_FAILURE(status)) return;
  std::int32_t count = 0;
  const icu::UnicodeString* era = symbols.getEras(count);
  for (std::int32_t i = first; i < count; ++i) {
    std::string name;
    eras.push_back({date_key(era[i].toUTF8String(name)), calendar, i});
  }
}

const std::vector<Era>& eras() {
  static const std::vector<Era> loaded = [] {
    constexpr int first_era_of_newspapers = 232;  // 明治, from 1868
    std::vector<Era> all;
    load_eras("ja", "japanese", Calendar::japanese, first_era_of_newspapers, all);
    load_eras("zh_Hant", "roc", Calendar::minguo, 1, all);
    text::for_each_row(text::data_file("lexicons/dates/names.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& row) {
                         if (row.size() == 4 && row[0] == "minguo")
                           all.push_back({std::string(row[3]), Calendar::minguo, 1});
                       });
    return all;
  }();
  return loaded;
}

}  // namespace

std::optional<std::pair<Calendar, int>> find_era_at_end(std::string_view folded) {
  for (const Era& era : eras())
    if (folded.ends_with(era.name)) return std::pair(era.calendar, era.number);
  return std::nullopt;
}

}  // namespace dateline::indexer
