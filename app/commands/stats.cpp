#include <ostream>
#include <vector>

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
  const Archive archive = Archive::open(session.options.archive);
  const ArchiveStats stats = archive.stats();
  const std::vector<IndexPart> parts = session.options.verbose ? archive.index_parts() : std::vector<IndexPart>();
  switch (session.options.format) {
    case Format::json:
      session.out << to_json(stats, session.layout(), parts) << '\n';
      break;
    case Format::jsonl:
      session.out << to_json(stats, Layout::compact, parts) << '\n';
      break;
    case Format::csv:
      session.out << csv_of_stats(stats, parts);
      break;
    default:
      session.out << stats_as_text(stats, session.page);
      if (!parts.empty()) session.out << '\n' << index_parts_as_text(parts, session.page);
  }
  return ExitCode::done;
}

}  // namespace

Command stats_command() {
  return make_command<StatsOptions>("stats", "figures about the archive", "dateline stats --json\ndateline stats -v",
                                    declare_stats, run_stats);
}

}  // namespace dateline::app
