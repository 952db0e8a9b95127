#include "indexer/reading/dates/names.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/fold.hpp"
#include "text/lexicon.hpp"

namespace dateline::indexer {
namespace {

// Newspapers exist in these languages, and ICU has names for them; regions only where their months have other names.
constexpr const char* locales[] = {
    "en", "ru",    "uk", "be",    "bg",    "mk",    "sr",      "sr_Latn", "hr", "bs",  "sl", "cs",  "sk", "pl",
    "de", "de_AT", "fr", "es",    "it",    "pt",    "pt_PT",   "ro",      "ca", "gl",  "eu", "nl",  "sv", "nb",
    "nn", "da",    "is", "fi",    "et",    "lv",    "lt",      "hu",      "el", "tr",  "az", "uz",  "kk", "ky",
    "ka", "hy",    "ar", "ar_SY", "ar_MA", "ar_DZ", "fa",      "fa_AF",   "ps", "ckb", "ur", "sd",  "ug", "ku",
    "he", "hi",    "mr", "ne",    "bn",    "as",    "pa",      "gu",      "or", "ta",  "te", "kn",  "ml", "si",
    "th", "lo",    "km", "my",    "vi",    "zh",    "zh_Hant", "ja",      "ko", "id",  "ms", "fil", "jv", "sw",
    "ha", "yo",    "ig", "so",    "zu",    "xh",    "am",      "ti",      "om", "rw",  "rn", "lg",  "ln", "sn",
    "mg", "af",    "sq", "cy",    "ga",    "mt",    "tg",      "tk",      "lb"};
constexpr std::pair<const char*, Calendar> other_calendars[] = {
    {"fa", Calendar::persian}, {"fa_AF", Calendar::persian}, {"ps", Calendar::persian}, {"ar", Calendar::islamic},
    {"fa", Calendar::islamic}, {"ur", Calendar::islamic},    {"am", Calendar::ethiopic}};

const char* icu_name(Calendar calendar) {
  switch (calendar) {
    case Calendar::persian:
      return "persian";
    case Calendar::islamic:
      return "islamic";
    case Calendar::ethiopic:
      return "ethiopic";
    default:
      return "gregorian";
  }
}

Calendar calendar_named(std::string_view name) {
  for (const Calendar calendar : {Calendar::persian, Calendar::islamic, Calendar::ethiopic})
    if (name == icu_name(calendar)) return calendar;
  return Calendar::gregorian;
}

// Language of a locale and of a text, one name each: Norwegian is Bokmål, Serbo-Croatian Serbian.
std::string_view primary(std::string_view language) {
  language = language.substr(0, language.find_first_of("-_"));
  if (language == "no") return "nb";
  if (language == "sh") return "sr";
  if (language == "tl") return "fil";
  if (language == "iw") return "he";
  if (language == "prs") return "fa";
  return language;
}

struct Entry {
  std::string_view language;
  int number = 0;
  Calendar calendar = Calendar::gregorian;
};

class Index {
 public:
  void add(std::string name, Entry entry) {
    if (name.empty()) return;
    std::vector<Entry>& entries = entries_[std::move(name)];
    for (const Entry& known : entries)
      if (known.language == entry.language && known.calendar == entry.calendar) return;
    entries.push_back(entry);
  }

  // That of `language`, of English, or of all languages that have the name; null when they disagree.
  const Entry* find(std::string_view name, std::string_view language) const {
    const auto found = entries_.find(std::string(name));
    if (found == entries_.end()) return nullptr;
    for (const std::string_view wanted : {primary(language), std::string_view("en")})
      for (const Entry& entry : found->second)
        if (entry.language == wanted) return &entry;
    const Entry& first = found->second.front();
    const bool agree = std::all_of(found->second.begin(), found->second.end(), [&](const Entry& entry) {
      return entry.number == first.number && entry.calendar == first.calendar;
    });
    return agree ? &first : nullptr;
  }

 private:
  std::unordered_map<std::string, std::vector<Entry>> entries_;
};

// As the tokens of a line are compared: dots left out, "1月" is no name.
std::string key_of(const icu::UnicodeString& name) {
  std::string text;
  for (std::int32_t i = 0; i < name.length(); ++i)
    if (u_isdigit(name[i])) return {};
  name.toUTF8String(text);
  text = text::fold(text);
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '.' || c == '\''; }), text.end());
  return text;
}

std::string key_of(std::string_view name) {
  return key_of(icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size()))));
}

struct Names {
  Index months, weekdays;
  struct Era {
    std::string name;
    Calendar calendar;
    int number;
  };
  std::vector<Era> eras;
};

using Symbols = icu::DateFormatSymbols;
constexpr Symbols::DtContextType contexts[] = {Symbols::FORMAT, Symbols::STANDALONE};
constexpr Symbols::DtWidthType widths[] = {Symbols::WIDE, Symbols::ABBREVIATED};

void load_locale(const char* locale, Calendar calendar, Names& names) {
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(icu::Locale(locale), icu_name(calendar), status);
  // A language that ICU's data lacks would be given the names of the machine's own language.
  if (U_FAILURE(status) || (status == U_USING_DEFAULT_WARNING && calendar == Calendar::gregorian)) return;
  const std::string_view language = primary(locale);
  for (const auto context : contexts)
    for (const auto width : widths) {
      std::int32_t count = 0;
      const icu::UnicodeString* month = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < count; ++i) names.months.add(key_of(month[i]), {language, i + 1, calendar});
      if (calendar != Calendar::gregorian) continue;
      const icu::UnicodeString* weekday = symbols.getWeekdays(count, context, width);
      for (std::int32_t i = 1; i < count; ++i) names.weekdays.add(key_of(weekday[i]), {language, i, calendar});
    }
}

void load_eras(const char* locale, const char* calendar_name, Calendar calendar, int first, Names& names) {
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(icu::Locale(locale), calendar_name, status);
  if (U_FAILURE(status)) return;
  std::int32_t count = 0;
  const icu::UnicodeString* era = symbols.getEras(count);
  for (std::int32_t i = std::max(first, 0); i < count; ++i) names.eras.push_back({key_of(era[i]), calendar, i});
}

// calendar<TAB>number<TAB>language<TAB>name
void load_rows(Names& names) {
  text::for_each_row(text::data_file("lexicons/dates/names.tsv"),
                     [&](std::size_t, const std::vector<std::string_view>& row) {
                       if (row.size() < 4) return;
                       int number = 0;
                       std::from_chars(row[1].data(), row[1].data() + row[1].size(), number);
                       if (row[0] == "weekday")
                         names.weekdays.add(key_of(row[3]), {row[2], number, Calendar::gregorian});
                       else if (row[0] == "minguo")
                         names.eras.push_back({key_of(row[3]), Calendar::minguo, number});
                       else
                         names.months.add(key_of(row[3]), {row[2], number, calendar_named(row[0])});
                     });
}

const Names& names() {
  static const Names loaded = [] {
    constexpr int first_era_of_newspapers = 232;  // 明治, from 1868
    Names all;
    for (const char* locale : locales) load_locale(locale, Calendar::gregorian, all);
    for (const auto& [locale, calendar] : other_calendars) load_locale(locale, calendar, all);
    load_eras("ja", "japanese", Calendar::japanese, first_era_of_newspapers, all);
    load_eras("zh_Hant", "roc", Calendar::minguo, 1, all);
    load_rows(all);
    return all;
  }();
  return loaded;
}

}  // namespace

MonthName find_month(std::string_view folded, std::string_view language) {
  const Entry* entry = names().months.find(folded, language);
  if (!entry) return {};
  return {entry->number, entry->calendar, entry->language == primary(language) || entry->language == "en"};
}

int find_weekday(std::string_view folded, std::string_view language) {
  const Entry* entry = names().weekdays.find(folded, language);
  return entry ? entry->number : 0;
}

std::optional<std::pair<Calendar, int>> find_era_at_end(std::string_view folded) {
  for (const Names::Era& era : names().eras)
    if (folded.ends_with(era.name)) return std::pair(era.calendar, era.number);
  return std::nullopt;
}

}  // namespace dateline::indexer
