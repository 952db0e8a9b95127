// Many queries for one process: a line each, "id<TAB>query".
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace dateline::app {

// Calls `each` with id and query as lines arrive; a line without a tab is a query whose id is its line number, an
// empty line is none.
void for_each_query(std::istream& lines,
                    const std::function<void(const std::string& id, const std::string& query)>& each);

// The same with a file, or standard input for "-". Throws dateline::Error (input_unreadable).
void for_each_query_of(const std::string& path,
                       const std::function<void(const std::string& id, const std::string& query)>& each);

}  // namespace dateline::app
