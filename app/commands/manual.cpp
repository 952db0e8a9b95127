// For the build: what is installed beside the program, written by the program.
#include <array>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "app/commands/commands.hpp"
#include "app/completion.hpp"
#include "app/man_page.hpp"
#include "dateline/error.hpp"

namespace dateline::app {
namespace {

namespace fs = std::filesystem;

struct ManualOptions {
  std::vector<std::string> folder;
};

void declare_manual(OptionSet& set, ManualOptions& options) {
  set.positionals("DIR", options.folder, 1, 1, Completes::directories);
}

// Of the build; $SOURCE_DATE_EPOCH makes builds alike.
std::string date_of_pages() {
  const char* given = std::getenv("SOURCE_DATE_EPOCH");
  const std::time_t now = given ? static_cast<std::time_t>(std::strtoll(given, nullptr, 10)) : std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return text.data();
}

void write(const fs::path& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();
  if (file) return;
  throw Error(ErrorCode::io_failure, "cannot write " + path.string() + ": " + std::generic_category().message(errno));
}

ExitCode run_manual(const ManualOptions& options, Session& session) {
  const std::vector<CommandDescription> commands = session.manual();
  const fs::path pages = fs::path(options.folder.front()) / "man1";
  const fs::path completions = fs::path(options.folder.front()) / "completions";
  std::error_code failed;
  fs::create_directories(pages, failed);
  fs::create_directories(completions, failed);
  const std::string date = date_of_pages();
  write(pages / "dateline.1", man_page_of_program(commands, date));
  for (const CommandDescription& command : commands) {
    write(pages / ("dateline-" + std::string(command.name) + ".1"), man_page_of(command, date));
  }
  write(completions / "dateline", bash_completion(commands));
  write(completions / "_dateline", zsh_completion(commands));
  write(completions / "dateline.fish", fish_completion(commands));
  return ExitCode::done;
}

}  // namespace

Command manual_command() {
  Command command = make_command<ManualOptions>("manual", "man pages and shell completion as files, for the build",
                                                "dateline manual build/manual", declare_manual, run_manual);
  command.hidden = true;
  return command;
}

}  // namespace dateline::app
