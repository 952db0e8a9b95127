// Writes what name_lines.hpp reads: names of months and weekdays that ICU has (the Unicode CLDR), and those of
// data/lexicons/dates/names.tsv, as a C++ source. Run when the library is built.
//
//   print_names OUTPUT
#include <unicode/dtfmtsym.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "indexer/reading/dates/date_key.hpp"
#include "indexer/reading/dates/kins.hpp"
#include "indexer/reading/dates/name_lines.hpp"
#include "text/lexicon.hpp"

namespace dateline::indexer {
namespace {

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

// Of one kind.
class Names {
 public:
  // Of a kin's language and calendar the first number that is given for a name holds.
  void add(std::string name, const NameEntry& entry) {
    if (name.empty()) return;
    std::vector<NameEntry>& entries = entries_[std::move(name)];
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const NameEntry& one) {
      return one.kin == entry.kin && one.language == entry.language && one.calendar == entry.calendar;
    });
    if (!known) entries.push_back(entry);
  }

  std::string lines() const {
    std::string all;
    for (const auto& [name, entries] : entries_)
      for (const NameEntry& entry : entries)
        all += name + '\t' + std::to_string(entry.kin) + '\t' + std::string(entry.language) + '\t' +
               std::to_string(entry.number) + '\t' + std::to_string(static_cast<int>(entry.calendar)) + '\n';
    return all;
  }

 private:
  std::map<std::string, std::vector<NameEntry>> entries_;
};

struct AllNames {
  Names months, weekdays;
};

using Symbols = icu::DateFormatSymbols;

struct Form {
  Symbols::DtContextType context;
  Symbols::DtWidthType width;
};
constexpr Form forms[] = {{Symbols::FORMAT, Symbols::WIDE},
                          {Symbols::FORMAT, Symbols::ABBREVIATED},
                          {Symbols::STANDALONE, Symbols::WIDE},
                          {Symbols::STANDALONE, Symbols::ABBREVIATED}};

// The names of all forms from `first` on.
template <class NamesOf>
void add_names(NamesOf&& names_of, std::int32_t first, NameEntry entry, Names& to) {
  for (const Form& form : forms) {
    std::int32_t count = 0;
    const icu::UnicodeString* names = names_of(count, form);
    for (std::int32_t i = first; i < count; ++i) {
      entry.number = first == 0 ? i + 1 : i;
      to.add(key_of(names[i]), entry);
    }
  }
}

void load_locale(std::size_t kin, std::string_view locale, Calendar calendar, AllNames& all) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale wanted(std::string(locale).c_str());
  const Symbols symbols(wanted, icu_name(calendar), status);
  if (U_FAILURE(status)) return;
  // For a language that ICU's data lacks it has the names of the machine's own language.
  if (symbols.getLocale(ULOC_VALID_LOCALE, status).getLanguage() != std::string_view(wanted.getLanguage())) return;
  const NameEntry entry{kin, language_of(locale), 0, calendar};
  add_names([&](std::int32_t& count, const Form& form) { return symbols.getMonths(count, form.context, form.width); },
            0, entry, all.months);
  if (calendar != Calendar::gregorian) return;
  add_names([&](std::int32_t& count, const Form& form) { return symbols.getWeekdays(count, form.context, form.width); },
            1, entry, all.weekdays);
}

bool has_language(std::string_view kin, std::string_view language) {
  bool has = false;
  for_each_locale(kin, [&](std::string_view locale) { has |= language_of(locale) == language; });
  return has;
}

// calendar<TAB>number<TAB>language<TAB>name
void load_rows(std::size_t kin, AllNames& all) {
  text::for_each_row(text::data_file("lexicons/dates/names.tsv"),
                     [&](std::size_t, const std::vector<std::string_view>& row) {
                       if (row.size() < 4 || row[0] == "minguo" || !has_language(kins()[kin], row[2])) return;
                       NameEntry entry{kin, row[2], 0, calendar_named(row[0])};
                       std::from_chars(row[1].data(), row[1].data() + row[1].size(), entry.number);
                       (row[0] == "weekday" ? all.weekdays : all.months).add(std::string(row[3]), entry);
                     });
}

AllNames load_names() {
  AllNames all;
  for (std::size_t kin = 0; kin < kins().size(); ++kin) {
    for_each_locale(kins()[kin], [&](std::string_view locale) {
      load_locale(kin, locale, Calendar::gregorian, all);
      for (const auto& [other, calendar] : other_calendars)
        if (locale == other) load_locale(kin, other, calendar, all);
    });
    load_rows(kin, all);
  }
  return all;
}

void print_array(std::ofstream& out, const char* name, const std::string& bytes) {
  out << "const unsigned char " << name << "[] = {";
  for (const char c : bytes) out << static_cast<unsigned>(static_cast<unsigned char>(c)) << ',';
  out << "};\n";
}

void print(std::ofstream& out) {
  const AllNames all = load_names();
  out << "// Generated by indexer/reading/dates/generator. Do not edit.\n"
         "#include \"indexer/reading/dates/name_lines.hpp\"\n\n"
         "namespace dateline::indexer {\nnamespace {\n";
  print_array(out, "months", all.months.lines());
  print_array(out, "weekdays", all.weekdays.lines());
  out << "}  // namespace\n\n"
         "std::string_view name_lines(NameKind kind) {\n"
         "  return kind == NameKind::month ? std::string_view(reinterpret_cast<const char*>(months), sizeof months)\n"
         "                                 : std::string_view(reinterpret_cast<const char*>(weekdays), sizeof "
         "weekdays);\n"
         "}\n\n}  // namespace dateline::indexer\n";
}

}  // namespace
}  // namespace dateline::indexer

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ofstream out(arguments[1]);
  dateline::indexer::print(out);
  out.close();
  if (out) return 0;
  std::fprintf(stderr, "%s: cannot be written\n", arguments[1]);
  return 1;
}
