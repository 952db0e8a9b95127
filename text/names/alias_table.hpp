// Who is meant by a name: rows written by people, which decide before any rule of sound does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::text {

enum class AliasKind : unsigned char { person, body, group };

struct Alias {
  std::string canonical;
  AliasKind kind = AliasKind::person;
  char gender = '-';     // m, f or -
  std::string language;  // or "*"
  std::string alias;     // as written in the table
  std::string folded;    // its folded words
  bool full = true;      // safe anywhere; else only beside a full form, or when nobody else claims it
  std::string row;       // "built-in row 213", "aliases row 4": so that a result explains itself
};

class AliasTable {
 public:
  // data/lexicons/names/aliases.tsv. Shared, immutable, any thread.
  static const AliasTable& built_in();

  // The built-in rows with a user's rows (same columns) before them. Throws std::invalid_argument that names the line.
  static AliasTable with_user_rows(std::string_view tsv);

  // The rows whose alias folds to the same letters, a user's rows first. Empty when there are none.
  const std::vector<const Alias*>& find(std::string_view name) const;

  // The rows of one canonical name, as written there.
  const std::vector<const Alias*>& spellings(std::string_view canonical) const;

  const std::vector<Alias>& rows() const { return rows_; }

  // The user's rows whose alias begins with that letter: where names are looked for in running text.
  const std::vector<const Alias*>& user_rows_starting(char32_t letter) const;

  AliasTable(AliasTable&&) = default;
  AliasTable& operator=(AliasTable&&) = default;

 private:
  AliasTable() = default;
  void add(std::string_view tsv, std::string_view label);
  void index();

  std::vector<Alias> rows_;    // never grows after index(): the maps point into it
  std::size_t user_rows_ = 0;  // the first ones
  std::unordered_map<std::string, std::vector<const Alias*>> by_folded_;
  std::unordered_map<std::string, std::vector<const Alias*>> by_canonical_;
  std::unordered_map<char32_t, std::vector<const Alias*>> user_rows_by_letter_;
};

// "Dmitry Peskov" -> "dmitry-peskov": letters and digits of any script, folded, words joined by '-'. Stored in
// archives as the speaker's id.
std::string name_id(std::string_view name);

}  // namespace dateline::text
