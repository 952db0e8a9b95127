#include "app/man_page.hpp"

#include "app/manual_tables.hpp"
#include "dateline/version.hpp"

namespace dateline::app {
namespace {

// Text that a formatter leaves as it is: hyphens and quotes that can be copied, no line taken for a request.
std::string escaped(std::string_view text) {
  std::string result;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) result += "\\&";
    line_begins = c == '\n';
    switch (c) {
      case '\\':
        result += "\\e";
        break;
      case '-':
        result += "\\-";
        break;
      case '\'':
        result += "\\(aq";
        break;
      case '`':
        result += "\\(ga";
        break;
      case '^':
        result += "\\(ha";
        break;
      case '~':
        result += "\\(ti";
        break;
      default:
        result += c;
    }
  }
  return result;
}

// Prose: filled again when it is shown, but a source has short lines.
std::string prose(std::string_view text) {
  constexpr std::size_t longest = 48;  // before escaping
  std::string lines;
  std::size_t used = 0;
  for (const char c : text) {
    const bool ends = c == ' ' && used > longest;
    lines += ends ? '\n' : c;
    used = ends ? 0 : used + 1;
  }
  return escaped(lines);
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

std::string section(std::string_view name) { return ".SH " + std::string(name) + "\n"; }

std::string entry(const std::string& term, std::string_view meaning) {
  return ".TP\n" + term + "\n" + prose(meaning) + "\n";
}

std::string page_head(std::string_view name, std::string_view summary, const std::string& date) {
  std::string capitals;
  for (const char c : name) capitals += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return ".\\\" Made by dateline itself from the declarations of its options.\n.TH " + capitals + " 1 " + date +
         " \"dateline " + version() + "\" \"dateline manual\"\n" + section("NAME") + escaped(name) + " \\- " +
         prose(summary) + "\n";
}

std::string term_of(const Option& option) {
  std::string term = option.short_name().empty() ? "" : bold(option.short_name()) + ", ";
  term += bold(option.long_name());
  return option.placeholder.empty() ? term : term + " " + italic(option.placeholder);
}

std::string entries(const OptionSet& set, bool everywhere) {
  std::string text;
  for (const Option& option : set.options()) {
    if (option.everywhere == everywhere) text += entry(term_of(option), option.help);
  }
  return text;
}

template <std::size_t size>
std::string entries(const ManualRow (&rows)[size]) {
  std::string text;
  for (const ManualRow& row : rows) text += entry(bold(row.term), row.meaning);
  return text;
}

std::string exit_status() {
  std::string text = section("EXIT STATUS");
  for (const ExitCodeMeaning& row : exit_codes) {
    text += entry(bold(std::to_string(static_cast<int>(row.code))), row.meaning);
  }
  return text;
}

std::string examples(std::string_view lines) { return section("EXAMPLES") + ".nf\n" + escaped(lines) + "\n.fi\n"; }

std::string synopsis(const CommandDescription& command) {
  std::string text =
      section("SYNOPSIS") + bold("dateline " + std::string(command.name)) + " [" + italic("OPTIONS") + "]";
  const Positionals& words = command.options.positionals();
  if (words.placeholder.empty()) return text + "\n";
  const std::string shown = italic(words.placeholder) + (words.most > 1 ? "..." : "");
  return text + " " + (words.least == 0 ? "[" + shown + "]" : shown) + "\n";
}

}  // namespace

std::string man_page_of(const CommandDescription& command, const std::string& date) {
  std::string text = page_head("dateline-" + std::string(command.name), command.summary, date) + synopsis(command);
  const std::string own = entries(command.options, false);
  if (!own.empty()) text += section("OPTIONS") + own;
  text += section("OPTIONS OF EVERY COMMAND") + entries(command.options, true);
  if (command.takes_query()) text += section("QUERIES") + entries(query_forms);
  if (!command.examples.empty()) text += examples(command.examples);
  return text + exit_status() + section("SEE ALSO") + bold("dateline") + "(1)\n";
}

std::string man_page_of_program(const std::vector<CommandDescription>& commands, const std::string& date) {
  std::string text =
      page_head("dateline", "who said what, when, and where it was printed", date) + section("SYNOPSIS") +
      bold("dateline") + " " + italic("COMMAND") + " [" + italic("OPTIONS") + "] ...\n" + section("DESCRIPTION") +
      "Full\\-text search for archives of multilingual news articles.\nAn archive is a directory that\n" +
      bold("dateline index") + "\nmakes.\nIt holds everything that searching needs.\n" + section("COMMANDS");
  std::string pages;
  for (const CommandDescription& command : commands) {
    text += entry(bold(command.name), command.summary);
    pages += (pages.empty() ? "" : ",\n") + bold("dateline-" + std::string(command.name)) + "(1)";
  }
  text += section("QUERIES") + entries(query_forms);
  text += section("ENVIRONMENT") + entries(environment_variables);
  return text + exit_status() + section("SEE ALSO") + pages + "\n";
}

}  // namespace dateline::app
