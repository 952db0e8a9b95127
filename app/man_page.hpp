// The manual as man(7) pages, from the declarations of commands and options.
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"

namespace dateline::app {

// `date`: "2024-10-02"
std::string man_page_of_program(const std::vector<CommandDescription>& commands, const std::string& date);
std::string man_page_of(const CommandDescription& command, const std::string& date);

}  // namespace dateline::app
