// The manual, from the declarations of commands and options.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/command.hpp"

namespace dateline::app {

// `width`: columns of the terminal, 0 when there is none.
std::string short_help(const std::vector<CommandDescription>& commands, std::size_t width);
std::string help_of_program(const std::vector<CommandDescription>& commands, std::size_t width);
std::string help_of(const CommandDescription& command, std::size_t width);

}  // namespace dateline::app
