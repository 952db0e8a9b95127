// Who wrote it, as printed: lead words, reporters' marks, and the credits that agencies put at the end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

// "By AFP" -> "AFP", "윤해솔 기자, 연합뉴스" -> "윤해솔"; empty when the line has no lead word, or says more than
// names.
std::optional<std::string> byline_of_line(std::string_view line);

// "(Reporting by A and B; Editing by C)" -> "A and B"; a writer who is a person wins over reporters who are an agency:
// "(Reporting by Reuters; Writing by A Editing by C)" -> "A". Empty when it is no such credit.
std::optional<std::string> byline_of_credit(std::string_view line);

// Whether it can be a person's or a desk's name by its length and marks.
bool is_name_like(std::string_view text);

}  // namespace dateline::indexer
