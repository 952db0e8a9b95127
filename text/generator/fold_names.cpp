// Folds the names of data/ when the library is built, because folding some eleven thousand takes longer than reading an
// article.
//
//   fold_names SOURCES ALIASES SOURCES_OUTPUT ALIASES_OUTPUT
//
// SOURCES becomes sorted lines of key, canonical name and kind, the first row of a key alone (names/source_table.cpp);
// ALIASES the same lines with the folded alias as one more column (names/alias_table.cpp).
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include "text/fold.hpp"
#include "text/names/source_rows.hpp"
#include "text/sorted_lines.hpp"

namespace dateline::text {
namespace {

std::string fold_sources(std::string_view tsv) {
  std::map<std::string, std::string> rows;
  for_each_source_row(tsv, "built-in sources", [&](const SourceRow& row) {
    const std::string fields = std::string(row.canonical) + '\t' + std::string(source_kind_name(row.kind)) + '\n';
    rows.try_emplace(source_key(row.alias), fields);
    rows.try_emplace(source_key(row.canonical), fields);
  });
  std::string lines;
  for (const auto& [key, fields] : rows) lines += key + '\t' + fields;
  return lines;
}

// Comments stay, so that rows keep their numbers.
std::string fold_aliases(std::string_view tsv) {
  constexpr std::size_t alias_column = 4;
  std::string lines;
  while (!tsv.empty()) {
    const std::string_view line = take_line(tsv);
    lines += line;
    if (!line.empty() && line.front() != '#') {
      std::string_view rest = line, alias;
      for (std::size_t column = 0; column <= alias_column; ++column) alias = take_field(rest);
      lines += '\t' + folded_words(alias, ' ');
    }
    lines += '\n';
  }
  return lines;
}

std::string read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in || bytes.empty()) throw std::runtime_error(std::string(path) + ": cannot be read");
  return bytes;
}

void write(const char* path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error(std::string(path) + ": cannot be written");
}

}  // namespace
}  // namespace dateline::text

int main(int count, char** arguments) {
  if (count != 5) return 2;
  try {
    namespace text = dateline::text;
    text::write(arguments[3], text::fold_sources(text::read(arguments[1])));
    text::write(arguments[4], text::fold_aliases(text::read(arguments[2])));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
