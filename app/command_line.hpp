// Arguments become a command with its options. Touches no disk.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "app/command.hpp"

namespace dateline::app {

struct Invocation {
  GlobalOptions global;
  Run run;
};
struct HelpWanted {
  std::string command;  // empty: of the whole program
};
struct VersionWanted {};

using Parsed = std::variant<Invocation, HelpWanted, VersionWanted>;

// `arguments` without the program's name. Throws UsageError.
Parsed parse(const std::vector<std::string>& arguments, std::span<const Command> commands);

// The same declarations for people and shells.
std::vector<CommandDescription> describe(std::span<const Command> commands);

}  // namespace dateline::app
