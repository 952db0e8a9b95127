// Who is meant by a name: rows written by people, which decide before any rule of sound does.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::text {

enum class AliasKind : unsigned char { person, body, group };

// Its texts last as long as the table.
struct Alias {
  std::string_view canonical;
  AliasKind kind = AliasKind::person;
  char gender = '-';          // m, f or -
  std::string_view language;  // or "*"
  std::string_view alias;     // as written in the table
  std::string_view folded;    // its folded words
  bool full = true;           // safe anywhere; else only beside a full form, or when nobody else claims it
  std::string_view table;
  std::size_t line = 0;  // there

  std::string row() const;  // "built-in row 213", "aliases row 4": so that a result explains itself
};

class AliasTable {
 public:
  using Rows = std::span<const Alias* const>;

  // data/lexicons/names/aliases.tsv. Shared, immutable, any thread.
  static const AliasTable& built_in();

  // The built-in rows with a user's rows (same columns) before them. Throws std::invalid_argument that names the line.
  static AliasTable with_user_rows(std::string_view tsv);

  // The rows whose alias folds to the same letters, a user's rows first. Empty when there are none.
  Rows find(std::string_view name) const;

  // The rows of one canonical name, as written there.
  Rows spellings(std::string_view canonical) const;

  const std::vector<Alias>& rows() const { return rows_; }

  // The user's rows whose alias begins with that letter: where names are looked for in running text.
  Rows user_rows_starting(char32_t letter) const;

  AliasTable(AliasTable&&) = default;
  AliasTable& operator=(AliasTable&&) = default;

 private:
  AliasTable() = default;
  void add(std::string_view tsv, std::string_view table);
  void index();

  std::unique_ptr<const std::string> user_tsv_;  // rows point into these two
  std::deque<std::string> folded_;
  std::vector<Alias> rows_;    // never grows after index(), which keeps pointers to them
  std::size_t user_rows_ = 0;  // the first ones
  std::vector<const Alias*> by_folded_, by_canonical_;
  std::unordered_map<char32_t, std::vector<const Alias*>> user_rows_by_letter_;
};

// "Dmitry Peskov" -> "dmitry-peskov": letters and digits of any script, folded, words joined by '-'. Stored in
// archives as the speaker's id.
std::string name_id(std::string_view name);

}  // namespace dateline::text
