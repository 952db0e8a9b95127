// The head of a message, as mail, HTTP and WARC have it: "Name: value" lines, folded ones, then an empty line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {

class HeaderFields {
 public:
  // Of a whole head; a first line that is no field is passed over.
  explicit HeaderFields(std::string_view head);

  // The first of that name (given in lower case), blanks around it removed; "" when there is none.
  std::string_view value(std::string_view name) const;
  bool has(std::string_view name) const;

  bool empty() const { return fields_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  // names in lower case
};

// Offset of what follows the head and its empty line; empty when that line does not come within `bytes`.
std::optional<std::size_t> behind_head(std::string_view bytes);

// "text/html" of "Text/HTML; charset=x", in lower case.
std::string media_type(std::string_view content_type);

// charset or boundary of such a value, unquoted; "" when it has none.
std::string parameter(std::string_view value, std::string_view name);

std::string ascii_lower(std::string_view text);

}  // namespace dateline::indexer
