#include "indexer/input/json_array.hpp"

#include "indexer/input/limits.hpp"

namespace dateline::indexer {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

JsonArray::JsonArray(ByteReader& bytes) : bytes_(bytes), passed_(1) {}

JsonArray::Found JsonArray::next() {
  bytes_.skip(passed_);
  passed_ = 0;
  while (!bytes_.at_end()) {
    const char c = bytes_.ahead(1).front();
    if (c == ']') {
      bytes_.skip(1);
      return Found::end;
    }
    if (!is_blank(c) && c != ',') return scan();
    bytes_.skip(1);
  }
  return Found::cut_off;
}

JsonArray::Found JsonArray::scan() {
  std::size_t depth = 0;
  bool in_string = false;
  std::string_view seen = bytes_.ahead(1);
  for (std::size_t i = 0;; ++i) {
    if (i >= seen.size()) {
      seen = bytes_.ahead(i + 1);
      if (i >= seen.size()) return Found::cut_off;
    }
    const char c = seen[i];
    if (i > largest_record || (in_string && c == '\n')) {
      bytes_.skip(i);
      bytes_.line(0);
      return Found::damaged;
    }
    bool ends = false;
    if (in_string) {
      if (c == '\\') {
        ++i;  // whatever is escaped
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (depth == 0 && (c == ',' || c == ']' || is_blank(c))) {
      element_ = seen.substr(0, i);
      passed_ = i;
      return Found::element;
    } else if (c == '}' || c == ']') {
      ends = depth == 0 || --depth == 0;
    }
    if (!ends) continue;
    element_ = seen.substr(0, i + 1);
    passed_ = i + 1;
    return Found::element;
  }
}

}  // namespace dateline::indexer
