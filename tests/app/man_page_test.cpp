#include "app/man_page.hpp"

#include "app/command_line.hpp"
#include "app/commands/commands.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::app;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string with_hyphens(std::string_view name) {
  std::string text;
  for (const char c : name) text += c == '-' ? "\\-" : std::string(1, c);
  return text;
}

}  // namespace

TEST_CASE("each command has its page, and each option its entry") {
  for (const CommandDescription& command : describe(all_commands())) {
    CAPTURE(command.name);
    const std::string page = man_page_of(command, "2024-10-02");
    CHECK(has(page, ".TH DATELINE-"));
    CHECK(has(page, "2024-10-02"));
    CHECK(has(page, ".SH NAME\ndateline\\-" + with_hyphens(command.name) + " \\- "));
    for (const Option& option : command.options.options()) {
      CHECK(has(page, "\\fB" + with_hyphens(option.long_name()) + "\\fR"));
      if (!option.short_name().empty()) CHECK(has(page, "\\fB" + with_hyphens(option.short_name()) + "\\fR, "));
    }
    CHECK(has(page, ".SH EXAMPLES"));
    CHECK(has(page, ".SH EXIT STATUS"));
  }
}

TEST_CASE("the program's page names every command, variable and exit code") {
  const auto commands = describe(all_commands());
  const std::string page = man_page_of_program(commands, "2024-10-02");
  for (const CommandDescription& command : commands) {
    CHECK(has(page, ".TP\n\\fB" + with_hyphens(command.name) + "\\fR\n"));
    CHECK(has(page, "\\fBdateline\\-" + with_hyphens(command.name) + "\\fR(1)"));
  }
  for (const char* part : {"DATELINE_ARCHIVE", "DATELINE_PAGER", "NO_COLOR", "\\fB130\\fR\ninterrupted\n"})
    CHECK(has(page, part));
}

TEST_CASE("no text is taken for a request or loses a character") {
  CommandDescription command;
  command.name = "odd";
  command.summary = "it's a\\b";
  command.examples = "'quoted' `x` ~ ^\n.hidden -v";
  const std::string page = man_page_of(command, "2024-10-02");
  CHECK(has(page, "it\\(aqs a\\eb"));
  CHECK(has(page, "\n\\&\\(aqquoted\\(aq \\(gax\\(ga \\(ti \\(ha\n\\&.hidden \\-v\n"));
}
