#include "indexer/input/csv_rows.hpp"

#include <algorithm>

#include "indexer/input/limits.hpp"

namespace dateline::indexer {

std::vector<std::string> first_csv_row(std::string_view text, char delimiter) {
  ByteReader bytes(text);
  CsvRows rows(bytes, delimiter);
  return rows.next() == CsvRows::Found::row ? rows.fields() : std::vector<std::string>();
}

// Whether there is a byte so far behind the row's beginning, which seen_ then shows.
bool CsvRows::has(std::size_t at) {
  if (at >= seen_.size()) seen_ = bytes_.ahead(at + 1);
  return at < seen_.size();
}

CsvRows::Found CsvRows::next() {
  pass(passed_);
  passed_ = 0;
  fields_.clear();
  line_ = next_line_;
  seen_ = bytes_.ahead(1);
  if (seen_.empty()) return Found::end;
  std::size_t at = 0;
  for (bool last = false; !last;)
    if (const Found found = field(at, last); found != Found::row) return found;
  const std::size_t size = at;
  if (has(at) && seen_[at] == '\r') ++at;
  const bool ended = has(at);
  if (ended && seen_[at] == '\n') ++at;
  written_ = seen_.substr(0, size);
  passed_ = at;
  return !ended && !bytes_.broken().empty() ? Found::cut_off : Found::row;
}

// The field at `at`, which moves to the delimiter's other side, or to the row's end.
CsvRows::Found CsvRows::field(std::size_t& at, bool& last) {
  std::string value;
  if (has(at) && seen_[at] == '"') {
    if (const Found found = quoted_field(at, value); found != Found::row) return found;
  } else {
    const std::size_t begin = at;
    for (; has(at) && seen_[at] != delimiter_ && seen_[at] != '\n' && seen_[at] != '\r'; ++at)
      if (at > largest_record) return skip_long_row();
    value = seen_.substr(begin, at - begin);
  }
  fields_.push_back(std::move(value));
  last = !has(at) || seen_[at] != delimiter_;
  at += !last;
  return Found::row;
}

CsvRows::Found CsvRows::quoted_field(std::size_t& at, std::string& value) {
  for (++at; has(at); ++at) {
    if (at > largest_record) return skip_long_row();
    if (seen_[at] == '"') {
      if (!has(at + 1) || seen_[at + 1] != '"') break;
      ++at;
    }
    value += seen_[at];
  }
  if (!has(at)) return bytes_.broken().empty() ? give_up_line() : Found::cut_off;
  ++at;
  const bool ends = !has(at) || seen_[at] == delimiter_ || seen_[at] == '\n' || seen_[at] == '\r';
  return ends ? Found::row : give_up_line();
}

void CsvRows::pass(std::size_t size) {
  const std::string_view passed = bytes_.ahead(size).substr(0, size);
  next_line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
  bytes_.skip(size);
}

CsvRows::Found CsvRows::give_up_line() {
  bytes_.line(0);
  ++next_line_;
  return Found::bad_quotes;
}

// To the line end outside of quotes, without keeping what is passed.
CsvRows::Found CsvRows::skip_long_row() {
  bool quoted = false;
  for (std::string_view piece = bytes_.ahead(1); !piece.empty(); piece = bytes_.ahead(1)) {
    std::size_t at = 0;
    for (; at < piece.size() && (quoted || piece[at] != '\n'); ++at) quoted ^= piece[at] == '"';
    const bool ended = at < piece.size();
    pass(at + ended);
    if (ended) break;
  }
  return Found::too_long;
}

}  // namespace dateline::indexer
