#include "app/help.hpp"

#include <algorithm>

#include "app/manual_tables.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"

namespace dateline::app {
namespace {

constexpr std::size_t term_column = 28;
constexpr std::size_t command_column = 14;

Page page_of(std::size_t width) {
  constexpr std::size_t without_terminal = 80;
  constexpr std::size_t widest = 100;
  return {width == 0 ? without_terminal : std::min(width, widest), false};
}

// A term and what it means, beside it or below it.
std::string entry(const std::string& term, std::string_view meaning, const Page& page,
                  std::size_t column = term_column) {
  const Paragraph paragraph{std::string(meaning), {}, Paragraph::Look::plain};
  const std::string label = "  " + term;
  constexpr std::size_t narrowest_meaning = 24, below = 10;
  if (page.width < column + narrowest_meaning) return label + "\n" + laid_out(paragraph, page, below);
  if (width_of(label) + 2 <= column) return laid_out(paragraph, page, column, label);
  return label + "\n" + laid_out(paragraph, page, column);
}

std::string term_of(const Option& option) {
  const std::string short_name = option.short_name();
  std::string term = (short_name.empty() ? "    " : short_name + ", ") + option.long_name();
  if (!option.placeholder.empty()) term += " " + option.placeholder;
  return term;
}

std::string entries(const OptionSet& set, bool everywhere, const Page& page) {
  std::string text;
  for (const Option& option : set.options()) {
    if (option.everywhere == everywhere) text += entry(term_of(option), option.help, page);
  }
  return text;
}

template <std::size_t size>
std::string entries(const ManualRow (&rows)[size], const Page& page) {
  std::string text;
  for (const ManualRow& row : rows) text += entry(std::string(row.term), row.meaning, page);
  return text;
}

std::string exit_codes_in_words(const Page& page) {
  std::string text = "Exit codes:";
  for (const ExitCodeMeaning& row : exit_codes) {
    text += (row.code == ExitCode::done ? " " : ", ") + std::to_string(static_cast<int>(row.code)) + " " +
            std::string(row.meaning);
  }
  return laid_out({text + ".", {}, Paragraph::Look::plain}, page, 0);
}

std::string commands_in_words(const std::vector<CommandDescription>& commands, const Page& page) {
  std::string text =
      laid_out({"dateline: who said what, when, and where it was printed.", {}, Paragraph::Look::plain}, page, 0) +
      "Usage: dateline COMMAND [OPTIONS] ...\n\n";
  for (const CommandDescription& command : commands) {
    text += entry(std::string(command.name), command.summary, page, command_column);
  }
  return text;
}

std::string usage(const CommandDescription& command) {
  std::string text = "dateline " + std::string(command.name) + " [OPTIONS]";
  const Positionals& words = command.options.positionals();
  if (words.placeholder.empty()) return text;
  const std::string shown = words.placeholder + (words.most > 1 ? "..." : "");
  return text + " " + (words.least == 0 ? "[" + shown + "]" : shown);
}

std::string indented(std::string_view lines) {
  std::string text;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    text += "  " + std::string(lines.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return text;
}

}  // namespace

std::string short_help(const std::vector<CommandDescription>& commands, std::size_t width) {
  return commands_in_words(commands, page_of(width)) +
         "`dateline --help` says more, and `dateline help COMMAND` all about one.\n";
}

std::string help_of_program(const std::vector<CommandDescription>& commands, std::size_t width) {
  const Page page = page_of(width);
  std::string text = commands_in_words(commands, page);
  if (!commands.empty()) {
    // The formats differ from command to command; each command's own help has its list.
    OptionSet shared;
    for (const Option& option : commands.front().options.options()) {
      if (option.everywhere && option.long_name() != "--format") shared.add(option);
    }
    text += "\nOptions of every command, before or behind it:\n";
    text += entry("    --format FORMAT", "how results are printed: text, json, jsonl, csv, as the command can", page);
    text += entries(shared, true, page);
    text += entry("    --version", "print the version", page);
  }
  return text + "\nEnvironment:\n" + entries(environment_variables, page) +
         "\nExamples:\n"
         "  dateline index articles/\n"
         "  dateline search restraint speaker:peskov\n"
         "  dateline help search\n\n" +
         exit_codes_in_words(page);
}

std::string help_of(const CommandDescription& command, std::size_t width) {
  const Page page = page_of(width);
  std::string text = "dateline " + std::string(command.name) + ": " + std::string(command.summary) + "\n";
  text = laid_out({text.substr(0, text.size() - 1), {}, Paragraph::Look::plain}, page, 0);
  text += "\nUsage: " + usage(command) + "\n";
  const std::string own = entries(command.options, false, page);
  if (!own.empty()) text += "\nOptions:\n" + own;
  text += "\nOptions of every command:\n" + entries(command.options, true, page);
  if (command.takes_query()) text += "\nQueries, among others:\n" + entries(query_forms, page);
  if (!command.examples.empty()) text += "\nExamples:\n" + indented(command.examples);
  return text;
}

}  // namespace dateline::app
