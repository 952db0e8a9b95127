// The word lists of data/, compiled into the library: nothing has to be found at run time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline::text {

// The content of data/<name> ("lexicons/quotes.tsv"); empty when there is no such file.
std::string_view data_file(std::string_view name);

// Names of all data files below `folder` ("lexicons/roles/"), sorted.
std::vector<std::string_view> data_files(std::string_view folder);

// Calls `row(line_number, fields)` for each line that is neither empty nor a comment (#). `fields` are views into
// `tsv`.
template <class Row>
void for_each_row(std::string_view tsv, Row&& row) {
  std::vector<std::string_view> fields;
  std::size_t line_number = 0;
  while (!tsv.empty()) {
    ++line_number;
    const std::size_t end = tsv.find('\n');
    std::string_view line = tsv.substr(0, end);
    tsv.remove_prefix(end == std::string_view::npos ? tsv.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    fields.clear();
    for (std::size_t tab; (tab = line.find('\t')) != std::string_view::npos; line.remove_prefix(tab + 1))
      fields.push_back(line.substr(0, tab));
    fields.push_back(line);
    row(line_number, fields);
  }
}

// Calls `word(view)` for each word of a field in which blanks divide them.
template <class Word>
void for_each_word(std::string_view words, Word&& word) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (end != 0) word(words.substr(0, end));
    if (end == std::string_view::npos) return;
    words.remove_prefix(end + 1);
  }
}

}  // namespace dateline::text
