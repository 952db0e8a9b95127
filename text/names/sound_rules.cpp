#include "text/names/sound_rules.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "text/lexicon.hpp"
#include "text/made_once.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += next_code_point(text, at);
  return points;
}

// Of a Latin letter that stands among others.
char plain_sound(char letter) {
  switch (letter) {
    case 'c':
    case 'q':
      return 'k';
    case 'j':
      return 'J';
    case 'x':
      return 's';
    case 'y':
      return 'i';
    default:
      return letter;
  }
}

}  // namespace

SoundRules::Tables SoundRules::read() {
  enum Column : std::size_t { of_language, letters, heard, place };
  const std::map<std::string_view, Place> place_names = {{"any", Place::any},
                                                         {"first", Place::first},
                                                         {"last", Place::last},
                                                         {"whole", Place::whole},
                                                         {"particle", Place::particle}};
  Tables tables;
  for_each_row(data_file("lexicons/names/sounds.tsv"), [&](std::size_t, const std::vector<std::string_view>& fields) {
    Table& table = tables[std::string(fields[of_language])];
    std::u32string key = code_points(fields[letters]);
    table.longest = std::max(table.longest, key.size());
    table.rows[std::move(key)].push_back({place_names.at(fields[place]), fields[heard]});
  });
  return tables;
}

const SoundRules::Tables& SoundRules::tables() {
  return made_once([] { return read(); });
}

const SoundRules& SoundRules::of(std::string_view script, std::string_view language) {
  static std::mutex mutex;
  static std::map<std::pair<std::string, std::string>, SoundRules> made;  // its elements stay where they are
  const std::lock_guard lock(mutex);
  const auto [found, is_new] = made.try_emplace({std::string(script), std::string(language)});
  if (is_new) {
    const auto table = [](std::string_view name) -> const Table* {
      const auto at = tables().find(std::string(name));
      return at == tables().end() ? nullptr : &at->second;
    };
    found->second.language_ = table(language);
    found->second.script_ = table(script);
  }
  return found->second;
}

// A row for a place says more than one for any.
const SoundRules::Row* SoundRules::find(const Table& table, const std::u32string& letters, bool first, bool last) {
  const auto found = table.rows.find(letters);
  if (found == table.rows.end()) return nullptr;
  const Row* best = nullptr;
  for (const Row& row : found->second) {
    const bool fits = row.place == Place::any || (row.place == Place::first && first) ||
                      (row.place == Place::last && last) || (row.place == Place::whole && first && last);
    if (fits && (!best || best->place == Place::any)) best = &row;
  }
  return best;
}

const SoundRules::Row* SoundRules::find(std::u32string_view letters, std::size_t at, std::size_t length) const {
  const std::u32string key(letters.substr(at, length));
  const bool first = at == 0, last = at + length == letters.size();
  for (const Table* table : {language_, script_})
    if (table && length <= table->longest)
      if (const Row* row = find(*table, key, first, last)) return row;
  return nullptr;
}

std::string SoundRules::sounds(std::u32string_view letters) const {
  const std::size_t longest = std::max(language_ ? language_->longest : 0, script_ ? script_->longest : 0);
  std::string sounds;
  for (std::size_t at = 0; at < letters.size();) {
    std::size_t length = std::min(longest, letters.size() - at);
    const Row* row = nullptr;
    while (length > 0 && !(row = find(letters, at, length))) --length;
    if (row) {
      if (row->sounds != "-") sounds += row->sounds;
    } else if (letters[at] >= U'a' && letters[at] <= U'z') {
      sounds += plain_sound(static_cast<char>(letters[at]));
    }
    at += std::max<std::size_t>(length, 1);
  }
  return sounds;
}

bool SoundRules::is_particle(std::u32string_view letters) const {
  const std::u32string key(letters);
  for (const Table* table : {language_, script_}) {
    if (!table) continue;
    const auto found = table->rows.find(key);
    if (found != table->rows.end() && std::any_of(found->second.begin(), found->second.end(),
                                                  [](const Row& row) { return row.place == Place::particle; }))
      return true;
  }
  return false;
}

}  // namespace dateline::text
