// A command: what it is called, what it can be told, what it does.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/exit_code.hpp"
#include "app/format.hpp"
#include "app/options.hpp"
#include "app/print/page.hpp"
#include "json/layout.hpp"

namespace dateline::app {

using json::Layout;

enum class Color : std::uint8_t { automatic, always, never };

// The options that every command takes.
struct GlobalOptions {
  std::string archive;  // a directory
  Format format = Format::text;
  Color color = Color::automatic;
  bool quiet = false;
  bool verbose = false;
  bool pager = true;
  std::string timezone;
};

// A command as --help and shell completion describe it.
struct CommandDescription {
  std::string_view name;
  std::string_view summary;
  std::string_view examples;
  OptionSet options;

  bool takes_query() const { return options.positionals().placeholder == "QUERY"; }
};

// What a command runs with. Results go to `out`; talk goes to `err`, through the functions below.
struct Session {
  GlobalOptions options;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  Page page;                                                // how text on `out` is laid out
  std::function<std::vector<CommandDescription>()> manual;  // every command, for shell completion

  void warn(std::string_view sentence) const;      // not with --quiet
  void complain(std::string_view sentence) const;  // always
  // The warnings of an answer, where it is printed in a way that has no place for them.
  void pass_on(const std::vector<std::string>& warnings) const;

  // Of JSON: for eyes when a terminal shows it.
  Layout layout() const { return out_is_terminal ? Layout::indented : Layout::compact; }
};

using Run = std::function<ExitCode(Session&)>;

struct Command {
  std::string_view name;
  std::string_view summary;   // one line, for the list of commands
  std::string_view examples;  // one a line; "#" starts a remark
  std::function<Run(OptionSet&)> declare;
  bool hidden = false;  // not in the manual
};

inline constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

// A command of an options struct, a function that declares the options and one that runs with them.
template <class Options>
Command make_command(std::string_view name, std::string_view summary, std::string_view examples,
                     void (*declare)(OptionSet&, Options&), ExitCode (*run)(const Options&, Session&)) {
  return {name, summary, examples,
          [declare, run](OptionSet& set) -> Run {
            auto options = std::make_shared<Options>();
            declare(set, *options);
            return [options, run](Session& session) { return run(*options, session); };
          },
          false};
}

}  // namespace dateline::app
