// From arguments to an exit code. Every exit code and every message about a failure comes from here.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "app/command.hpp"

namespace dateline::app {

// Where the program stands: its streams, and what is at the other end of them.
struct Console {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t width = 0, height = 0;  // columns and rows of the terminal behind `out`; 0 when there is none
  bool color_welcome = false;         // a terminal that can, and nobody has set NO_COLOR
  bool blocks = true;                 // the locale has block characters
  std::string pager = {};             // for text longer than the terminal, as a command for the shell; empty: none
};

ExitCode run(const std::vector<std::string>& arguments, std::span<const Command> commands, Console& console);

// The same with the process's own streams.
int run_process(int argc, char** argv);

}  // namespace dateline::app
