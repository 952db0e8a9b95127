#include "text/names/source_table.hpp"

#include "text/key_filter.hpp"
#include "text/lexicon.hpp"
#include "text/made_once.hpp"
#include "text/sorted_lines.hpp"

namespace dateline::text {
namespace {

// The lines key<TAB>canonical<TAB>kind that text/generator writes when the library is built.
class BuiltIn {
 public:
  BuiltIn() : lines_(data_file("made/sources.tsv")) {
    for (std::string_view lines = lines_.all(); !lines.empty();) {
      std::string_view line = take_line(lines);
      const std::string_view key = take_field(line);
      keys_.add(key);
      first_words_.add(key.substr(0, key.find(' ')));
    }
  }

  std::string_view all() const { return lines_.all(); }
  std::string_view find(std::string_view key) const {
    return keys_.may_hold(key) ? lines_.find(key) : std::string_view();
  }
  bool begins_key(std::string_view word) const { return first_words_.may_hold(word) && lines_.begins_key(word); }

 private:
  SortedLines lines_;
  KeyFilter keys_, first_words_;
};

const BuiltIn& built_in_lines() {
  return made_once([] { return BuiltIn(); });
}

Source parse(std::string_view fields) {
  Source source;
  source.canonical = take_field(fields);
  parse_source_kind(fields, source.kind);
  return source;
}

}  // namespace

const SourceTable& SourceTable::built_in() {
  return made_once([] { return SourceTable(); });
}

SourceTable SourceTable::with_user_rows(std::string_view tsv) {
  SourceTable table;
  const auto add = [&](std::string_view alias, const Source& source) {
    const auto [row, is_new] = table.own_.try_emplace(source_key(alias), source);
    if (is_new) table.own_first_words_.insert(row->first.substr(0, row->first.find(' ')));
  };
  for_each_source_row(tsv, "sources", [&](const SourceRow& row) {
    const Source source{std::string(row.canonical), row.kind};
    add(row.alias, source);
    add(row.canonical, source);
  });
  return table;
}

bool SourceTable::begins_name(std::string_view word) const {
  if (is_source_host(word)) return true;
  const std::string key = source_key(word);
  return own_first_words_.contains(key) || built_in_lines().begins_key(key);
}

std::optional<Source> SourceTable::find_key(const std::string& key) const {
  if (!own_.empty())
    if (const auto found = own_.find(key); found != own_.end()) return found->second;
  std::string_view line = built_in_lines().find(key);
  if (line.empty()) return std::nullopt;
  line = take_line(line);
  take_field(line);
  return parse(line);
}

std::optional<Source> SourceTable::find(std::string_view name) const {
  return name.empty() ? std::nullopt : find_key(source_key(name));
}

std::optional<Source> SourceTable::find_host(std::string_view host) const {
  for (std::string rest = source_host_key(host); rest.find('.') != std::string::npos; rest.erase(0, rest.find('.') + 1))
    if (auto found = find_key(rest)) return found;
  return std::nullopt;
}

void SourceTable::for_each_built_in(const std::function<void(std::string_view name, const Source& source)>& each) {
  for (std::string_view lines = built_in_lines().all(); !lines.empty();) {
    std::string_view line = take_line(lines);
    const std::string_view name = take_field(line);
    each(name, parse(line));
  }
}

}  // namespace dateline::text
