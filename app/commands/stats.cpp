#include <ostream>

#include "app/commands/commands.hpp"
#include "app/print/answers.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct StatsOptions {};

void declare_stats(OptionSet& set, StatsOptions&) {
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

ExitCode run_stats(const StatsOptions&, Session& session) {
  const ArchiveStats stats = Archive::open(session.options.archive).stats();
  switch (session.options.format) {
    case Format::json:
      session.out << to_json(stats, session.layout()) << '\n';
      break;
    case Format::jsonl:
      session.out << to_json(stats) << '\n';
      break;
    case Format::csv:
      session.out << csv_of_stats(stats);
      break;
    default:
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
