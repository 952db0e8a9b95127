// The process's own arguments, streams, signals and terminal.
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "app/commands/commands.hpp"
#include "app/output.hpp"
#include "app/program.hpp"

namespace dateline::app {
namespace {

// $COLUMNS wins over what the terminal says, as with other programs.
std::size_t terminal_width() {
  constexpr std::size_t usual = 80;
  constexpr long widest = 10000;
  if (const char* columns = std::getenv("COLUMNS")) {
    const long given = std::strtol(columns, nullptr, 10);
    if (given > 0 && given < widest) return static_cast<std::size_t>(given);
  }
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return usual;
}

bool color_welcome() {
  const char* unwanted = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return !(unwanted && *unwanted) && terminal && std::string_view(terminal) != "dumb";
}

}  // namespace

int run_process(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where we write
  FileDescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  const bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  Console console{out,
                  std::cerr,
                  out_is_terminal,
                  isatty(STDERR_FILENO) == 1,
                  out_is_terminal ? terminal_width() : 0,
                  out_is_terminal && color_welcome()};
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(run(arguments, all_commands(), console));
}

}  // namespace dateline::app
