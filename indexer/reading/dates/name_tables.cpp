#include "indexer/reading/dates/name_tables.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <mutex>

#include "indexer/reading/dates/tokens.hpp"
#include "text/lexicon.hpp"

namespace dateline::indexer {
namespace {

// Newspapers exist in these languages, and ICU has names for them; regions only where their months have other names.
// One line holds languages that are taken for one another, or written beside one another: loaded together.
constexpr std::string_view kins[] = {"en",
                                     "ru uk be bg mk sr kk ky tg",
                                     "sr_Latn hr bs sl",
                                     "cs sk pl",
                                     "de de_AT lb nl af",
                                     "fr es it pt pt_PT ro ca gl",
                                     "sv nb nn da is",
                                     "fi et",
                                     "lv lt",
                                     "hu",
                                     "el",
                                     "tr az uz tk",
                                     "ka hy",
                                     "ar ar_SY ar_MA ar_DZ",
                                     "fa fa_AF ps ckb ur sd ug",
                                     "he",
                                     "hi mr ne",
                                     "bn as",
                                     "pa gu or",
                                     "ta te kn ml si",
                                     "th lo km my",
                                     "vi",
                                     "zh zh_Hant ja ko",
                                     "id ms fil jv",
                                     "sw ha yo ig so zu xh om rw rn lg ln sn mg",
                                     "am ti",
                                     "sq cy ga mt eu ku"};
constexpr std::size_t english = 0;
constexpr std::pair<std::string_view, Calendar> other_calendars[] = {
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

// As the tokens of a line are compared: dots left out, "1月" is no name.
std::string key_of(const icu::UnicodeString& name) {
  std::string text;
  for (std::int32_t i = 0; i < name.length(); ++i)
    if (u_isdigit(name[i])) return {};
  name.toUTF8String(text);
  text = date_key(text);
  text.erase(std::remove(text.begin(), text.end(), '\''), text.end());
  return text;
}

using Symbols = icu::DateFormatSymbols;

struct Form {
  Symbols::DtContextType context;
  Symbols::DtWidthType width;
};
constexpr Form forms[] = {{Symbols::FORMAT, Symbols::WIDE},
                          {Symbols::FORMAT, Symbols::ABBREVIATED},
                          {Symbols::STANDALONE, Symbols::WIDE},
                          {Symbols::STANDALONE, Symbols::ABBREVIATED}};

// The names of all forms from `first` on; most forms repeat another's, and folding is what costs.
template <class NamesOf>
void add_names(NamesOf&& names_of, std::int32_t first, NameEntry entry, NameIndex& index) {
  std::int32_t count = 0;
  std::vector<const icu::UnicodeString*> seen;
  for (const Form& form : forms) {
    const icu::UnicodeString* names = names_of(count, form);
    for (std::int32_t i = first; i < count; ++i) {
      if (std::any_of(seen.begin(), seen.end(), [&](const auto* other) { return other[i] == names[i]; })) continue;
      entry.number = first == 0 ? i + 1 : i;
      index.add(key_of(names[i]), entry);
    }
    seen.push_back(names);
  }
}

// `locale` must outlive the names.
void load_locale(std::string_view locale, Calendar calendar, NameTables& names) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale wanted(std::string(locale).c_str());
  const Symbols symbols(wanted, icu_name(calendar), status);
  if (U_FAILURE(status)) return;
  // For a language that ICU's data lacks it has the names of the machine's own language.
  if (symbols.getLocale(ULOC_VALID_LOCALE, status).getLanguage() != std::string_view(wanted.getLanguage())) return;
  const NameEntry entry{language_of(locale), 0, calendar};
  add_names([&](std::int32_t& count, const Form& form) { return symbols.getMonths(count, form.context, form.width); },
            0, entry, names.months);
  if (calendar != Calendar::gregorian) return;
  add_names([&](std::int32_t& count, const Form& form) { return symbols.getWeekdays(count, form.context, form.width); },
            1, entry, names.weekdays);
}

template <class Each>
void for_each_locale(std::string_view kin, Each&& each) {
  while (!kin.empty()) {
    const std::string_view locale = kin.substr(0, kin.find(' '));
    kin.remove_prefix(std::min(locale.size() + 1, kin.size()));
    each(locale);
  }
}

bool has_language(std::string_view kin, std::string_view language) {
  bool has = false;
  for_each_locale(kin, [&](std::string_view locale) { has |= language_of(locale) == language; });
  return has;
}

// calendar<TAB>number<TAB>language<TAB>name
void load_rows(std::string_view kin, NameTables& names) {
  text::for_each_row(text::data_file("lexicons/dates/names.tsv"),
                     [&](std::size_t, const std::vector<std::string_view>& row) {
                       if (row.size() < 4 || row[0] == "minguo" || !has_language(kin, row[2])) return;
                       int number = 0;
                       std::from_chars(row[1].data(), row[1].data() + row[1].size(), number);
                       if (row[0] == "weekday")
                         names.weekdays.add(std::string(row[3]), {row[2], number, Calendar::gregorian});
                       else
                         names.months.add(std::string(row[3]), {row[2], number, calendar_named(row[0])});
                     });
}

}  // namespace

void NameIndex::add(std::string name, NameEntry entry) {
  if (name.empty()) return;
  std::vector<NameEntry>& entries = entries_[std::move(name)];
  for (const NameEntry& known : entries)
    if (known.language == entry.language && known.calendar == entry.calendar) return;
  entries.push_back(entry);
}

const std::vector<NameEntry>& NameIndex::find(const std::string& name) const {
  static const std::vector<NameEntry> none;
  const auto found = entries_.find(name);
  return found == entries_.end() ? none : found->second;
}

std::size_t kin_count() { return std::size(kins); }

const NameTables& tables_of(std::size_t kin) {
  static std::once_flag loaded[std::size(kins)];
  static NameTables all[std::size(kins)];
  std::call_once(loaded[kin], [&] {
    for_each_locale(kins[kin], [&](std::string_view locale) {
      load_locale(locale, Calendar::gregorian, all[kin]);
      for (const auto& [other, calendar] : other_calendars)
        if (locale == other) load_locale(other, calendar, all[kin]);
    });
    load_rows(kins[kin], all[kin]);
  });
  return all[kin];
}

const std::vector<std::size_t>& kins_of(std::string_view language) {
  static const std::unordered_map<std::string_view, std::vector<std::size_t>> known = [] {
    std::unordered_map<std::string_view, std::vector<std::size_t>> all;
    for (std::size_t kin = 0; kin < std::size(kins); ++kin)
      for_each_locale(kins[kin], [&](std::string_view locale) {
        std::vector<std::size_t>& of_language = all[language_of(locale)];
        if (of_language.empty() || of_language.back() != kin) of_language.push_back(kin);
      });
    for (auto& [name, of_language] : all)
      if (of_language.front() != english) of_language.push_back(english);
    return all;
  }();
  static const std::vector<std::size_t> only_english{english};
  const auto found = known.find(language);
  return found == known.end() ? only_english : found->second;
}

std::string_view language_of(std::string_view tag) {
  const std::string_view language = tag.substr(0, tag.find_first_of("-_"));
  if (language == "no") return "nb";
  if (language == "sh") return "sr";
  if (language == "tl") return "fil";
  if (language == "iw") return "he";
  if (language == "prs") return "fa";
  return language;
}

}  // namespace dateline::indexer
