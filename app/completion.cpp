#include "app/completion.hpp"

#include "app/print/facts.hpp"

namespace dateline::app {
namespace {

std::vector<std::string> names_of(const Option& option) {
  std::vector<std::string> names;
  if (!option.short_name().empty()) names.push_back(option.short_name());
  names.push_back(option.long_name());
  return names;
}

std::string command_names(const std::vector<CommandDescription>& commands, std::string_view between) {
  std::vector<std::string> names;
  for (const CommandDescription& command : commands) names.emplace_back(command.name);
  return joined(names, between);
}

std::string replaced(std::string_view text, std::string_view characters, std::string_view before) {
  std::string result;
  for (const char c : text) {
    if (characters.find(c) != std::string_view::npos) result += before;
    result += c;
  }
  return result;
}

std::string single_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      result += c;
    }
  }
  return result + "'";
}

// What bash offers for a value: its choices, files or folders.
std::string bash_offer(const std::vector<std::string>& choices, Completes completes) {
  if (!choices.empty()) return "compgen -W '" + joined(choices, " ") + "' -- \"$current\"";
  if (completes == Completes::directories) return "compgen -d -- \"$current\"";
  if (completes == Completes::files) return "compgen -f -- \"$current\"";
  return ":";
}

std::string bash_values(const CommandDescription& command) {
  std::string text;
  for (const Option& option : command.options.options()) {
    if (option.placeholder.empty()) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : names_of(option)) patterns.push_back(std::string(command.name) + ":" + name);
    text += "    " + joined(patterns, "|") + ") offer=\"" +
            replaced(bash_offer(option.choices, option.completes), "\"$", "\\") + "\" ;;\n";
  }
  return text;
}

std::string bash_options(const CommandDescription& command) {
  std::vector<std::string> names;
  for (const Option& option : command.options.options()) names.push_back(option.long_name());
  const Positionals& words = command.options.positionals();
  return "    " + std::string(command.name) + ") options='" + joined(names, " ") + "' words=\"" +
         replaced(bash_offer(words.choices, words.completes), "\"$", "\\") + "\" ;;\n";
}

std::string zsh_action(const std::vector<std::string>& choices, Completes completes) {
  if (!choices.empty()) return "(" + joined(choices, " ") + ")";
  if (completes == Completes::directories) return "_files -/";
  if (completes == Completes::files) return "_files";
  return " ";
}

std::string zsh_specification(const Option& option, const std::string& name) {
  std::string text = name + "[" + replaced(option.help, "[]:\\", "\\") + "]";
  if (!option.placeholder.empty()) {
    const std::string value = option.choices.empty() ? option.placeholder : "value";
    text = "*" + text + ":" + value + ":" + zsh_action(option.choices, option.completes);
  }
  return single_quoted(text);
}

std::string zsh_arguments(const CommandDescription& command) {
  std::string text = "    " + std::string(command.name) + ")\n      _arguments -S";
  for (const Option& option : command.options.options()) {
    for (const std::string& name : names_of(option)) text += " \\\n        " + zsh_specification(option, name);
  }
  const Positionals& words = command.options.positionals();
  if (!words.placeholder.empty()) {
    text +=
        " \\\n        " + single_quoted("*:" + words.placeholder + ":" + zsh_action(words.choices, words.completes));
  }
  return text + " ;;\n";
}

std::string fish_option(const CommandDescription& command, const Option& option) {
  std::string text = "complete -c dateline -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
  if (!option.short_name().empty()) text += " -s " + option.short_name().substr(1);
  text += " -l " + option.long_name().substr(2);
  if (!option.choices.empty()) {
    text += " -x -a '" + joined(option.choices, " ") + "'";
  } else if (!option.placeholder.empty()) {
    text += option.completes == Completes::nothing ? " -x" : " -r -F";
  }
  return text + " -d '" + replaced(option.help, "'\\", "\\") + "'\n";
}

}  // namespace

std::string bash_completion(const std::vector<CommandDescription>& commands) {
  std::string text =
      "# bash completion for dateline; made by `dateline completion bash`\n"
      "_dateline() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word offer= options= "
      "words=:\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case $word in " +
      command_names(commands, "|") +
      ") command=$word; break ;; esac\n"
      "  done\n"
      "  case $command:$previous in\n";
  for (const CommandDescription& command : commands) text += bash_values(command);
  text += "  esac\n  case $command in\n";
  for (const CommandDescription& command : commands) text += bash_options(command);
  text +=
      "    *) words=\"compgen -W '" + command_names(commands, " ") +
      "' -- \\\"\\$current\\\"\" options='--help --version' ;;\n"
      "  esac\n"
      "  if [[ -z $offer ]]; then\n"
      "    if [[ $current == -* ]]; then offer=\"compgen -W '$options' -- \\\"\\$current\\\"\"; else offer=$words; fi\n"
      "  fi\n"
      "  COMPREPLY=()\n"
      "  while IFS= read -r word; do COMPREPLY+=(\"$word\"); done < <(eval \"$offer\")\n"
      "}\n"
      "complete -o filenames -F _dateline dateline\n";
  return text;
}

std::string zsh_completion(const std::vector<CommandDescription>& commands) {
  std::string text =
      "#compdef dateline\n"
      "# zsh completion for dateline; made by `dateline completion zsh`\n"
      "_dateline() {\n"
      "  local -a commands=(\n";
  for (const CommandDescription& command : commands) {
    text += "    " + single_quoted(std::string(command.name) + ":" + replaced(command.summary, ":\\", "\\")) + "\n";
  }
  text +=
      "  )\n"
      "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
      "  local command=$words[2]\n"
      "  shift words; (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const CommandDescription& command : commands) text += zsh_arguments(command);
  return text +
         "  esac\n}\nif [[ $zsh_eval_context[-1] == loadautofunc ]]; then _dateline \"$@\"; else compdef _dateline "
         "dateline; fi\n";
}

std::string fish_completion(const std::vector<CommandDescription>& commands) {
  std::string text = "# fish completion for dateline; made by `dateline completion fish`\ncomplete -c dateline -f\n";
  for (const CommandDescription& command : commands) {
    const std::string name(command.name);
    text += "complete -c dateline -n __fish_use_subcommand -a " + name + " -d '" +
            replaced(command.summary, "'\\", "\\") + "'\n";
    for (const Option& option : command.options.options()) text += fish_option(command, option);
    const Positionals& words = command.options.positionals();
    const std::string here = "complete -c dateline -n '__fish_seen_subcommand_from " + name + "'";
    if (!words.choices.empty()) text += here + " -a '" + joined(words.choices, " ") + "'\n";
    if (words.completes != Completes::nothing) text += here + " -F\n";
  }
  return text;
}

}  // namespace dateline::app
