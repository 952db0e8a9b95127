#include <ostream>

#include "app/commands/commands.hpp"
#include "app/print/answers.hpp"
#include "app/print/json.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct StatsOptions {};

void declare_stats(OptionSet& set, StatsOptions&) { set.formats({Format::text, Format::json}); }

ExitCode run_stats(const StatsOptions&, Session& session) {
  const ArchiveStats stats = Archive::open(session.options.archive).stats();
  if (session.options.format == Format::json) {
    session.out << to_json(stats, session.layout()) << '\n';
  } else {
    session.out << stats_as_text(stats, session.page);
  }
  return ExitCode::done;
}

}  // namespace

Command stats_command() {
  return make_command<StatsOptions>("stats", "figures about the archive", "dateline stats --json", declare_stats,
                                    run_stats);
}

}  // namespace dateline::app
