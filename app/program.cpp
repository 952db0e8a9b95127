#include "app/program.hpp"

#include <new>
#include <ostream>

#include "app/command_line.hpp"
#include "app/help.hpp"
#include "app/output.hpp"
#include "app/pager.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"
#include "dateline/error.hpp"
#include "dateline/version.hpp"

namespace dateline::app {
namespace {

// What to do where the error itself does not say.
std::string_view usual_remedy(ErrorCode code) {
  switch (code) {
    case ErrorCode::archive_missing:
      return "Make one with `dateline index PATH`, or name another with --archive";
    case ErrorCode::archive_foreign:
      return "Name a dateline archive with --archive";
    case ErrorCode::format_unknown:
      return "Use the version of dateline that wrote it, or a newer one";
    case ErrorCode::archive_damaged:
      return "Build it anew from its inputs with `dateline index` in another directory";
    case ErrorCode::archive_locked:
      return "Try again when the other writer has finished";
    case ErrorCode::input_unreadable:
      return "Check that it exists and that you may read it";
    case ErrorCode::io_failure:
      return "Check the space on the disk and the permissions";
    case ErrorCode::cancelled:
      return "What was committed before stays";
    case ErrorCode::invalid_request:
      return "";
  }
  return "";
}

// "dateline: <what>. <remedy>."
void tell(const Console& console, std::string_view what, std::string_view remedy) {
  const auto sentence = [](std::string_view text) {
    std::string clean = printable(text);
    while (!clean.empty() && (clean.back() == '.' || clean.back() == ' ')) clean.pop_back();
    if (!clean.empty() && clean.back() != '?' && clean.back() != '!') clean += '.';
    return clean;
  };
  std::string text = "dateline: " + sentence(what);
  if (!remedy.empty()) text += ' ' + sentence(remedy);
  const Page page{console.err_is_terminal ? console.width : 0, false};
  console.err << laid_out({text, {}, Paragraph::Look::plain}, page, 0);
  console.err.flush();
}

ExitCode tell(const Console& console, const Error& error) {
  tell(console, error.what(), error.remedy().empty() ? usual_remedy(error.code()) : std::string_view(error.remedy()));
  return error.code() == ErrorCode::cancelled ? ExitCode::interrupted : ExitCode::failed;
}

bool colored(Color wish, bool welcome) { return wish == Color::always || (wish == Color::automatic && welcome); }

// Does what prints, with a pager between it and the terminal.
ExitCode paged(Console& console, const std::function<ExitCode(std::ostream&)>& print) {
  PagedBuffer buffer(console.out, {console.width, console.height}, console.pager);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  const ExitCode code = print(out);
  buffer.finish();
  return code;
}

ExitCode perform(const Invocation& invocation, std::span<const Command> commands, Console& console) {
  const auto run_on = [&](std::ostream& out) {
    Session session{invocation.global,
                    out,
                    console.err,
                    console.out_is_terminal,
                    console.err_is_terminal,
                    {console.width, colored(invocation.global.color, console.color_welcome), console.blocks},
                    [commands] { return describe(commands); }};
    return invocation.run(session);
  };
  const bool for_reading = invocation.global.format == Format::text && invocation.global.pager;
  return for_reading && !console.pager.empty() ? paged(console, run_on) : run_on(console.out);
}

std::string help_on(const std::string& command, std::span<const Command> commands, std::size_t width) {
  const std::vector<CommandDescription> descriptions = describe(commands);
  if (command.empty()) return help_of_program(descriptions, width);
  for (const CommandDescription& description : descriptions) {
    if (description.name == command) return help_of(description, width);
  }
  return "";
}

ExitCode print_help(const HelpWanted& wanted, std::span<const Command> commands, Console& console) {
  if (!wanted.asked) {
    console.err << short_help(describe(commands), console.width);
    return ExitCode::wrong_usage;
  }
  const auto print_on = [&](std::ostream& out) {
    out << help_on(wanted.command, commands, console.width);
    return ExitCode::done;
  };
  return wanted.pager && !console.pager.empty() ? paged(console, print_on) : print_on(console.out);
}

ExitCode act(const Parsed& parsed, std::span<const Command> commands, Console& console) {
  if (const auto* help = std::get_if<HelpWanted>(&parsed)) return print_help(*help, commands, console);
  if (const auto* invocation = std::get_if<Invocation>(&parsed)) return perform(*invocation, commands, console);
  console.out << "dateline " << version() << '\n';
  return ExitCode::done;
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, std::span<const Command> commands, Console& console) {
  try {
    const ExitCode code = act(parse(arguments, commands), commands, console);
    console.out.flush();  // a full disk shows itself here
    return code;
  } catch (const UsageError& error) {
    tell(console, error.what(), error.remedy());
    return ExitCode::wrong_usage;
  } catch (const ClosedPipe&) {
    return ExitCode::done;
  } catch (const Error& error) {
    return tell(console, error);
  } catch (const std::bad_alloc&) {
    tell(console, "there is not enough memory", "Close other programs, or bound what indexing takes with --memory");
  } catch (const std::exception& error) {
    tell(console, std::string("unexpected failure: ") + error.what(),
         "Please report it with the command that led to it");
  }
  return ExitCode::failed;
}

}  // namespace dateline::app
