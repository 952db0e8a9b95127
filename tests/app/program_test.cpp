#include "app/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <new>
#include <ostream>
#include <sstream>

#include "app/command_line.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/query_file.hpp"
#include "app/completion.hpp"
#include "app/help.hpp"
#include "app/output.hpp"
#include "dateline/error.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

namespace {

struct Outcome {
  ExitCode code;
  std::string out, err;
};

// `dateline do` (or other arguments), where `do` is this.
Outcome outcome(const Run& run_it, const std::vector<std::string>& arguments = {"do"}) {
  const std::vector<Command> commands = {{"do", "does it", "dateline do", [&](OptionSet& set) -> Run {
                                            set.formats({Format::text});
                                            return run_it;
                                          }}};
  std::ostringstream out, err;
  out.exceptions(std::ios::badbit);
  Console console{out, err};
  const ExitCode code = run(arguments, commands, console);
  return {code, out.str(), err.str()};
}

Outcome thrown(const std::function<void()>& fail) {
  return outcome([&](Session& session) {
    session.out << "begun\n";
    fail();
    return ExitCode::done;
  });
}

}  // namespace

TEST_CASE("every way to end has its code and its sentence") {
  struct Row {
    std::function<void()> fail;
    ExitCode code;
    std::string err;
  };
  const Row rows[] = {
      {[] {}, ExitCode::done, ""},
      {[] { throw Error(ErrorCode::archive_missing, "there is no archive at x"); }, ExitCode::failed,
       "dateline: there is no archive at x. Make one with `dateline index PATH`, or name another with --archive.\n"},
      {[] { throw Error(ErrorCode::io_failure, "the disk is full.", "Make room."); }, ExitCode::failed,
       "dateline: the disk is full. Make room.\n"},
      {[] { throw Error(ErrorCode::invalid_request, "no older generation"); }, ExitCode::failed,
       "dateline: no older generation.\n"},
      {[] { throw Error(ErrorCode::cancelled, "interrupted"); }, ExitCode::interrupted,
       "dateline: interrupted. What was committed before stays.\n"},
      {[] { throw UsageError("do needs --it", "Give it"); }, ExitCode::wrong_usage,
       "dateline: do needs --it. Give it.\n"},
      {[] { throw ClosedPipe{}; }, ExitCode::done, ""},
      {[] { throw std::runtime_error("a\nb"); }, ExitCode::failed,
       "dateline: unexpected failure: a b. Please report it with the command that led to it.\n"},
  };
  for (const Row& row : rows) {
    const Outcome result = thrown(row.fail);
    CHECK(result.code == row.code);
    CHECK(result.err == row.err);
    CHECK(result.out == "begun\n");
  }
  CHECK(thrown([] { throw std::bad_alloc(); }).code == ExitCode::failed);
}

TEST_CASE("on a terminal what is said is not torn apart") {
  const std::vector<Command> commands = {{"do", "", "",
                                          [](OptionSet&) -> Run {
                                            return [](Session& session) -> ExitCode {
                                              session.warn("some words that need a second line");
                                              throw Error(ErrorCode::io_failure, "and more of them than fit here");
                                            };
                                          },
                                          false}};
  std::ostringstream out, err;
  Console console{out, err, true, true, 30, 24};
  CHECK(run({"do"}, commands, console) == ExitCode::failed);
  CHECK(err.str() ==
        "dateline: some words that need\na second line\n"
        "dateline: and more of them\nthan fit here. Check the space\non the disk and the\npermissions.\n");
}

TEST_CASE("a command's own code is the program's") {
  CHECK(outcome([](Session&) { return ExitCode::some_rejected; }).code == ExitCode::some_rejected);
}

TEST_CASE("quiet silences warnings and not what went wrong") {
  const Run talk = [](Session& session) {
    session.warn("a warning");
    session.complain("a complaint");
    return ExitCode::done;
  };
  CHECK(outcome(talk).err == "dateline: a warning\ndateline: a complaint\n");
  CHECK(outcome(talk, {"do", "-q"}).err == "dateline: a complaint\n");
}

TEST_CASE("colour follows the wish, else the terminal") {
  bool colored = false;
  const Run look = [&](Session& session) {
    colored = session.page.color;
    return ExitCode::done;
  };
  outcome(look);
  CHECK_FALSE(colored);
  outcome(look, {"do", "--color", "always"});
  CHECK(colored);
  outcome(look, {"do", "--color", "never"});
  CHECK_FALSE(colored);
}

TEST_CASE("help goes to stdout and names everything that can be said") {
  const auto nothing = [](Session&) { return ExitCode::done; };
  const Outcome program = outcome(nothing, {"--help"});
  CHECK(program.code == ExitCode::done);
  CHECK(program.err.empty());
  for (const char* part : {"do", "does it", "--archive DIR", "--version", "Exit codes"}) {
    CHECK(program.out.find(part) != std::string::npos);
  }
  const Outcome command = outcome(nothing, {"do", "--help"});
  for (const char* part : {"Usage: dateline do [OPTIONS]", "Examples:\n  dateline do\n", "-q, --quiet"}) {
    CHECK(command.out.find(part) != std::string::npos);
  }
  CHECK(outcome(nothing, {"--version"}).out.substr(0, 9) == "dateline ");
}

TEST_CASE("who types nothing is shown the commands, and told that it was not enough") {
  const Outcome result = outcome([](Session&) { return ExitCode::done; }, {});
  CHECK(result.code == ExitCode::wrong_usage);
  CHECK(result.out.empty());
  CHECK(result.err.find("  do          does it\n") != std::string::npos);
  CHECK(result.err.find("`dateline help COMMAND`") != std::string::npos);
}

TEST_CASE("the short help fits a small terminal") {
  const std::string help = short_help(describe(all_commands()), 80);
  CHECK(std::count(help.begin(), help.end(), '\n') < 24);
}

TEST_CASE("a hidden command works and is not told of") {
  bool ran = false;
  Command hidden{"cellar", "", "",
                 [&](OptionSet&) -> Run {
                   return [&](Session&) {
                     ran = true;
                     return ExitCode::done;
                   };
                 },
                 true};
  CHECK(describe({&hidden, 1}).empty());
  std::ostringstream out, err;
  Console console{out, err};
  CHECK(run({"cellar"}, {&hidden, 1}, console) == ExitCode::done);
  CHECK(ran);
  CHECK(run({"cellr"}, {&hidden, 1}, console) == ExitCode::wrong_usage);
  CHECK(err.str().find("Did you mean") == std::string::npos);
}

TEST_CASE("every command has a summary, an example and options that are explained") {
  for (const CommandDescription& command : describe(all_commands())) {
    CAPTURE(command.name);
    CHECK_FALSE(command.summary.empty());
    CHECK(command.examples.find("dateline " + std::string(command.name)) != std::string::npos);
    for (const Option& option : command.options.options()) CHECK_FALSE(option.help.empty());
  }
}

TEST_CASE("shell completion knows every command and option") {
  const auto commands = describe(all_commands());
  for (const std::string& script : {bash_completion(commands), zsh_completion(commands)}) {
    for (const CommandDescription& command : commands) {
      CHECK(script.find(std::string(command.name)) != std::string::npos);
      for (const Option& option : command.options.options()) {
        CHECK(script.find(option.long_name()) != std::string::npos);
      }
    }
  }
  CHECK(fish_completion(commands).find(
            "complete -c dateline -n '__fish_seen_subcommand_from search' -l sort -x -a 'relevance newest oldest'") !=
        std::string::npos);
}

TEST_CASE("output notices a full disk and a reader that has gone") {
  const int full = open("/dev/full", O_WRONLY);
  if (full >= 0) {
    FileDescriptorBuffer buffer(full);
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);
    out << "text";
    CHECK_THROWS_AS(out.flush(), Error);
    close(full);
  }
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  FileDescriptorBuffer buffer(ends[1]);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  out << std::string(1000, 'x');
  CHECK_THROWS_AS(out.flush(), ClosedPipe);
  std::signal(SIGPIPE, before);
  close(ends[1]);
}

TEST_CASE("output arrives whole, however long it is") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const std::string text(200000, 'x');
  std::string arrived;
  const pid_t writer = fork();
  if (writer == 0) {
    FileDescriptorBuffer buffer(ends[1]);
    std::ostream out(&buffer);
    out << text << std::flush;
    _exit(0);
  }
  close(ends[1]);
  char part[4096];
  for (ssize_t got; (got = read(ends[0], part, sizeof part)) > 0;) arrived.append(part, static_cast<std::size_t>(got));
  close(ends[0]);
  waitpid(writer, nullptr, 0);
  CHECK(arrived == text);
}

TEST_CASE("queries are read a line each") {
  std::istringstream lines("q1\ttide moon\r\n\nno tab\nq3\t\nq4\ta\tb");
  std::vector<std::pair<std::string, std::string>> queries;
  for_each_query(lines, [&](const std::string& id, const std::string& query) { queries.emplace_back(id, query); });
  CHECK(queries == std::vector<std::pair<std::string, std::string>>{
                       {"q1", "tide moon"}, {"3", "no tab"}, {"q3", ""}, {"q4", "a\tb"}});
  CHECK_THROWS_AS(for_each_query_of("/nowhere/at/all", [](const auto&, const auto&) {}), Error);
}
