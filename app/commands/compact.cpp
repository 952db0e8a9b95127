#include <ostream>

#include "app/commands/commands.hpp"
#include "app/print/facts.hpp"
#include "app/print/json.hpp"
#include "dateline/indexer.hpp"

namespace dateline::app {
namespace {

struct CompactOptions {
  bool drop_previous = false;
  unsigned threads = 0;
};

void declare_compact(OptionSet& set, CompactOptions& options) {
  set.flag("--drop-previous", options.drop_previous,
           "remove the generation before the last reindex too; there is no rollback then");
  set.number("--threads", options.threads, "threads (default 0: all cores)");
  set.formats({Format::text, Format::json});
}

ExitCode run_compact(const CompactOptions& options, Session& session) {
  const CompactSummary summary = compact(session.options.archive, options.drop_previous, options.threads);
  if (session.options.format == Format::json)
    session.out << to_json(summary, session.layout()) << '\n';
  else if (!session.options.quiet)
    session.out << counted(summary.articles, "article", "articles") << ", " << size_in_words(summary.bytes_before)
                << " before, " << size_in_words(summary.bytes_after) << " now\n";
  return ExitCode::done;
}

}  // namespace

Command compact_command() {
  return make_command<CompactOptions>("compact", "makes the archive smaller, without what was replaced or removed",
                                      "dateline compact\ndateline compact --drop-previous", declare_compact,
                                      run_compact);
}

}  // namespace dateline::app
