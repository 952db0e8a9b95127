// Shell completion, from the declarations of commands and options.
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"

namespace dateline::app {

std::string bash_completion(const std::vector<CommandDescription>& commands);
std::string zsh_completion(const std::vector<CommandDescription>& commands);
std::string fish_completion(const std::vector<CommandDescription>& commands);

}  // namespace dateline::app
