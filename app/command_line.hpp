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
  bool pager = true;
  bool asked = true;  // false: nothing at all was typed
};
struct VersionWanted {};

using Parsed = std::variant<Invocation, HelpWanted, VersionWanted>;

// `arguments` without the program's name. Throws UsageError.
Parsed parse(const std::vector<std::string>& arguments, std::span<const Command> commands);

// The same declarations for people and shells, without the hidden ones.
std::vector<CommandDescription> describe(std::span<const Command> commands);

}  // namespace dateline::app
