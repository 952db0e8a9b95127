#include "app/commands/query_file.hpp"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

#include "dateline/error.hpp"

namespace dateline::app {

void for_each_query(std::istream& lines,
                    const std::function<void(const std::string& id, const std::string& query)>& each) {
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos) {
      each(std::to_string(number), line);
    } else {
      each(line.substr(0, tab), line.substr(tab + 1));
    }
  }
}

void for_each_query_of(const std::string& path,
                       const std::function<void(const std::string& id, const std::string& query)>& each) {
  if (path == "-") return for_each_query(std::cin, each);
  std::ifstream file(path);
  if (!file) {
    throw Error(ErrorCode::input_unreadable,
                "cannot read the queries of " + path + ": " + std::generic_category().message(errno));
  }
  for_each_query(file, each);
  if (file.bad()) throw Error(ErrorCode::input_unreadable, "cannot read the queries of " + path + " to the end");
}

}  // namespace dateline::app
