#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.hpp"
#include "dateline/search.hpp"

namespace dateline::app {

struct SearchOptions {
  SearchRequest request;
  std::vector<std::string> words;
  std::optional<std::string> queries;  // a file of many
  bool cite = false;
};

void declare_search(OptionSet& set, SearchOptions& options);

}  // namespace dateline::app
