#include "app/completion.hpp"

#include <ostream>

#include "app/commands/commands.hpp"

namespace dateline::app {
namespace {

struct CompletionOptions {
  std::vector<std::string> shell;
};

void declare_completion(OptionSet& set, CompletionOptions& options) {
  set.positionals("SHELL", options.shell, 1, 1);
  set.positional_choices({"bash", "zsh", "fish"});
}

ExitCode run_completion(const CompletionOptions& options, Session& session) {
  const auto commands = session.manual();
  const std::string& shell = options.shell.front();
  session.out << (shell == "bash"  ? bash_completion(commands)
                  : shell == "zsh" ? zsh_completion(commands)
                                   : fish_completion(commands));
  return ExitCode::done;
}

}  // namespace

Command completion_command() {
  return make_command<CompletionOptions>("completion", "shell completion for bash, zsh or fish",
                                         "source <(dateline completion bash)\n"
                                         "dateline completion zsh > ~/.zfunc/_dateline\n"
                                         "dateline completion fish > ~/.config/fish/completions/dateline.fish",
                                         declare_completion, run_completion);
}

}  // namespace dateline::app
