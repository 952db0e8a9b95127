// The process's own arguments, streams, signals and terminal.
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "app/commands/commands.hpp"
#include "app/locale.hpp"
#include "app/output.hpp"
#include "app/pager.hpp"
#include "app/program.hpp"

namespace dateline::app {
namespace {

// The variable wins over what the terminal says, as with other programs.
std::size_t measured(const char* variable, std::size_t said, std::size_t usual) {
  constexpr long most = 10000;
  if (const char* text = std::getenv(variable)) {
    const long given = std::strtol(text, nullptr, 10);
    if (given > 0 && given < most) return static_cast<std::size_t>(given);
  }
  return said > 0 ? said : usual;
}

Screen terminal() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size = {};
  return {measured("COLUMNS", size.ws_col, 80), measured("LINES", size.ws_row, 24)};
}

// Where no locale is named, as in containers, the terminal takes UTF-8 all the same: the articles' text needs it
// anyway.
bool has_blocks() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale && *locale) return is_utf8_locale(locale);
  }
  return true;
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
  Console console{out, std::cerr, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1};
  console.blocks = has_blocks();
  if (console.out_is_terminal) {
    const Screen screen = terminal();
    console.width = screen.columns;
    console.height = screen.rows;
    console.color_welcome = color_welcome();
    console.pager = pager_of_environment();
  }
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(run(arguments, all_commands(), console));
}

}  // namespace dateline::app
