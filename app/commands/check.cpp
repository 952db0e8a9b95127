#include <ostream>

#include "app/commands/commands.hpp"
#include "app/print/facts.hpp"
#include "app/print/json.hpp"
#include "app/progress_line.hpp"
#include "dateline/integrity.hpp"

namespace dateline::app {
namespace {

struct CheckOptions {
  bool repair = false;
};

void declare_check(OptionSet& set, CheckOptions& options) {
  set.flag("--repair", options.repair, "mend what is damaged, with as much of the archive as can be read");
  set.formats({Format::text, Format::json});
}

void print_damages(const IntegrityReport& report, const Session& session) {
  for (const Damage& damage : report.damages) session.complain(damage.file + " " + damage.what);
}

void print_sum(const IntegrityReport& report, Session& session) {
  if (session.options.quiet) return;
  if (!report.sound()) {
    session.out << counted(report.damages.size(), "file is", "files are") << " damaged\n";
    return;
  }
  session.out << counted(report.files, "file", "files") << ", " << size_in_words(report.bytes) << ", "
              << counted(report.articles, "article", "articles") << ": all is well\n";
}

RepairReport examine(bool with_repair, Session& session) {
  ProgressLine line(session.err, session.err_is_terminal && !session.options.quiet);
  const OnIntegrityProgress progress = [&line](std::size_t files, std::uint64_t bytes) {
    Progress now;
    now.inputs_done = files;
    now.bytes = bytes;
    now.stage = "checking";
    line.show(now);
    return true;
  };
  if (with_repair) return repair(session.options.archive, progress);
  RepairReport report;
  report.before = report.after = check(session.options.archive, progress);
  return report;
}

ExitCode run_check(const CheckOptions& options, Session& session) {
  const RepairReport report = examine(options.repair, session);
  if (session.options.format == Format::json) {
    session.out << to_json(report, session.layout()) << '\n';
  } else {
    print_damages(report.before, session);
    for (const std::string& sentence : report.done) session.warn(sentence);
    print_sum(report.after, session);
    if (!report.after.sound() && !options.repair)
      session.warn("`dateline check --repair` mends what can be mended; a backup of the folder first does no harm");
  }
  return report.after.sound() ? ExitCode::done : ExitCode::failed;
}

}  // namespace

Command check_command() {
  return make_command<CheckOptions>("check", "compares every file of the archive with its checksum",
                                    "dateline check\ndateline check --repair", declare_check, run_check);
}

}  // namespace dateline::app
